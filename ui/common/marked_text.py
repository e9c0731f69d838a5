"""Texts with some of their letters marked, such as those that were searched for."""

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from db.search.letters import matching_spans
from ui.common.theme import Theme

Span = tuple[int, int]


class Marks:
    """The words that were searched for, set off by their ground in the rows that hold them."""

    def __init__(self, keys: Collection[str] = (), words: tuple[str, ...] = ()) -> None:
        self._keys = frozenset(keys)
        self._words = words
        # Looking through a long text is felt when it is done with every paint.
        self._spans: dict[str, tuple[Span, ...]] = {}
        self._halves: dict[str, tuple[Span, ...]] = {}

    def formats(
        self, key: str, text: str, theme: Theme, view: Span
    ) -> list[QTextLayout.FormatRange]:
        """Return how the words stand out in the part of a row's text that is in view.

        `view` counts as Qt does. Thousands of marks out of sight would be felt: a layout goes
        through all of them for each of its lines.
        """
        if key not in self._keys:
            return []
        if text not in self._halves:
            self._halves[text] = tuple(_as_halves(text, self._find(text)))
        look = QTextCharFormat()
        look.setBackground(theme.colour("found"))
        return [
            _format_range(begin, end - begin, look)
            for begin, end in self._halves[text]
            if begin < view[1] and end > view[0]
        ]

    def paint_ground(
        self,
        painter: QPainter,
        room: QRect,
        key: str,
        text: str,
        metrics: QFontMetrics,
        theme: Theme,
    ) -> None:
        """Paint the ground of the words in one line of a row, before it is drawn over it."""
        if key not in self._keys:
            return
        for begin, end in self._find(text):
            left = room.left() + metrics.horizontalAdvance(text[:begin])
            width = metrics.horizontalAdvance(text[begin:end])
            ground = QRect(left, room.top(), width, room.height())
            painter.fillRect(ground, theme.colour("found"))

    def _find(self, text: str) -> tuple[Span, ...]:
        if text not in self._spans:
            self._spans[text] = matching_spans(text, self._words)
        return self._spans[text]


def draw_marked(
    painter: QPainter,
    room: QRect,
    text: str,
    spans: Sequence[Span],
    font: QFont,
    inks: tuple[QColor, QColor],
) -> None:
    """Draw a text, ending in … where room ends, with spans of its characters set off.

    Args:
        room: where it goes; it stands in the middle of its height.
        inks: the colours of the text and of what is marked.
    """
    layout = _lay_out(text, spans, font, inks[1], room.width())
    height = layout.boundingRect().height()
    painter.setPen(inks[0])
    layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - height) / 2))


def _lay_out(
    text: str, spans: Sequence[Span], font: QFont, mark: QColor, width: int
) -> QTextLayout:
    """Return one line that fits; marked letters are wider than those that it is measured by."""
    room = width
    while True:
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        kept = len(text) if shown == text else len(shown) - 1
        layout = _line(shown, _formats(shown, spans, kept, mark), font)
        excess = layout.boundingRect().width() - width
        if excess <= 0 or room <= 0:
            return layout
        room -= int(excess) + 1


def _line(text: str, formats: list[QTextLayout.FormatRange], font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout


def _formats(
    text: str, spans: Sequence[Span], kept: int, mark: QColor
) -> list[QTextLayout.FormatRange]:
    look = QTextCharFormat()
    look.setForeground(mark)
    look.setFontWeight(QFont.Weight.Bold)
    cut = [(begin, min(end, kept)) for begin, end in spans if begin < kept]
    return [_format_range(begin, end - begin, look) for begin, end in _as_halves(text, cut)]


def _format_range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.start, one.length, one.format = start, length, look
    return one


def _as_halves(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Give sorted spans as Qt counts, in halves of UTF-16; a long text may have thousands."""
    place = halves = 0
    for begin, end in spans:
        start = halves + _halves(text[place:begin])
        place, halves = end, start + _halves(text[begin:end])
        yield start, halves


def _halves(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
