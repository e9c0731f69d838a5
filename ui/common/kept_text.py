"""The clean text of a document, without reading all of it again for each letter."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument

from db.text import clean

# Line ends as a document has them.
_LINES = {0x2028: "\n", 0x2029: "\n"}
# No letter but an ASCII one stands alone whatever is beside it; so far one is looked for.
_NEAR = 64
# From here on, letters join or are put upon each other.
_JOINING = "\u0300"


class KeptText(QObject):
    """Keeps a document's text as the register would keep it, brought up to date by each change.

    Only what changed is cleaned, together with the letters beside it that it could compose with.
    Where that is not surely the same as cleaning all of it, all of it is read again.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._text: str | None = None
        self._exact = False
        self._simple = False
        document.contentsChange.connect(self._on_change)

    def value(self) -> str:
        """Return the whole text."""
        length = self._document.characterCount() - 1
        if self._text is None or (self._exact and len(self._text) != length):
            # toPlainText would turn no-break spaces into plain ones.
            raw = self._document.toRawText()
            self._text = clean(raw)
            # Counted in halves of UTF-16, as Qt does: no letter is made of two.
            self._exact = len(raw) == length and self._text == raw.translate(_LINES)
            self._simple = max(self._text, default="") < _JOINING
        return self._text

    def is_simple(self) -> bool:
        """Tell whether all letters can be drawn one by one."""
        return bool(self.value()) and self._simple

    def _on_change(self, place: int, removed: int, added: int) -> None:
        if self._text is not None:
            self._text = self._changed(self._text, place, removed, added) if self._exact else None

    def _changed(self, text: str, place: int, removed: int, added: int) -> str | None:
        """Return the text with a change, None where it has to be read again."""
        length = self._document.characterCount() - 1
        # A change of looks only may count the end of the document, too.
        if len(text) - removed + added != length or place + added > length:
            return None
        cursor = QTextCursor(self._document)
        cursor.setPosition(place)
        cursor.setPosition(place + added, QTextCursor.MoveMode.KeepAnchor)
        came = cursor.selectedText().translate(_LINES)
        before, after = text[:place], text[place + removed :]
        near = came.join((_end(before), _begin(after)))
        if len(came) != added or clean(near) != near:
            return None
        self._simple &= max(came, default="") < _JOINING
        return came.join((before, after))


def _end(text: str) -> str:
    """Return the last letters of a text, from one on that composes with none before it."""
    for place in range(len(text) - 1, max(-1, len(text) - _NEAR), -1):
        if text[place].isascii():
            return text[place:]
    return text


def _begin(text: str) -> str:
    """Return the first letters of a text, up to one that composes with none before it."""
    return next((text[:n] for n, letter in enumerate(text[:_NEAR]) if letter.isascii()), text)
