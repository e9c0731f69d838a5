"""How high the rows of a table are, and how one of them is split where a page ends."""

from collections.abc import Sequence
from dataclasses import replace

from exports.blocks import Block
from exports.cells import Cell, GridRow, Setting
from exports.labels_again import labels_above

CLOSE = 0.01


class RowLayout:
    """Lays out rows whose columns share a table's width."""

    def __init__(self, shares: Sequence[float], setting: Setting) -> None:
        self._shares = tuple(shares)
        self._setting = setting

    def height(self, row: GridRow, width: float) -> float:
        """Return how high a row is."""
        if row.measured < 0:
            heights = [self.stacked(cell.blocks, wide) for cell, wide in self.placed(row, width)]
            row.measured = max(heights, default=0) + 2 * self._setting.down
        return row.measured

    def total(self, rows: Sequence[GridRow], width: float) -> float:
        """Return how high rows are, one below the other."""
        return sum(self.height(row, width) for row in rows)

    def stacked(self, blocks: Sequence[Block], width: float) -> float:
        """Return how high blocks are, one below the other, in a cell of this width."""
        inner = self.inner(width)
        return sum(block.height(inner) + block.after for block in blocks)

    def inner(self, width: float) -> float:
        """Return the room for text in a cell of this width."""
        return width - 2 * self._setting.across

    def placed(self, row: GridRow, width: float) -> list[tuple[Cell, float]]:
        """Return the cells of a row with their widths."""
        unit = width / sum(self._shares)
        placed: list[tuple[Cell, float]] = []
        column = 0
        for cell in row.cells:
            shares = self._shares[column : column + cell.span]
            placed.append((cell, sum(shares) * unit))
            column += cell.span
        return placed

    def split(
        self, row: GridRow, width: float, room: float, *, force: bool
    ) -> tuple[GridRow | None, GridRow | None]:
        """Return the part of a row that fits, and its rest; (None, row) when none should stay."""
        if not force and self.height(row, width) <= self._setting.whole:
            return None, row
        room -= 2 * self._setting.down
        tops: list[Cell] = []
        rests: list[Cell] = []
        for cell, wide in self.placed(row, width):
            fitting, over = _split_blocks(cell.blocks, self.inner(wide), room, force=force)
            if over and not fitting and not cell.again:
                return None, row
            over = () if cell.again else over
            tops.append(replace(cell, blocks=fitting))
            rests.append(Cell(over, cell.span, cell.shade, joined=True))
        whole = row.whole or row
        if not any(cell.blocks for cell in rests):
            return GridRow(tuple(tops), row.keep, whole, row.anchor), None
        top = GridRow(tuple(tops), whole=whole, anchor=row.anchor)
        return top, GridRow(tuple(rests), row.keep, whole)

    def named(self, row: GridRow, above: Sequence[GridRow], width: float) -> GridRow:
        """Return a row that begins a page with the labels that stand above it, if they fit in."""
        room = self.height(row, width) - 2 * self._setting.down
        cells: list[Cell] = []
        placed = self.placed(row, width)
        for (cell, wide), label in zip(placed, labels_above(row, above), strict=True):
            fits = label and self.stacked(label, wide) <= room + CLOSE
            cells.append(replace(cell, blocks=label, again=True) if fits else cell)
        return GridRow(tuple(cells), row.keep, row.whole or row, row.anchor)


def _split_blocks(
    blocks: Sequence[Block], width: float, room: float, *, force: bool
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    fitting: list[Block] = []
    for number, block in enumerate(blocks):
        first, rest = block.split(width, room)
        if first is None and force and not fitting:
            first, rest = block.force(width, room)
        if first:
            fitting.append(first)
            room -= first.height(width) + first.after
        if rest:
            return tuple(fitting), (rest, *blocks[number + 1 :])
    return tuple(fitting), ()
