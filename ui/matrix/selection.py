"""What is selected in a grid, as spreadsheets understand it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from ui.matrix.clipboard import Block, format_block
from ui.matrix.sizing import GridSizing

if TYPE_CHECKING:
    from ui.matrix.grid import MatrixGrid

RowWish = tuple[str, dict[str, str]]
"""A row's id ("" for one to be added) with texts by field."""


@dataclass(frozen=True)
class Rectangle:
    """A block of cells, its last row and column included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def rows(self) -> range:
        return range(self.top, self.bottom + 1)

    @property
    def columns(self) -> range:
        return range(self.left, self.right + 1)


def selected(grid: MatrixGrid, sizing: GridSizing) -> Rectangle | None:
    """Return the block around everything selected, merged cells whole; None without any."""
    found = grid.selectionModel().selectedIndexes()
    if not found and grid.currentIndex().isValid():
        found = [grid.currentIndex()]
    if not found:
        return None
    rows = [row for index in found for row in rows_of(sizing, index)]
    columns = [index.column() for index in found]
    return Rectangle(min(rows), min(columns), max(rows), max(columns))


def rows_of(sizing: GridSizing, index: QModelIndex) -> range:
    """Return the rows that a cell stands for: several where they are merged."""
    for first, length in sizing.runs(index.column()):
        if first <= index.row() < first + length:
            return range(first, first + length)
    return range(index.row(), index.row() + 1)


def copied(grid: MatrixGrid, block: Rectangle) -> str:
    """Return a block's texts as a spreadsheet reads them."""
    table = grid.table
    return format_block([[table.text(row, c) for c in block.columns] for row in block.rows])


def emptied(grid: MatrixGrid, block: Rectangle) -> list[RowWish]:
    """Return the wish to empty what of a block is filled."""
    table = grid.table
    wishes = [
        (table.ids[row], {table.columns[c].field: "" for c in block.columns if table.text(row, c)})
        for row in block.rows
    ]
    return [(key, texts) for key, texts in wishes if texts]


def pasted(grid: MatrixGrid, at: Rectangle, block: Block) -> tuple[list[RowWish], int]:
    """Return the wish to write a block from a rectangle's corner on.

    One single cell fills the whole rectangle. The number tells how many columns have no room.
    """
    table = grid.table
    if len(block) == 1 and len(block[0]) == 1:
        block = [block[0] * len(at.columns)] * len(at.rows)
    fields = [column.field for column in table.columns[at.left :]]
    wishes: list[RowWish] = []
    for place, line in enumerate(block, at.top):
        key = table.ids[place] if place < len(table.ids) else ""
        wishes.append((key, dict(zip(fields, line, strict=False))))
    widest = max((len(line) for line in block), default=0)
    return wishes, max(0, widest - len(fields))
