"""One line of text with some of its letters marked, such as those that were searched for."""

from collections.abc import Sequence

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

Span = tuple[int, int]


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
    found: list[QTextLayout.FormatRange] = []
    for begin, end in spans:
        if begin < kept:
            one = QTextLayout.FormatRange()
            # Qt counts in halves of UTF-16.
            one.start = _halves(text[:begin])
            one.length = _halves(text[begin : min(end, kept)])
            one.format = look
            found.append(one)
    return found


def _halves(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
