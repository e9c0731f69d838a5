"""Fits a grid's columns to its room, its rows to their texts, and merges equal neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView

from ui.common.letters import sized
from ui.common.wrapping import lines_of
from ui.matrix.layout import CellLayout, row_heights, share_width

if TYPE_CHECKING:
    from ui.matrix.grid import MatrixGrid

_HEAD_SIDE = 20
_HEAD_TOP = 8


class GridSizing(QObject):
    """Knows how wide a person wants the columns, and what the rows need.

    Signals:
        height_changed(int): how high the whole table is.
    """

    height_changed = Signal(int)

    def __init__(self, grid: MatrixGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._widths: list[int] = []
        self._own_widths = False
        self._fitting = False
        self._spans: list[tuple[int, int, int]] = []
        self.merging = True
        self.measure_font()

    def prepare(self) -> None:
        """Take over the headers, once the table is dressed."""
        grid, head = self._grid, self._grid.head
        head.setStretchLastSection(False)
        head.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        head.setMinimumSectionSize(64)
        head.sectionResized.connect(self._on_resized)
        rows = grid.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(20)

    def measure_font(self) -> None:
        """Take the grid's letters anew."""
        self.layout = CellLayout(sized(self._grid.font(), 13))

    def forget_widths(self) -> None:
        """Share the width again, for other columns."""
        self._own_widths = False
        self._widths = []

    def fit(self) -> None:
        """Fit everything."""
        self.fit_columns()
        self.merge()
        self.fit_rows()

    def fit_columns(self) -> None:
        """Share the room among the columns, unless a person has set them."""
        grid = self._grid
        if not self._own_widths or len(self._widths) != len(grid.table.columns):
            self._widths = share_width(grid.table.columns, grid.viewport().width())
        self._fitting = True
        for column, width in enumerate(self._widths):
            grid.setColumnWidth(column, width)
        self._fitting = False
        self._fit_head()

    def fit_rows(self) -> None:
        """Give every row the height that its texts need; only those that change are touched."""
        grid, table = self._grid, self._grid.table
        columns = range(len(table.columns))
        rows = range(len(table.ids))
        heights = row_heights(
            self.layout,
            [[table.text(row, column) for row in rows] for column in columns],
            self._widths,
            [self.runs(column) for column in columns],
            [grid.is_strong(column) for column in columns],
        )
        head = grid.verticalHeader()
        for row, height in enumerate(heights):
            if head.sectionSize(row) != height:
                head.resizeSection(row, height)
        self._tell_height()

    def merge(self) -> None:
        """Show equal neighbours as one cell."""
        spans = [
            (first, column, length)
            for column in range(len(self._grid.table.columns))
            for first, length in self.runs(column)
            if length > 1
        ]
        if spans == self._spans:
            return
        self._spans = spans
        self._grid.clearSpans()
        for first, column, length in spans:
            self._grid.setSpan(first, column, length, 1)

    def forget_merged(self) -> None:
        """Begin anew after the rows were replaced, which ends what was merged."""
        self._spans = []
        self._grid.clearSpans()

    def runs(self, column: int) -> tuple[tuple[int, int], ...]:
        """Return which rows are one cell in a column, as (first, count)."""
        if self.merging:
            return self._grid.table.runs(column)
        return tuple((row, 1) for row in range(len(self._grid.table.ids)))

    def _on_resized(self, column: int, _old: int, width: int) -> None:
        if not self._fitting and column < len(self._widths):
            self._widths[column] = width
            self._own_widths = True
            self._fit_head()
            self.fit_rows()

    def _fit_head(self) -> None:
        font = sized(self._grid.font(), 13, QFont.Weight.DemiBold)
        lines = [
            len(list(lines_of(column.label, font, width - _HEAD_SIDE, 3)))
            for column, width in zip(self._grid.table.columns, self._widths, strict=True)
        ]
        line = QFontMetrics(font).lineSpacing()
        if self._grid.head.want_height(max(lines, default=1) * line + 2 * _HEAD_TOP):
            # Not at once: this may be called while the table is being laid out.
            QTimer.singleShot(0, self._grid, self._grid.updateGeometries)
        self._tell_height()

    def _tell_height(self) -> None:
        grid = self._grid
        bar = grid.horizontalScrollBar()
        height = grid.head.wanted_height() + grid.verticalHeader().length()
        wide = sum(self._widths) > grid.viewport().width()
        self.height_changed.emit(height + (bar.sizeHint().height() if wide else 0) + 2)
