"""A text in pieces, each of which tells where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.differing_text import ReadingText, qt_length
from ui.common.labels import PlainLabel
from ui.common.scroll import scrolled
from ui.common.theme import current_theme


@dataclass(frozen=True)
class Phrase:
    """Words of the text of now that came in together, and where they came from."""

    text: str
    origin: str


class PhraseText(QWidget):
    """The text of now; where the caret stands, the phrase is marked and its origin told."""

    def __init__(self, words: Words, phrases: Sequence[Phrase]) -> None:
        super().__init__()
        self._phrases = phrases
        self.text = ReadingText(words("drafts.history.now"))
        self.text.show_pieces([(phrase.text, QTextCharFormat()) for phrase in phrases])
        self.origin = PlainLabel("", "small")
        self.origin.setAccessibleName(words("drafts.history.now"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        # Two lines always: the text must not jump while the caret goes through it.
        self.origin.setMinimumHeight(2 * self.origin.fontMetrics().lineSpacing())
        self.origin.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.origin)
        column.addWidget(scrolled(self.text), 1)
        self.text.cursorPositionChanged.connect(self._show_origin)
        self._begin()
        self._show_origin()

    def _begin(self) -> None:
        """Begin at the first phrase that comes from somewhere; labels come from nowhere."""
        told = [place for place, phrase in enumerate(self._phrases) if phrase.origin][:1]
        before = self._phrases[: told[0]] if told else ()
        cursor = self.text.textCursor()
        cursor.setPosition(sum(qt_length(phrase.text) for phrase in before))
        self.text.setTextCursor(cursor)

    def _show_origin(self) -> None:
        found = self._at(self.text.textCursor().position())
        if found is None:
            return
        begin, phrase = found
        self.origin.setText(phrase.origin)
        self.text.setAccessibleDescription(phrase.origin)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self.text.textCursor()
        mark.cursor.setPosition(begin)
        end = begin + qt_length(phrase.text)
        mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        mark.format.setBackground(current_theme().colour("selection"))
        mark.format.setForeground(current_theme().colour("on_selection"))
        self.text.setExtraSelections([mark])

    def _at(self, position: int) -> tuple[int, Phrase] | None:
        begin = 0
        for place, phrase in enumerate(self._phrases):
            end = begin + qt_length(phrase.text)
            if position < end or place == len(self._phrases) - 1:
                return begin, phrase
            begin = end
        return None
