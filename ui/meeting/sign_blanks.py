"""The blanks around a sign that is taken out of a text: one is enough."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

_STOPS = ".,;:?)"


class SignBlanks:
    """Takes signs out of a text so that no blank stands double or before a stop.

    Whoever takes a sign in the middle of a sentence types a blank next, by habit, where one
    stands already: the first such blank is not written.
    """

    def __init__(self, text: QTextEdit) -> None:
        self._text = text
        # Where a sign was taken just now, -1 for nowhere.
        self._place = -1

    def cut(self, start: int, end: int) -> None:
        """Take a sign out of the text, in one step of its undo."""
        document = self._text.document()
        follows = document.characterAt(end)
        if self._blank_before(start) and follows == " ":
            end += 1
        elif start and document.characterAt(start - 1) == " " and follows in _STOPS:
            start -= 1
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._place = start if self._blank_before(start) else -1

    def take(self, event: QKeyEvent) -> bool:
        """See what is typed behind a sign that was taken; whether it is not to be written."""
        letter = event.text()
        if not letter:
            return False
        place, self._place = self._place, -1
        cursor = self._text.textCursor()
        if place < 0 or cursor.position() != place or cursor.hasSelection():
            return False
        if letter in _STOPS and self._text.document().characterAt(place - 1) == " ":
            cursor.deletePreviousChar()
        return event.key() == Qt.Key.Key_Space and not event.modifiers()

    def _blank_before(self, place: int) -> bool:
        return place == 0 or self._text.document().characterAt(place - 1).isspace()
