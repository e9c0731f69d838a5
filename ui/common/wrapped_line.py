"""A field of one paragraph that wraps: for titles that are longer than a line."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.common.line_edit import one_line
from ui.common.text_edit import GrowingTextEdit


class WrappedLine(GrowingTextEdit):
    """One paragraph on as many lines as it needs; Enter goes on to the next field.

    Fits the protocol of ui.common.field.Field (value: str). A text that was stored with line
    ends keeps them until somebody writes in it.
    """

    def __init__(
        self, label: str, placeholder: str = "", quiet: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, placeholder, lines=1, quiet=quiet, parent=parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(one_line(source.text()).strip())
        self.ensureCursorVisible()
