"""How wide columns and how high rows are."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontMetrics

from ui.common.letters import px
from ui.common.wrapping import lines_of
from ui.matrix.view import GridColumn

SIDE = 9
TOP = 7
MOST_HEIGHT = 420
_LINE = 1.2
# More is never seen in a cell, and laying it out would take its time.
_SHOWN = 4000
_WEIGHTS = {"goal": 1.25, "responsible": 1.15, "measure": 1.6, "evidence": 1.2}
_LEAST = 104
_CACHE = 4000


class CellLayout:
    """Breaks texts into lines once for a width, and knows how high they stand."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.bold = QFont(font)
        self.bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        self.line = round(metrics.lineSpacing() * _LINE)
        self._metrics = {False: metrics, True: QFontMetrics(self.bold)}
        self._lines: dict[tuple[str, int, bool], tuple[str, ...]] = {}

    def lines(self, text: str, width: int, strong: bool) -> tuple[str, ...]:
        """Return the lines of a cell; the last one ends in … where not all of it is shown."""
        key = (text, width, strong)
        if key not in self._lines:
            if len(self._lines) > _CACHE:
                self._lines.clear()
            self._lines[key] = self._break(text, width - 2 * SIDE, strong)
        return self._lines[key]

    def height(self, text: str, width: int, strong: bool) -> int:
        """Return how high a cell has to be for its text, up to the most that a row may take."""
        return max(1, len(self.lines(text, width, strong))) * self.line + 2 * TOP

    def _break(self, text: str, width: int, strong: bool) -> tuple[str, ...]:
        most = (MOST_HEIGHT - 2 * TOP) // self.line
        font = self.bold if strong else self.font
        lines = [line.rstrip() for line in lines_of(text[:_SHOWN], font, max(20, width), most + 1)]
        if len(lines) > most:
            lines = lines[:most]
            lines[-1] = lines[-1][:-1] + "…"
        return tuple(lines)


def row_heights(
    layout: CellLayout,
    columns: Sequence[Sequence[str]],
    widths: Sequence[int],
    runs: Sequence[Sequence[tuple[int, int]]],
    strong: Sequence[bool],
) -> list[int]:
    """Return the heights of all rows.

    `columns` holds each column's texts, `runs` where a column's neighbours are one cell: what
    such a cell needs beyond its rows, its last row adds.
    """
    count = len(columns[0]) if columns else 0
    heights = [layout.line + 2 * TOP] * count
    merged: list[tuple[int, int, int]] = []
    for texts, width, column_runs, bold in zip(columns, widths, runs, strong, strict=True):
        for first, length in column_runs:
            need = layout.height(texts[first], width, bold)
            if length == 1:
                heights[first] = max(heights[first], need)
            else:
                merged.append((first, length, need))
    for first, length, need in merged:
        rows = range(first, first + length)
        missing = need - sum(heights[row] for row in rows)
        if missing > 0:
            heights[rows[-1]] += missing
    return heights


def share_width(columns: Sequence[GridColumn], room: int) -> list[int]:
    """Return the columns' widths: the room by their weights, or the least that each needs."""
    weights = [_WEIGHTS.get(column.field, 1.0) for column in columns]
    unit = max(room / sum(weights), px(_LEAST)) if weights else 0
    widths = [math.floor(unit * weight) for weight in weights]
    if widths and sum(widths) < room:
        widths[-1] += room - sum(widths)
    return widths
