"""A field of one line that wraps where it is long, such as an organisation's full name."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent

from ui.common.line_edit import one_line
from ui.common.pasted import pasted_text
from ui.common.text_edit import GrowingTextEdit


class NameEdit(GrowingTextEdit):
    """Plain text without line ends, all of it in sight. Enter goes on to the next field."""

    def value(self) -> str:
        return one_line(super().value())

    def set_value(self, value: str) -> None:
        super().set_value(one_line(value))

    def insertFromMimeData(self, source: QMimeData) -> None:
        plain = QMimeData()
        plain.setText(one_line(pasted_text(source)))
        super().insertFromMimeData(plain)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)
