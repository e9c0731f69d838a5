"""The right column of the desk: the meeting's data, or the canvas that it is about."""

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

if TYPE_CHECKING:
    from db.records import Commitment
    from db.snapshot import MeetingDossier, OpenFollowUp

KEYS = "Alt+3"


class SidePanel(Card):
    """Two pages behind two buttons. Alt+3 goes there, and from there to the other page.

    Attributes:
        details: the form; glance: the canvas.
    """

    page_changed = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("", padded=False, parent=parent)
        self.setAccessibleName(words("meetings.side.data"))
        self._words = words
        self.details = MeetingDetails(words)
        self.glance = CanvasGlance(words)
        self._pages = QStackedWidget()
        self._buttons = QButtonGroup(self)
        for place, page in enumerate((self.details, self.glance)):
            self._pages.addWidget(page)
            self._buttons.addButton(self._build_button(("data", "canvas")[place]), place)
        self._fill_head()
        self.body.addWidget(self._pages, 1)
        self._buttons.idClicked.connect(self._show_page)
        self.glance.choice_requested.connect(self._choose_commitments)
        jump = QShortcut(QKeySequence(KEYS), self)
        jump.activated.connect(self._jump)
        self._show_page(0)

    def show_meeting(
        self,
        dossier: MeetingDossier,
        commitments: Sequence[Commitment],
        follow_ups: Sequence[OpenFollowUp],
        today: str,
    ) -> None:
        """Show a meeting's data and what it discusses; `commitments` are all of the plan."""
        self.details.show_meeting(dossier.meeting, dossier.plan, commitments)
        self.glance.show_commitments(dossier.commitments, dossier.points, follow_ups, today)

    def show_page(self, name: str) -> None:
        """Show "data" or "canvas"."""
        self._show_page(1 if name == "canvas" else 0)

    def page(self) -> str:
        """Return which page is shown."""
        return ("data", "canvas")[self._pages.currentIndex()]

    def _show_page(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        self._buttons.button(place).setChecked(True)
        self.page_changed.emit(self.page())

    def _jump(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._show_page(1 - self._pages.currentIndex())
        self.focus_first()

    def _choose_commitments(self) -> None:
        self._show_page(0)
        self.details.focus_commitments()

    def _build_button(self, key: str) -> QPushButton:
        button = QPushButton(self._words(f"meetings.side.{key}"))
        button.setObjectName("sideSwitch")
        button.setCheckable(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(self._words(f"meetings.side.show_{key}"))
        return button

    def _fill_head(self) -> None:
        while self.head.count():
            item = self.head.takeAt(0)
            if item is not None and item.widget() is not None:
                item.widget().hide()
        self.head.setContentsMargins(7, 0, 13, 0)
        self.head.setSpacing(2)
        for button in self._buttons.buttons():
            self.head.addWidget(button)
        self.head.addStretch(1)
        self.head.addWidget(KeyHint(KEYS))
