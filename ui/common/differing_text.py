"""Two texts in one: what went is struck out, what came is underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from db.differences import Manner, Span
from resources.words import Words
from ui.common.text_edit import GrowingTextEdit
from ui.common.theme import current_theme

# Nobody scrolls inside of what is only read.
_MOST_LINES = 100_000


class ReadingText(GrowingTextEdit):
    """A text to read and to copy from, as high as it needs; its caret goes by the keys.

    Args:
        label: its name for the screen reader.
    """

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, most_lines=_MOST_LINES, quiet=True, parent=parent)
        self.setProperty("bare", True)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_pieces(self, pieces: Sequence[tuple[str, QTextCharFormat]]) -> None:
        """Show texts behind each other, each in its own look."""
        self.reset("")
        cursor = self.textCursor()
        for text, look in pieces:
            cursor.insertText(text, look)
        self.moveCursor(QTextCursor.MoveOperation.Start)


class DifferingText(ReadingText):
    """The differences between two texts, told by strokes and lines, not by colour alone.

    Args:
        calm: whether all letters keep their weight, beside the text as it is written.
    """

    def __init__(
        self, words: Words, label: str, calm: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, parent)
        self._words = words
        self._calm = calm
        self._spans: Sequence[Span] = ()

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Show what `db.differences.word_differences` found."""
        self._spans = spans
        self.setAccessibleDescription(self._spoken())
        self._paint()

    def go_to_change(self) -> None:
        """Put the caret where the first difference is."""
        kept = self._spans[0].text if self._spans and self._spans[0].manner == "same" else ""
        cursor = self.textCursor()
        cursor.setPosition(min(qt_length(kept), self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def shown_lengths(self) -> list[tuple[int, Manner]]:
        """Return how long each piece stands there, as Qt counts, and what became of it."""
        return [(qt_length(_shown(span)), span.manner) for span in self._spans]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_spans", ()):
            self._paint()

    def _paint(self) -> None:
        looks = {one: change_look(one, self._calm) for one in ("same", "removed", "added")}
        self.show_pieces([(_shown(span), looks[span.manner]) for span in self._spans])

    def _spoken(self) -> str:
        keys = {"removed": "drafts.compare.spoken", "added": "drafts.compare.spoken_added"}
        changes = [span for span in self._spans if span.manner in keys]
        said = [self._words(keys[s.manner], text=s.text.strip()) for s in changes[:20]]
        return " ".join(said)


def change_look(manner: Manner, calm: bool = False) -> QTextCharFormat:
    """Return how a piece of text looks that went, came or stayed; a calm one is not bold."""
    theme = current_theme()
    look = QTextCharFormat()
    look.setForeground(theme.colour("text"))
    if manner == "removed":
        look.setFontStrikeOut(True)
        look.setForeground(theme.colour("danger"))
        look.setBackground(theme.colour("removed_soft"))
    elif manner == "added":
        look.setFontUnderline(True)
        if not calm:
            look.setFontWeight(QFont.Weight.DemiBold)
        look.setForeground(theme.colour("success"))
        look.setBackground(theme.colour("inserted_soft"))
    return look


def qt_length(text: str) -> int:
    """Return a text's length as Qt counts it, in halves of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _shown(span: Span) -> str:
    """Return a piece as it is shown: a line end that went is seen as a sign."""
    if span.manner == "same":
        return span.text
    return span.text.replace("\n", "¶\n") if not span.text.strip() else span.text
