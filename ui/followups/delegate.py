"""How a follow-up is drawn in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from resources.words import Words
from ui.common.cell_painter import CellPainter
from ui.common.icons import icon_pixmap
from ui.common.theme import current_theme
from ui.common.tipped import Index
from ui.followups import wording
from ui.followups.model import DUE, MARK, ORIGIN, OWNER, STATE, TEXT
from ui.lines.wording import meeting_words, place_words

if TYPE_CHECKING:
    from db.following import FollowUpLine
    from ui.followups.table import FollowUpTable

_MARK = 18
_MARKS = {"done": ("circle-check", "success"), "dropped": ("circle-x", "muted")}


class FollowUpDelegate(CellPainter):
    """Draws two lines in each cell; more of a text is in its tool tip and its editor."""

    def __init__(self, words: Words, table: FollowUpTable) -> None:
        super().__init__(table)
        self._words = words

    def paint_cell(self, painter: QPainter, room: QRect, index: Index) -> None:
        line = self.table.lines.lines[index.row()]
        {
            MARK: self._paint_mark,
            TEXT: self._paint_text,
            OWNER: self._paint_owner,
            DUE: self._paint_due,
            STATE: self._paint_state,
            ORIGIN: self._paint_origin,
        }[index.column()](painter, room, line)

    def cell_tip(self, index: Index, width: int) -> str:
        line, column = self.table.lines.lines[index.row()], index.column()
        if column == ORIGIN:
            return wording.origin_tip(self._words, line)
        if column == MARK:
            return self._words(f"follow_ups.marks.{'done' if line.is_open else 'open'}")
        return self.cut_text({TEXT: line.text, OWNER: line.owner}.get(column, ""), width)

    def _paint_mark(self, painter: QPainter, room: QRect, line: FollowUpLine) -> None:
        frame = QRectF(0, 0, _MARK, _MARK)
        frame.moveCenter(QRectF(room).center())
        drawing = _MARKS.get(line.state(self.table.lines.today))
        if drawing is not None:
            painter.drawPixmap(frame.topLeft(), icon_pixmap(*drawing, _MARK))
            return
        late = line.is_overdue(self.table.lines.today)
        painter.setPen(QPen(current_theme().colour("danger" if late else "muted"), 1.5))
        painter.drawEllipse(frame.adjusted(1.5, 1.5, -1.5, -1.5))

    def _paint_text(self, painter: QPainter, room: QRect, line: FollowUpLine) -> None:
        text = line.text.strip() or self._words("follow_ups.no_text")
        quiet = not line.is_open or not line.text.strip()
        dropped = line.status == "dropped"
        self.paint_lines(painter, room, text, "muted" if quiet else "text", dropped)

    def _paint_owner(self, painter: QPainter, room: QRect, line: FollowUpLine) -> None:
        text = line.owner or self._words("follow_ups.owner.none")
        quiet = not line.is_open or not line.owner
        self.paint_lines(painter, room, text, "muted" if quiet else "text")

    def _paint_due(self, painter: QPainter, room: QRect, line: FollowUpLine) -> None:
        today = self.table.lines.today
        late = line.is_overdue(today)
        ink = "danger" if late else "text" if line.is_open and line.due else "muted"
        note = wording.due_note(self._words, line, today)
        day = wording.due_date(self._words, line)
        self.paint_pair(painter, room, day, note, ink, "danger" if late else "muted")

    def _paint_origin(self, painter: QPainter, room: QRect, line: FollowUpLine) -> None:
        plan = line.plan_name if self.table.lines.with_plans else ""
        place = place_words(self._words, line, plan)
        meeting = meeting_words(self._words, line)
        self.paint_pair(painter, room, meeting, place, "accent_text")

    def _paint_state(self, painter: QPainter, room: QRect, line: FollowUpLine) -> None:
        state = line.state(self.table.lines.today)
        text, kind = self._words(f"follow_ups.states.{state}"), wording.STATE_KINDS[state]
        self.paint_chip(painter, room, text, kind, wording.closed_note(self._words, line))
