"""Writing in a cell of a table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.common.text_edit import GrowingTextEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class CellEditor(GrowingTextEdit):
    """A text of any length in a cell. Alt+Enter begins a new line.

    Signals:
        finished(int, int): the person goes on, so many rows down and columns to the right.
        cancelled(): what was written in this visit is not wanted.
        row_wanted(): the person goes on in a new row.
    """

    finished = Signal(int, int)
    cancelled = Signal()
    row_wanted = Signal()

    def __init__(self, label: str, font: QFont, most_lines: int, parent: QWidget) -> None:
        super().__init__(label, most_lines=most_lines, parent=parent)
        self.setObjectName("cellEditor")
        self.setFont(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        modifiers = event.modifiers() & ~_KEYPAD
        if key in _ENTER and modifiers == Qt.KeyboardModifier.AltModifier:
            self.insertPlainText("\n")
        elif key in _ENTER and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.row_wanted.emit()
        elif key in _ENTER:
            self.finished.emit(-1 if modifiers == _SHIFT else 1, 0)
        elif key == Qt.Key.Key_Tab and modifiers == _NONE:
            self.finished.emit(0, 1)
        elif key == Qt.Key.Key_Backtab:
            self.finished.emit(0, -1)
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab goes on in the table, not in the window.
        return False
