"""The letters that points are drawn in, and their texts laid out in them, each made once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from ui.common.letters import sized

LINE = 1.2
"""From line to line, in heights of the letters."""
_KEPT = 80
_NORMAL, _STRONG = QFont.Weight.Normal, QFont.Weight.DemiBold

Text = tuple[str, int, bool]
"""A text, the width that it has, and whether its letters are strong."""


class PointLetters:
    """Measures and lays out texts for a view.

    Args:
        font: tells the letters of the view.
    """

    def __init__(self, font: Callable[[], QFont]) -> None:
        self._view_font = font
        self._fonts: dict[tuple[int, bool], tuple[QFont, QFontMetrics]] = {}
        self._heights: dict[Text, int] = {}
        self._layouts: dict[Text, QTextLayout] = {}

    def forget(self) -> None:
        """Measure anew: the letters or the widths are other ones."""
        for kept in (self._fonts, self._heights, self._layouts):
            kept.clear()

    def font(self, size: int = 0, strong: bool = False) -> QFont:
        """Return the letters of a size (0: the view's own)."""
        return self._sized(size, strong)[0]

    def metrics(self, size: int = 0, strong: bool = False) -> QFontMetrics:
        """Return the measures of those letters."""
        return self._sized(size, strong)[1]

    def height(self, text: Text) -> int:
        """Return the height that a text needs; of these all are kept."""
        if text not in self._heights:
            self._heights[text] = self._lay_out(*text)[1]
        return self._heights[text]

    def layout(self, text: Text) -> tuple[QTextLayout, int]:
        """Return a text in its lines, and their height; the last few are kept."""
        if text not in self._layouts:
            if len(self._layouts) > _KEPT:
                self._layouts.clear()
            self._layouts[text], self._heights[text] = self._lay_out(*text)
        return self._layouts[text], self._heights[text]

    def _lay_out(self, text: str, width: int, strong: bool) -> tuple[QTextLayout, int]:
        layout = QTextLayout(text.replace("\n", "\u2028"), self.font(0, strong))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        step, top = self.metrics(0, strong).lineSpacing() * LINE, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += step
        layout.endLayout()
        return layout, round(max(top, step))

    def _sized(self, size: int, strong: bool) -> tuple[QFont, QFontMetrics]:
        key = (size, strong)
        if key not in self._fonts:
            font = sized(self._view_font(), size, _STRONG if strong else _NORMAL)
            self._fonts[key] = (font, QFontMetrics(font))
        return self._fonts[key]


def span_in_view(layout: QTextLayout, top: float, bottom: float) -> tuple[int, int]:
    """Return from where to where a text can be seen, with a line to spare at each end."""
    last = layout.lineCount() - 1
    if last < 0:
        return 0, 0
    # All lines are equally high.
    step = layout.lineAt(last).position().y() / last if last else max(1.0, bottom)
    begin, end = (max(0, min(last, int(place // step) + 1)) for place in (top - 2 * step, bottom))
    line = layout.lineAt(end)
    return layout.lineAt(begin).textStart(), line.textStart() + line.textLength()


def letters_to(layout: QTextLayout, x: float, y: float) -> int:
    """Return how many letters of a text stand before a place in it, -1 above its first line."""
    lines = (layout.lineAt(i) for i in range(layout.lineCount()))
    above = [line for line in lines if line.position().y() <= y]
    return letters_before(layout.text(), above[-1].xToCursor(x)) if above else -1


def letters_before(text: str, halves: int) -> int:
    """Return how many letters stand before a place that Qt counts in halves of UTF-16."""
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * halves]
    return len(before.decode("utf-16-le", "ignore"))
