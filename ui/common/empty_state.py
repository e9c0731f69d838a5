"""What a screen shows when there is nothing yet: what it is for and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.common.buttons import Button, GhostButton, PrimaryButton
from ui.common.icons import IconLabel
from ui.common.labels import PlainLabel
from ui.common.letters import hold


class EmptyState(QWidget):
    """An icon, a sentence, the next step and its button.

    Signals:
        pressed: the button was used.
    """

    pressed = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        button: str = "",
        button_icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(IconLabel(icon, "muted", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(_centred(title, "strong"))
        column.addLayout(_centred(text, "muted"))
        self.button = PrimaryButton(button, button_icon) if button else None
        if self.button:
            column.addSpacing(8)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
            self.button.clicked.connect(lambda: self.pressed.emit())
        self._others = QHBoxLayout()
        self._others.setSpacing(8)
        self._others.addStretch(1)
        self._others.addStretch(1)
        column.addLayout(self._others)
        column.addStretch(2)

    def add_choice(self, words: str, icon: str = "") -> Button:
        """Offer something else below the main button and return its button."""
        button = GhostButton(words, icon)
        self._others.insertWidget(self._others.count() - 1, button)
        return button


def _centred(words: str, role: str) -> QHBoxLayout:
    """Return words in the middle, as wide as there is room."""
    label = PlainLabel(words, role)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    hold(label, maximumWidth=440)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, 1000)
    row.addStretch(1)
    return row
