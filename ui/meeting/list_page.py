"""The meetings of a plan, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.card import Card
from ui.common.empty_state import EmptyState
from ui.common.row_list import Row, RowList
from ui.meeting.wording import meeting_day, meeting_title

if TYPE_CHECKING:
    from db.snapshot import MeetingSummary


class MeetingListPage(QWidget):
    """Meetings to open, with their numbers; what to do when there are none.

    Attributes:
        list: the meetings; new_button: what stands there while there are none.

    Signals:
        opened(str): a meeting was chosen.
        removal_requested(str): a meeting shall be deleted.
        new_requested(): a meeting shall be made.
        home_requested(): there is no plan, and the person wants to make one.
    """

    opened = Signal(str)
    removal_requested = Signal(str)
    new_requested = Signal()
    home_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.list = RowList(words("meetings.list.name"))
        self.list.opened.connect(self.opened)
        self.list.removal_requested.connect(self.removal_requested)
        card = Card(words("meetings.list.name"), padded=False)
        card.body.addWidget(self.list)
        self._card = card
        self._empty = self._state("empty", words("meetings.list.new"), "plus")
        self._empty.pressed.connect(self.new_requested)
        assert self._empty.button is not None
        self.new_button = self._empty.button
        self._no_plan = self._state("no_plan", words("meetings.list.no_plan_button"), "house")
        self._no_plan.pressed.connect(self.home_requested)
        self._pages = QStackedWidget()
        for page in (card, self._empty, self._no_plan):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def show_meetings(self, meetings: Sequence[MeetingSummary], has_plan: bool) -> None:
        """Show the meetings of the plan in view."""
        self.list.set_rows([self._row(summary) for summary in meetings])
        self._card.set_badge(str(len(meetings)))
        self._pages.setCurrentIndex(0 if meetings else 1 if has_plan else 2)

    def focus_start(self) -> None:
        """Put the focus on the list, or on the button that helps on."""
        page = self._pages.currentWidget()
        if isinstance(page, EmptyState) and page.button is not None:
            page.button.setFocus()
        else:
            self.list.setFocus()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        current = self.list.current_key()
        if self._pages.currentIndex() or not current:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._words("meetings.delete"), lambda: self.removal_requested.emit(current))
        menu.popup(event.globalPos())

    def _state(self, key: str, button: str, drawing: str) -> EmptyState:
        words = self._words
        return EmptyState(
            "message-square-text",
            words(f"meetings.list.{key}_title"),
            words(f"meetings.list.{key}_text"),
            button,
            drawing,
        )

    def _row(self, summary: MeetingSummary) -> Row:
        words, meeting = self._words, summary.meeting
        day = meeting_day(words, meeting) or words("meetings.list.no_date")
        numbers = [
            words(f"meetings.list.{key}", n=number)
            for key, number in (
                ("people", summary.people), ("points", summary.points),
                ("unanswered", summary.unanswered), ("open", summary.open_follow_ups),
            )
            if number or key == "points"
        ]  # fmt: skip
        note = " · ".join(part for part in (day, meeting.place, *numbers) if part)
        final = meeting.status == "final"
        status = words("meetings.list.final" if final else "meetings.list.draft")
        chips = [(status, "success" if final else "neutral")]
        if summary.proposed:
            waits = words("meetings.list.proposed", n=summary.proposed)
            chips.insert(0, (waits, "warning"))
        return Row(meeting.id, meeting_title(words, meeting), note, chips=tuple(chips), strong=True)
