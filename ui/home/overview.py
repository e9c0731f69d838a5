"""The plan in view at a glance: its meetings, its commitments, and what waits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import LinkButton
from ui.common.empty_state import EmptyState
from ui.common.letters import px
from ui.common.message_bar import MessageBar
from ui.home.record_card import RecordCard
from ui.home.rows import Destination, commitment_row, meeting_row, waiting_groups
from ui.home.waiting_card import WaitingCard

if TYPE_CHECKING:
    from db.overview import DifferingRecord, PlanOverview

# Below this width two cards stand under each other.
_WIDE = 900


class OverviewPage(QWidget):
    """Three lists, each line leading to its record.

    Signals:
        opened(Destination): the person wants to go there.
        meeting_requested(): the person wants a first meeting.
        commitment_requested(): the person wants a new commitment.
        sample_removal_requested(): the person has seen enough of the sample.
    """

    opened = Signal(object)
    meeting_requested = Signal()
    commitment_requested = Signal()
    sample_removal_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._wide: bool | None = None
        self._sample_of = ""
        self._notice: MessageBar | None = None
        self.meetings = self._build_meetings()
        self.commitments = self._build_commitments()
        self.waiting = WaitingCard(words)
        self.waiting.opened.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._notices = QVBoxLayout()
        column.addLayout(self._notices)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        column.addLayout(self._grid, 1)
        self._arrange(True)

    def show_overview(
        self, overview: PlanOverview, differing: Sequence[DifferingRecord], today: str
    ) -> None:
        """Show a plan's meetings, commitments and what waits."""
        words = self._words
        self.meetings.show_rows([meeting_row(words, line) for line in overview.meetings])
        self.commitments.show_rows([commitment_row(words, line) for line in overview.commitments])
        self.waiting.show_groups(waiting_groups(words, overview, differing, today))

    def show_sample(self, plan_id: str) -> None:
        """Say that this plan is the sample and offer to remove it; "" when it is none."""
        if plan_id == self._sample_of:
            return
        self._sample_of = plan_id
        if self._notice is not None:
            self._notice.deleteLater()
            self._notice = None
        if plan_id:
            text, remove = self._words("home.sample.text"), self._words("home.sample.remove")
            self._notice = MessageBar(self._words, text, "info", remove)
            self._notice.action_pressed.connect(self.sample_removal_requested)
            self._notice.dismissed.connect(self._forget_notice)
            self._notices.addWidget(self._notice)

    def focus_start(self) -> None:
        """Put the focus on the first list that holds something."""
        lists = (self.waiting.list, self.meetings.list, self.commitments.list)
        filled = [one for one in lists if one.first_key() and one.isVisibleTo(self)]
        if filled:
            filled[0].setFocus()
        elif self.meetings.empty.button:
            self.meetings.empty.button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width() >= px(_WIDE))

    def _forget_notice(self) -> None:
        # The plan stays known as the sample: dismissed is dismissed while the window is open.
        self._notice = None

    def _open(self, kind: str, record_id: str) -> None:
        self.opened.emit(Destination(kind, {kind: record_id}))

    def _build_meetings(self) -> RecordCard:
        words = self._words
        empty = EmptyState(
            "message-square-text", words("home.meetings.empty_title"),
            words("home.meetings.empty_text"), words("home.actions.new_meeting"), "plus",
        )  # fmt: skip
        card = RecordCard(words("home.meetings.title"), words("home.meetings.list"), empty)
        card.opened.connect(partial(self._open, "meetings"))
        card.first_requested.connect(self.meeting_requested)
        return card

    def _build_commitments(self) -> RecordCard:
        words = self._words
        empty = EmptyState(
            "file-text", words("home.commitments.empty_title"),
            words("home.commitments.empty_text"), words("home.actions.new_commitment"), "plus",
        )  # fmt: skip
        card = RecordCard(words("home.commitments.title"), words("home.commitments.list"), empty)
        card.opened.connect(partial(self._open, "commitments"))
        card.first_requested.connect(self.commitment_requested)
        add = LinkButton(words("home.actions.new_commitment"), "plus")
        add.clicked.connect(lambda _=False: self.commitment_requested.emit())
        card.add_head_widget(add)
        return card

    def _arrange(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        places = ((0, 0, 2), (0, 1, 2), (0, 2, 2)) if wide else ((0, 0, 1), (1, 0, 1), (0, 1, 2))
        cards = (self.meetings, self.commitments, self.waiting)
        for card, (row, column, rows) in zip(cards, places, strict=True):
            self._grid.addWidget(card, row, column, rows, 1)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if wide or column < 2 else 0)
        for row in range(2):
            self._grid.setRowStretch(row, 1)
