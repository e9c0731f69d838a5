"""The chips at the right of a row: drawn, measured, and found below the pointer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui.common.chip import Kind
from ui.common.letters import px, sized
from ui.common.theme import current_theme

_HEIGHT = 19
_SIDE = 9
_GAP = 5
_RADIUS = 9
_LETTERS = 12

Chips = tuple[tuple[str, Kind], ...]


class ChipStrip:
    """Draws chips in one line, the last one at the right end.

    Args:
        font: tells the letters of the view that they are drawn in.
    """

    def __init__(self, font: Callable[[], QFont]) -> None:
        self._view_font = font
        self._widths: dict[str, int] = {}
        self._sums: dict[Chips, int] = {}
        self._height = 0
        self._font: QFont | None = None

    def forget(self) -> None:
        """Measure anew: the letters are other ones."""
        self._widths.clear()
        self._sums.clear()
        self._height = 0
        self._font = None

    def height(self) -> int:
        self._height = self._height or px(_HEIGHT)
        return self._height

    def width(self, chips: Chips) -> int:
        """Return the room that chips take, with what keeps the text off them."""
        if chips not in self._sums:
            self._sums[chips] = sum(self._width(text) + _GAP for text, _ in chips) + 6
        return self._sums[chips]

    def paint(self, painter: QPainter, end: QPoint, chips: Chips) -> None:
        """Draw chips whose upper right corner stands here."""
        theme = current_theme()
        painter.setFont(self._letters())
        for (text, kind), frame in zip(chips, self._frames(end, chips), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(f"{kind}_soft"))
            painter.drawRoundedRect(frame, px(_RADIUS), px(_RADIUS))
            painter.setPen(theme.colour(kind))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)

    def chip_at(self, end: QPoint, chips: Chips, at: QPoint) -> int:
        """Return which chip stands below a point, -1 for none."""
        frames = self._frames(end, chips)
        return next((i for i, frame in enumerate(frames) if frame.contains(at)), -1)

    def _frames(self, end: QPoint, chips: Chips) -> list[QRect]:
        frames: list[QRect] = []
        right = end.x()
        for text, _ in reversed(chips):
            width = self._width(text)
            frames.insert(0, QRect(right - width, end.y(), width, self.height()))
            right -= width + _GAP
        return frames

    def _width(self, text: str) -> int:
        if text not in self._widths:
            advance = QFontMetrics(self._letters()).horizontalAdvance(text)
            self._widths[text] = advance + 2 * _SIDE
        return self._widths[text]

    def _letters(self) -> QFont:
        if self._font is None:
            self._font = sized(self._view_font(), _LETTERS, QFont.Weight.DemiBold)
        return self._font
