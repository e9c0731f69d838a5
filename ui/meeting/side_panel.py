"""The right column of the desk: the meeting's data, the canvas it is about, or its minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from resources.words import Words
from ui.common.card import Card
from ui.common.chip import KeyHint
from ui.meeting.details import MeetingDetails
from ui.meeting.glance import CanvasGlance
from ui.meeting.minutes_preview import MinutesPreview

if TYPE_CHECKING:
    from db.following import EarlierFollowUp
    from db.records import Commitment
    from db.snapshot import MeetingDossier

KEYS = "Alt+3"
DATA, CANVAS, MINUTES = "data", "canvas", "minutes"


class SidePanel(Card):
    """Pages behind buttons. Alt+3 goes there, and from there to the next page.

    Attributes:
        details: the form; glance: the canvas; minutes: the pages that would be printed now.

    Signals:
        page_changed(str): another page is shown.
    """

    page_changed = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("", padded=False, parent=parent)
        self.setAccessibleName(words("meetings.side.data"))
        self._words = words
        self.details = MeetingDetails(words)
        self.glance = CanvasGlance(words)
        self.minutes = MinutesPreview(words)
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        self._pages: list[str] = []
        self._before = DATA
        self._meeting_id = ""
        # Whether nothing was written yet since the meeting came into view.
        self._untouched = self._discusses = False
        self._empty_head()
        for name, page in ((DATA, self.details), (CANVAS, self.glance), (MINUTES, self.minutes)):
            self._add_page(name, page)
        self.head.addStretch(1)
        # The card hides it where the pages' names need the room.
        self._keys = KeyHint(KEYS)
        self.head.addWidget(self._keys)
        self.body.addWidget(self._stack, 1)
        self._group.idClicked.connect(lambda place: self.show_page(self._pages[place]))
        self.glance.choice_requested.connect(self._choose_commitments)
        self.minutes.closed.connect(self.close_minutes)
        jump = QShortcut(QKeySequence(KEYS), self)
        jump.activated.connect(self._jump)
        self.show_page(DATA)

    def show_meeting(
        self,
        dossier: MeetingDossier,
        commitments: Sequence[Commitment],
        follow_ups: Sequence[EarlierFollowUp],
        today: str,
    ) -> None:
        """Show a meeting's data and what it discusses; `commitments` are all of the plan."""
        if dossier.meeting.id != self._meeting_id:
            self._meeting_id, self._untouched = dossier.meeting.id, True
        self._discusses = bool(dossier.commitments)
        self._name_canvas(dossier.meeting.kind == "finalisation")
        self.details.show_meeting(dossier.meeting, dossier.plan, commitments)
        self.glance.show_commitments(dossier.commitments, dossier.points, follow_ups, today)

    def show_page(self, name: str) -> None:
        """Show "data", "canvas" or "minutes"."""
        if self.page() != MINUTES:
            self._before = self.page()
        place = self._pages.index(name)
        self._stack.setCurrentIndex(place)
        self._group.button(place).setChecked(True)
        self.page_changed.emit(name)

    def make_way(self) -> None:
        """Show what is discussed when writing begins in a meeting that was opened on its data."""
        if self._untouched and self._discusses and self.page() == DATA:
            self.show_page(CANVAS)
        self._untouched = False

    def page(self) -> str:
        """Return which page is shown."""
        return self._pages[self._stack.currentIndex()]

    def toggle_minutes(self) -> None:
        """Show the minutes, or what was shown before them."""
        if self.page() == MINUTES:
            self.close_minutes()
        else:
            self.show_page(MINUTES)

    def close_minutes(self) -> None:
        """Show what was shown before the minutes."""
        if self.page() == MINUTES:
            self.show_page(self._before)

    def _jump(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            # The minutes make room for themselves, which nobody wants in passing.
            self.show_page(CANVAS if self.page() == DATA else DATA)
        self.focus_first()

    def _choose_commitments(self) -> None:
        self.show_page(DATA)
        self.details.focus_commitments()

    def _name_canvas(self, finalises: bool) -> None:
        """Call the canvas what stands in its place in a finalisation."""
        button = self._group.button(self._pages.index(CANVAS))
        area = "agenda.page" if finalises else "meetings.side"
        button.setText(self._words(f"{area}.canvas"))
        button.setAccessibleName(self._words(f"{area}.show_canvas"))

    def _add_page(self, name: str, page: QWidget) -> None:
        self._group.addButton(self._build_button(name), len(self._pages))
        self.head.addWidget(self._group.button(len(self._pages)))
        self._stack.addWidget(page)
        self._pages.append(name)

    def _build_button(self, name: str) -> QPushButton:
        button = QPushButton(self._words(f"meetings.side.{name}"))
        button.setObjectName("sideSwitch")
        button.setCheckable(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(self._words(f"meetings.side.show_{name}"))
        return button

    def _empty_head(self) -> None:
        while self.head.count():
            item = self.head.takeAt(0)
            if item is not None and item.widget() is not None:
                item.widget().hide()
        self.head.setContentsMargins(7, 0, 13, 0)
        self.head.setSpacing(2)
