"""The text field of a point: Enter goes on, Tab at its start makes a sub-point."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.common.text_edit import GrowingTextEdit


class PointText(GrowingTextEdit):
    """Plain text of a point. Shift+Enter is a new line.

    Attributes:
        indents: whether Tab at the text's start means a sub-point just now.
        outdents: whether Shift+Tab there means to promote it.

    Signals:
        entered(): Enter was pressed.
        escaped(): Escape was pressed.
        indent_requested(), outdent_requested(): Tab, Shift+Tab at the text's start.
    """

    entered = Signal()
    escaped = Signal()
    indent_requested = Signal()
    outdent_requested = Signal()

    def __init__(self, label: str, placeholder: str = "") -> None:
        super().__init__(label, placeholder, most_lines=14)
        self.indents = False
        self.outdents = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if shift:
                self.insertPlainText("\n")
                self.ensureCursorVisible()
            else:
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        cursor = self.textCursor()
        at_start = cursor.position() == 0 and not cursor.hasSelection()
        if at_start and forward and self.indents:
            self.indent_requested.emit()
            return True
        if at_start and not forward and self.outdents:
            self.outdent_requested.emit()
            return True
        return super().focusNextPrevChild(forward)
