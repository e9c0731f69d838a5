"""What the rows and cells of a table are for who has it read out: heads, spans, or facts."""

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import NamedTuple

from exports.cells import Cell, GridRow
from exports.tags import Tag, item_tag


class RowTags(NamedTuple):
    """The tag of a row, and those of its cells; None for a cell that goes on from above."""

    row: Tag | None
    cells: Iterable[Tag | None]


UNTAGGED = RowTags(None, repeat(None))


class TableTags:
    """The tags of a table, shared by the parts that it is split into.

    Attributes:
        table: what the rows stand in; None where they are no table.
    """

    def __init__(
        self,
        heads: Sequence[GridRow],
        rows: Sequence[GridRow],
        ruled: bool,
        heading: Tag | None = None,
    ) -> None:
        """Take all rows of a table; rows without lines are facts, each behind its label."""
        self.table = Tag("Table") if ruled else None
        self._heads = heads
        self._rows = rows
        self._heading = heading
        self._made: dict[int, RowTags] = {}

    def of(self, row: GridRow) -> RowTags:
        """Return the tags of a row, or of the row that it is a part of."""
        if not self._made:
            self._make()
        return self._made[id(row.whole or row)]

    def _make(self) -> None:
        if self.table is None:
            group = Tag("L")
            self._made = {id(row): self._fact(row, group) for row in self._rows}
            return
        for row in self._heads:
            self._made[id(row)] = _tag_row(self.table, row, {}, scope="Column")
        below: dict[int, int] = {}
        for row in reversed(self._rows):
            self._made[id(row)] = _tag_row(self.table, row, below, opens=row is self._rows[0])

    def _fact(self, row: GridRow, group: Tag) -> RowTags:
        """Return the tags of a fact: all cells but the last one are its label."""
        labels = len(row.cells) - 1
        if self._heading:
            return RowTags(None, [self._heading] * labels + [None])
        body = item_tag(group)
        return RowTags(None, [*[body.label] * labels, body])


def _tag_row(
    table: Tag, row: GridRow, below: dict[int, int], *, scope: str = "", opens: bool = False
) -> RowTags:
    """Tag a row; `below` holds, by column, how many rows the cell goes on in the rows below."""
    tag = Tag("TR", table)
    cells: list[Tag | None] = []
    columns = sum(cell.span for cell in row.cells)
    column = 0
    for cell in row.cells:
        more = below.pop(column, 0)
        if cell.joined and not opens:
            below[column] = more + 1
            cells.append(None)
        else:
            cells.append(_tag_cell(tag, cell, more + 1, scope or _scope(cell, columns)))
        column += cell.span
    return RowTags(tag, cells)


def _scope(cell: Cell, columns: int) -> str:
    """Return what a head names, which is below it where it fills the row; "" for no head."""
    if not cell.is_head:
        return ""
    return "Row" if cell.span < columns else "Column"


def _tag_cell(row: Tag, cell: Cell, rows: int, scope: str) -> Tag:
    said: dict[str, object] = {"Scope": scope} if scope else {}
    if cell.span > 1:
        said["ColSpan"] = cell.span
    if rows > 1:
        said["RowSpan"] = rows
    return Tag("TH" if scope else "TD", row, said or None)
