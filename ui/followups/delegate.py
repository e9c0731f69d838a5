"""How a follow-up is drawn in the table."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from resources.words import Words
from ui.common.icons import icon_pixmap
from ui.common.labels import plain_tool_tip
from ui.common.letters import px, sized
from ui.common.row_delegate import break_lines
from ui.common.theme import current_theme
from ui.followups import wording
from ui.followups.model import DUE, MARK, ORIGIN, OWNER, STATE, TEXT

if TYPE_CHECKING:
    from db.following import FollowUpLine
    from ui.followups.table import FollowUpTable

ROW_HEIGHT = 56
_SIDE = 10
_MARK = 18
_CHIP_HEIGHT = 19
_TIP = 1200
_MARKS = {"done": ("circle-check", "success"), "dropped": ("circle-x", "muted")}
_Index = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignVCenter


class FollowUpDelegate(QStyledItemDelegate):
    """Draws two lines in each cell; more of a text is in its tool tip and its editor."""

    def __init__(self, words: Words, table: FollowUpTable) -> None:
        super().__init__(table)
        self._words = words
        self._table = table
        self._broken = lru_cache(maxsize=2000)(break_lines)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = self._table.lines.lines[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, -1)
        {
            MARK: self._paint_mark,
            TEXT: self._paint_text,
            OWNER: self._paint_owner,
            DUE: self._paint_due,
            STATE: self._paint_state,
            ORIGIN: self._paint_origin,
        }[index.column()](painter, room, line)
        if index == self._table.currentIndex() and self._table.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(current_theme().colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        line = self._table.lines.lines[index.row()]
        tip = self._tip(line, index.column(), option.rect.width() - 2 * _SIDE)
        QToolTip.showText(event.globalPos(), plain_tool_tip(tip[:_TIP]))
        return True

    def _tip(self, line: FollowUpLine, column: int, width: int) -> str:
        if column == ORIGIN:
            return wording.origin_tip(self._words, line)
        if column == MARK:
            return self._words(f"follow_ups.marks.{'done' if line.is_open else 'open'}")
        text = {TEXT: line.text, OWNER: line.owner}.get(column, "")
        return text if self._broken(text, self._font(), width, 2)[1] else ""

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, rect = current_theme(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif index.row() == self._table.hovered_row:
            painter.fillRect(rect, theme.colour("hover"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.colour("line_soft"))

    def _paint_mark(self, painter: QPainter, room: QRect, line: FollowUpLine) -> None:
        frame = QRectF(0, 0, _MARK, _MARK)
        frame.moveCenter(QRectF(room).center())
        drawing = _MARKS.get(line.state(self._table.lines.today))
        if drawing is not None:
            painter.drawPixmap(frame.topLeft(), icon_pixmap(*drawing, _MARK))
            return
        late = line.is_overdue(self._table.lines.today)
        painter.setPen(QPen(current_theme().colour("danger" if late else "muted"), 1.5))
        painter.drawEllipse(frame.adjusted(1.5, 1.5, -1.5, -1.5))

    def _paint_text(self, painter: QPainter, room: QRect, line: FollowUpLine) -> None:
        text = line.text.strip() or self._words("follow_ups.no_text")
        quiet = not line.is_open or not line.text.strip()
        font = self._font()
        font.setStrikeOut(line.status == "dropped")
        self._paint_lines(painter, room, text, font, "muted" if quiet else "text")

    def _paint_owner(self, painter: QPainter, room: QRect, line: FollowUpLine) -> None:
        text = line.owner or self._words("follow_ups.owner.none")
        quiet = not line.is_open or not line.owner
        self._paint_lines(painter, room, text, self._font(), "muted" if quiet else "text")

    def _paint_due(self, painter: QPainter, room: QRect, line: FollowUpLine) -> None:
        today = self._table.lines.today
        late = line.is_overdue(today)
        ink = "danger" if late else "text" if line.is_open and line.due else "muted"
        note = wording.due_note(self._words, line, today)
        self._paint_pair(painter, room, wording.due_date(self._words, line), note, ink, late)

    def _paint_origin(self, painter: QPainter, room: QRect, line: FollowUpLine) -> None:
        place = wording.place_words(self._words, line, self._table.lines.with_plans)
        meeting = wording.meeting_words(self._words, line)
        self._paint_pair(painter, room, meeting, place, "accent_text", False)

    def _paint_state(self, painter: QPainter, room: QRect, line: FollowUpLine) -> None:
        state = line.state(self._table.lines.today)
        text, kind = self._words(f"follow_ups.states.{state}"), wording.STATE_KINDS[state]
        note = wording.closed_note(self._words, line)
        theme, font = current_theme(), self._font(12, QFont.Weight.DemiBold)
        width = min(room.width(), QFontMetrics(font).horizontalAdvance(text) + 18)
        frame = QRect(room.left(), 0, width, px(_CHIP_HEIGHT))
        frame.moveTop(room.top() + (px(9) if note else (room.height() - frame.height()) // 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{kind}_soft"))
        painter.drawRoundedRect(frame, px(9), px(9))
        painter.setPen(theme.colour(kind))
        painter.setFont(font)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)
        below = QRect(room.left(), frame.bottom() + 3, room.width(), px(18))
        self._paint_words(painter, below, note, self._font(12), "muted")

    def _paint_pair(
        self, painter: QPainter, room: QRect, text: str, note: str, ink: str, alarm: bool
    ) -> None:
        """Draw a text with a small note below it, or alone in the middle."""
        top = QRect(room.left(), room.top() + px(9), room.width(), px(20)) if note else room
        self._paint_words(painter, top, text, self._font(), ink)
        below = QRect(room.left(), room.top() + px(29), room.width(), px(18))
        self._paint_words(painter, below, note, self._font(12), "danger" if alarm else "muted")

    def _paint_words(
        self, painter: QPainter, room: QRect, text: str, font: QFont, ink: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(current_theme().colour(ink))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(_CENTRE), shown)

    def _paint_lines(
        self, painter: QPainter, room: QRect, text: str, font: QFont, ink: str
    ) -> None:
        lines, _ = self._broken(text, font, room.width(), 2)
        painter.setFont(font)
        painter.setPen(current_theme().colour(ink))
        step = px(20)
        top = room.top() + (room.height() - step * len(lines)) // 2
        for number, words in enumerate(lines):
            place = QRect(room.left(), top + number * step, room.width(), step)
            painter.drawText(place, int(_CENTRE), words)

    def _font(self, size: int = 0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return sized(self._table.font(), size, weight)
