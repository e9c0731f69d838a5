"""One of several filters side by side."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.common.buttons import Button

_STEPS = {
    Qt.Key.Key_Left: False,
    Qt.Key.Key_Up: False,
    Qt.Key.Key_Right: True,
    Qt.Key.Key_Down: True,
}


class FilterButton(Button):
    """One filter; the arrow keys go to its neighbours."""

    ink = "muted"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.toggled.connect(self._ink_over)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.focusNextPrevChild(_STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def _ink_over(self, checked: bool) -> None:
        self.ink = "accent_text" if checked else "muted"
        self.update()
