"""What a row is about that begins a page, when that stands on the page before."""

from collections.abc import Iterator, Sequence

from exports.blocks import Block
from exports.cells import Cell, GridRow

Blocks = tuple[Block, ...]


def labels_above(row: GridRow, above: Sequence[GridRow]) -> list[Blocks]:
    """Return, for each cell of a row, what stood in the cell that it goes on from.

    That is a cell over several rows, or the label of a row that is continued; else nothing.
    """
    whole = (row.whole or row).cells
    labels: list[Blocks] = []
    for (column, cell), origin in zip(_columns(row), whole, strict=True):
        if origin.joined:
            labels.append(_last(column, above))
        else:
            labels.append(origin.blocks if origin.is_head and not cell.blocks else ())
    return labels


def _last(column: int, rows: Sequence[GridRow]) -> Blocks:
    """Return what stands in the last cell of a column that begins in these rows."""
    for row in reversed(rows):
        origins = (row.whole or row).cells
        for (place, cell), origin in zip(_columns(row), origins, strict=True):
            if place != column:
                continue
            if cell.again:
                return cell.blocks
            if not origin.joined:
                return origin.blocks
    return ()


def _columns(row: GridRow) -> Iterator[tuple[int, Cell]]:
    column = 0
    for cell in row.cells:
        yield column, cell
        column += cell.span
