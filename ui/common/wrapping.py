"""Breaking text into lines, for delegates that draw it themselves."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


def lines_of(text: str, font: QFont, width: int, most: int) -> Iterator[str]:
    """Yield a text's lines in a width, at most so many; words longer than a line are broken."""
    halves = text.encode("utf-16-le", "surrogatepass")
    # What Qt calls a line end inside one paragraph.
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        # Qt counts in halves of UTF-16.
        begin, end = line.textStart(), line.textStart() + line.textLength()
        yield halves[2 * begin : 2 * end].decode("utf-16-le", "surrogatepass")
    layout.endLayout()


def break_lines(text: str, font: QFont, width: int, most: int) -> tuple[tuple[str, ...], bool]:
    """Break a text into lines of a width, the last one ending in … when more would follow.

    Returns the lines and whether anything was cut.
    """
    # Nobody sees more of it, and laying out 100,000 letters takes its time.
    shown = " ".join(text[: width * most].split())
    lines = list(lines_of(shown, font, width, most))
    if not lines:
        return ("",), False
    used = sum(len(line) for line in lines[:-1])
    rest = shown[used:]
    metrics = QFontMetrics(font)
    last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    cut = last != rest or len(text) > width * most
    return (*(line.rstrip() for line in lines[:-1]), last), cut
