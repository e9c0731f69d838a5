"""The discussion: the points in the middle of the desk, and the next one below them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from db.rules import waits_for_answer
from resources.words import Words
from ui.common.buttons import Button
from ui.common.card import Card
from ui.common.empty_state import EmptyState
from ui.common.find_bar import FindBar
from ui.common.labels import plain_tool_tip
from ui.common.look import announce
from ui.meeting.composer import Composer
from ui.meeting.point_list import PointList
from ui.meeting.point_picks import PointChoices
from ui.meeting.point_rows import build_rows
from ui.meeting.proposals import ProposalList

if TYPE_CHECKING:
    from db.snapshot import KnownAttendance, MeetingDossier

_LOW = 540
WAITING_KEYS = "Alt+N"


class WaitingButton(Button):
    """How many inputs wait for their answer, as a chip that leads to the next one."""

    ink = "warning"


class PointsPanel(Card):
    """Shows the points of a meeting and takes new ones. Alt+2 goes to the next point's field.

    Attributes:
        list: the points; composer: the next one; find_bar: Ctrl+F, above the points.
        waiting: how many inputs wait for their answer; leads to the next one.

    Signals:
        draft_edited(id, fields), draft_left(id), draft_emptied(id): the next point.
        rows_changed(): points came, went or say something else.
        written_changed(str): another point is the one that is worked on; "" for none.
        escaped(): Escape was pressed and there is no list to go to.
        And those of `list` and its editor.
    """

    draft_edited = Signal(str, object)
    draft_left = Signal(str)
    draft_emptied = Signal(str)
    rows_changed = Signal()
    written_changed = Signal(str)
    escaped = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("meetings.points.title"), keys="Alt+2", padded=False, parent=parent)
        self._words = words
        self._meeting_id = ""
        self.list = PointList(words)
        self.composer = Composer(words)
        self.proposals = ProposalList(words)
        empty = EmptyState(
            "message-square-text",
            words("meetings.points.empty_title"),
            words("meetings.points.empty_text"),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(empty)
        self.waiting = WaitingButton("")
        self.waiting.setToolTip(plain_tool_tip(f"{words('points.waiting_tip')} ({WAITING_KEYS})"))
        self.add_head_widget(self.waiting)
        self.find_bar = FindBar(words)
        self.body.setSpacing(0)
        self.body.addWidget(self.find_bar)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self.proposals)
        ground = QVBoxLayout()
        ground.setContentsMargins(13, 10, 13, 10)
        ground.addWidget(self.composer)
        self.body.addLayout(ground)
        self._connect()

    def show_meeting(
        self,
        dossier: MeetingDossier,
        known: tuple[KnownAttendance, ...],
        unsaved: frozenset[str],
    ) -> None:
        """Show the points of a meeting; `unsaved` are the ids of what is not stored yet."""
        other = dossier.meeting.id != self._meeting_id
        self._meeting_id = dossier.meeting.id
        draft = self.composer.draft_id
        stored = draft in unsaved or any(point.id == draft for point in dossier.points)
        if other:
            self.leave()
        elif draft and not stored:
            self.composer.forget()
        choices = PointChoices(self._words, dossier, known)
        rows = build_rows(self._words, dossier, without=self.composer.draft_id)
        self.list.show_rows(rows, choices)
        self.rows_changed.emit()
        self.composer.set_rows(rows)
        discussed = dossier.meeting.commitment_ids
        self.composer.set_choices(choices, discussed[0] if len(discussed) == 1 else None)
        self._pages.setCurrentIndex(0 if rows else 1)
        self.set_badge(self._words("meetings.points.badge", n=len(rows)))
        self._count_waiting()
        if other and rows:
            self.list.scroll_to_end()

    def show_values(self, point_id: str, values: Mapping[str, object]) -> None:
        """Show what was written into a point, without touching the rest."""
        self.list.show_values(point_id, values)
        self._count_waiting()

    def written(self) -> str:
        """Return the point that is worked on, "" for none."""
        if self.list.editor.point_id() or self.list.hasFocus():
            return self.list.editor.point_id() or self.list.current_id()
        return self.composer.draft_id or self.list.current_id()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.composer.set_compact(self.height() < _LOW)

    def answer_next(self) -> None:
        """Go to the next input that waits for its answer, and begin with it."""
        self.list.commands.answer_next()

    def leave(self) -> None:
        """Store what is being written and be ready for another meeting."""
        self.list.editing.end()
        if self.composer.draft_id:
            self.composer.finish()
        self.composer.forget()

    def focus_first(self) -> None:
        self.composer.text.setFocus()

    def go_to_list(self) -> None:
        """Move the focus from the next point to the list; out of an empty one."""
        if self.list.point_rows():
            self.list.setFocus()
        else:
            self.escaped.emit()

    def _connect(self) -> None:
        self.composer.draft_edited.connect(self.draft_edited)
        self.composer.draft_emptied.connect(self.draft_emptied)
        self.composer.draft_left.connect(self._tell_left)
        self.composer.escaped.connect(self.go_to_list)
        self.proposals.left.connect(self.focus_first)
        self.composer.focused.connect(self.list.editing.end)
        self.composer.draft_edited.connect(lambda *_: self._tell_written())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell_written())

        self.waiting.clicked.connect(lambda _=False: self.answer_next())
        QShortcut(QKeySequence(WAITING_KEYS), self).activated.connect(self.answer_next)

    def _count_waiting(self) -> None:
        number = sum(1 for row in self.list.point_rows() if waits_for_answer(row.point))
        self.waiting.setVisible(number > 0)
        self.waiting.setText(self._words("points.waiting_short", n=number))
        self.waiting.setAccessibleName(self._words("points.waiting", n=number))
        self.waiting.updateGeometry()

    def _tell_written(self) -> None:
        self.written_changed.emit(self.written())

    def _tell_left(self, point_id: str) -> None:
        self.draft_left.emit(point_id)
        rows = self.list.point_rows()
        row = next((row for row in rows if row.id == point_id), None)
        if row is not None:
            self.list.set_current(point_id)
            announce(self, self._words("meetings.points.saved", number=row.number))
