"""The text of a point that stands in the list already: it can divide, and join the one above."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from db.text import clean
from ui.meeting.point_text import PointText


class EditedText(PointText):
    """Ctrl+Backspace at the text's start joins the point with the one above.

    Places in the text are counted in letters, as the register counts them; Qt counts halves of
    UTF-16.

    Signals:
        command_requested(str): "join".
    """

    command_requested = Signal(str)

    def caret(self) -> int:
        """Return how many letters stand before the caret."""
        text = self.document().toRawText().encode("utf-16-le", "surrogatepass")
        before = text[: 2 * self.textCursor().position()]
        return len(clean(before.decode("utf-16-le", "surrogatepass")))

    def set_caret(self, letters: int) -> None:
        """Put the caret behind so many letters."""
        before = self.value()[:letters].encode("utf-16-le", "surrogatepass")
        cursor = self.textCursor()
        cursor.setPosition(len(before) // 2)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        erases = event.key() == Qt.Key.Key_Backspace
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if erases and control and self._is_at_start():
            # A key that is held down to erase stops here.
            if not event.isAutoRepeat():
                self.command_requested.emit("join")
        else:
            super().keyPressEvent(event)

    def _is_at_start(self) -> bool:
        cursor = self.textCursor()
        return cursor.position() == 0 and not cursor.hasSelection()
