"""A question below the field for attendees: is this the organisation that is known already?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import GhostButton, IconButton
from ui.common.labels import PlainLabel
from ui.common.look import announce


class SameHint(QFrame):
    """Asks, and never waits for the answer: whoever goes on typing has answered nothing.

    Signals:
        agreed(str, str): the organisation of this attendance is the one of this id.
    """

    agreed = Signal(str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._asked = ("", "")
        self.setObjectName("sameHint")
        self._text = PlainLabel("", "small")
        self.yes = GhostButton(words("similar.same"))
        self.yes.clicked.connect(lambda _=False: self._agree())
        close = IconButton(words("similar.other"), "x")
        close.clicked.connect(lambda _=False: self.hide())
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.yes)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._text)
        column.addLayout(row)
        self.hide()

    def ask(self, attendance_id: str, typed: str, organisation_id: str, name: str) -> None:
        """Ask whether what was typed for an attendance is an organisation that is known."""
        self._asked = (attendance_id, organisation_id)
        text = self._words("similar.question", typed=typed, name=name)
        self._text.setText(text)
        self.show()
        announce(self, text)

    def asked(self) -> str:
        """Return the attendance that is asked about, "" while nothing is asked."""
        return "" if self.isHidden() else self._asked[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._agree()
        else:
            super().keyPressEvent(event)

    def _agree(self) -> None:
        self.hide()
        self.agreed.emit(*self._asked)
