"""Marks on the ground of a text while it is written: they are painted and are no part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from db.differences import Manner, Span
from ui.common.differing_text import change_look, qt_length
from ui.common.theme import current_theme

# Where a text was written anew, a mark on every word says less than none, and costs more.
_MOST = 400
# A blank without words is narrow; it has to be found, and not to cry.
_GAP_INK = 150


class LiveMarks(QObject):
    """Shows in an editor which words came, and at which blanks others went.

    The marks go along with what is typed before and inside of them; `show_spans` puts them
    right.
    """

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._spans: Sequence[Span] = ()
        editor.installEventFilter(self)

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Mark what `db.differences.word_differences` found; none takes the marks away."""
        if not spans and not self._spans:
            return
        self._spans = spans
        self._editor.setExtraSelections(list(self._selections()) if self._fits() else [])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange:
            self.show_spans(self._spans)
        return False

    def _fits(self) -> bool:
        """Tell whether the text is still the one that was compared, letter for letter."""
        length = sum(qt_length(span.text) for span in self._spans if span.manner != "removed")
        return length == self._editor.document().characterCount() - 1

    def _selections(self) -> Iterator[QTextEdit.ExtraSelection]:
        looks = {"added": _ground("added"), "removed": _gap()}
        place = count = 0
        # Where others came instead, these mark the place.
        following = [*(span.manner for span in self._spans[1:]), "same"]
        for span, behind in zip(self._spans, following, strict=True):
            if span.manner == "removed":
                if behind == "added":
                    continue
                begin = self._blank_at(place)
                end = begin + 1
            else:
                begin, end = place, place + qt_length(span.text)
                place = end
            if span.manner != "same" and begin >= 0 and span.text.strip():
                yield self._selection(begin, end, looks[span.manner])
                count += 1
            if count == _MOST:
                return

    def _blank_at(self, place: int) -> int:
        """Return where the blank beside a place is, -1 for none: words went there.

        The blank that a line breaks at is not painted; there it is the letter behind it.
        """
        document = self._editor.document()
        blank = next((at for at in (place - 1, place) if document.characterAt(at) == " "), -1)
        return blank + self._ends_line(blank) if blank >= 0 else -1

    def _ends_line(self, place: int) -> bool:
        block = self._editor.document().findBlock(place)
        inside = place - block.position()
        line = block.layout().lineForTextPosition(inside)
        ends = line.isValid() and line.textStart() + line.textLength() == inside + 1
        return ends and inside + 2 < block.length()

    def _selection(self, begin: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self._editor.document())
        mark.cursor.setPosition(begin)
        mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        mark.format = look
        return mark


def _ground(manner: Manner) -> QTextCharFormat:
    """Return the look of words that came; letters keep their weight, lest the lines move."""
    look = QTextCharFormat()
    look.setBackground(change_look(manner).background())
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setUnderlineColor(current_theme().colour("success"))
    return look


def _gap() -> QTextCharFormat:
    look, ground = QTextCharFormat(), current_theme().colour("danger")
    ground.setAlpha(_GAP_INK)
    look.setBackground(ground)
    return look
