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
    """Draws chips in one line, the last one at the right end; stacked where the text needs room.

    Args:
        font: tells the letters of the view that they are drawn in.
    """

    def __init__(self, font: Callable[[], QFont]) -> None:
        self._view_font = font
        self._widths: dict[str, int] = {}
        self._sums: dict[tuple[Chips, bool], int] = {}
        self._height = 0
        self._font: QFont | None = None

    def forget(self) -> None:
        """Measure anew: the letters are other ones."""
        self._widths.clear()
        self._sums.clear()
        self._height = 0
        self._font = None

    def height(self, number: int = 1) -> int:
        """Return the height of so many chips below each other."""
        self._height = self._height or px(_HEIGHT)
        return number * self._height + (number - 1) * _GAP

    def width(self, chips: Chips, stacked: bool = False) -> int:
        """Return the room that chips take, with what keeps the text off them."""
        if (chips, stacked) not in self._sums:
            widths = [self._width(text) + _GAP for text, _ in chips]
            self._sums[chips, stacked] = (max(widths, default=0) if stacked else sum(widths)) + 6
        return self._sums[chips, stacked]

    def paint(self, painter: QPainter, end: QPoint, chips: Chips, stacked: bool) -> None:
        """Draw chips whose upper right corner stands here."""
        theme = current_theme()
        painter.setFont(self._letters())
        for (text, kind), frame in zip(chips, self._frames(end, chips, stacked), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(f"{kind}_soft"))
            painter.drawRoundedRect(frame, px(_RADIUS), px(_RADIUS))
            painter.setPen(theme.colour(kind))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)

    def chip_at(self, end: QPoint, chips: Chips, stacked: bool, at: QPoint) -> int:
        """Return which chip stands below a point, -1 for none."""
        frames = self._frames(end, chips, stacked)
        return next((i for i, frame in enumerate(frames) if frame.contains(at)), -1)

    def _frames(self, end: QPoint, chips: Chips, stacked: bool) -> list[QRect]:
        if stacked:
            widths = [self._width(text) for text, _ in chips]
            step = self.height() + _GAP
            return [
                QRect(end.x() - width, end.y() + place * step, width, self.height())
                for place, width in enumerate(widths)
            ]
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
