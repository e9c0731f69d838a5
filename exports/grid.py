"""Tables whose rows flow over pages: heads come again, long cells go on, nothing is cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exports.anchors import Anchor, Place
from exports.blocks import Block
from exports.cells import Cell, GridRow
from exports.labels_again import labels_above
from exports.pen import Pen
from exports.styles import LINE
from exports.table_tags import UNTAGGED, TableTags
from exports.tags import HEAD_AGAIN

_CLOSE = 0.01


@dataclass(frozen=True)
class Setting:
    """How the cells are set off: room inside them, and whether there are lines between them.

    Attributes:
        whole: a row that is lower than this moves to the next page in one piece, in points.
    """

    across: float = 5.5
    down: float = 3.6
    ruled: bool = True
    whole: float = 150


RULED = Setting()
OPEN = Setting(across=0, down=1.5, ruled=False)


class Grid(Block):
    """A table. Its columns share the page's width; its heads are repeated on every page."""

    def __init__(
        self,
        shares: Sequence[float],
        rows: Sequence[GridRow],
        *,
        heads: Sequence[GridRow] = (),
        setting: Setting = RULED,
        before: float = 0,
        after: float = 0,
        keep: bool = False,
        anchor: Anchor | None = None,
    ) -> None:
        """Take the rows of a table; without lines it is a list of facts behind their labels.

        `anchor` leads to a single fact whose label is a heading.
        """
        self._shares = tuple(shares)
        self._rows = list(rows)
        self._heads = list(heads)
        self._setting = setting
        heading = anchor.heading if anchor else None
        self._tags = TableTags(self._heads, self._rows, setting.ruled, heading)
        self._goes_on = False
        self.anchor = anchor
        self.before = before
        self.after = after
        self.keep = keep

    def height(self, width: float) -> float:
        return self._heads_height(width) + sum(self._measure(row, width) for row in self._rows)

    def least(self, width: float) -> float:
        """Return the height of its heads with the first rows that belong together."""
        height = self._heads_height(width)
        for row in self._rows:
            whole = self._measure(row, width)
            height += whole if row.keep else min(whole, self._setting.whole)
            if not row.keep:
                break
        return height

    def places(self, top: float, width: float) -> Iterator[Place]:
        yield from super().places(top, width)
        again = len(self._heads) if self._goes_on else 0
        for number, row in enumerate((*self._heads, *self._rows)):
            if row.anchor and number >= again:
                tag = next(iter(self._tags.of(row).cells))
                yield Place(row.anchor, top, tag or row.anchor.heading)
            top += self._measure(row, width)

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        left = room - self._heads_height(width)
        fit = self._count_fitting(width, left)
        if fit == len(self._rows):
            return self, None
        left -= sum(self._measure(row, width) for row in self._rows[:fit])
        part, rest = self._split_row(self._rows[fit], width, left, force=False)
        if part is None:
            while fit and self._rows[fit - 1].keep:
                fit -= 1
            rest = self._rows[fit]
        return self._cut(width, fit, part, rest)

    def force(self, width: float, room: float) -> tuple[Block, Block | None]:
        left = room - self._heads_height(width)
        fit = self._count_fitting(width, left)
        left -= sum(self._measure(row, width) for row in self._rows[:fit])
        if fit == len(self._rows):
            return self, None
        part, rest = self._split_row(self._rows[fit], width, left, force=True)
        first, after = self._cut(width, fit, part, rest)
        return first or self, after

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        with pen.within(self._tags.table):
            with pen.within(HEAD_AGAIN if self._goes_on else None):
                y = self._draw_rows(pen, self._heads, x, y, width)
            y = self._draw_rows(pen, self._rows, x, y, width)
        if self._setting.ruled and (self._heads or self._rows):
            pen.line(x, y, x + width, y, 0.6, LINE)

    def _draw_rows(
        self, pen: Pen, rows: Sequence[GridRow], x: float, y: float, width: float
    ) -> float:
        """Draw rows one below the other, and return where they end."""
        for row in rows:
            if self._setting.ruled:
                self._rule_row(pen, row, x, y, width, opens=row is rows[0])
            self._draw_row(pen, row, x, y, width)
            y += self._measure(row, width)
        return y

    def _rule_row(
        self, pen: Pen, row: GridRow, x: float, y: float, width: float, *, opens: bool
    ) -> None:
        height = self._measure(row, width)
        left = x
        for cell, wide in self._placed(row, width):
            if cell.shade:
                pen.fill(x, y, wide, height, cell.shade)
            x += wide
        pen.line(left, y, left, y + height, 0.6, LINE)
        for cell, wide in self._placed(row, width):
            if opens or not cell.joined:
                pen.line(left, y, left + wide, y, 0.6, LINE)
            left += wide
            pen.line(left, y, left, y + height, 0.6, LINE)

    def _draw_row(self, pen: Pen, row: GridRow, x: float, y: float, width: float) -> None:
        row_tag, tags = self._tags.of(row) if pen.is_tagging else UNTAGGED
        with pen.within(row_tag):
            for (cell, wide), tag in zip(self._placed(row, width), tags, strict=False):
                with pen.within(HEAD_AGAIN if cell.again else tag):
                    self._draw_cell(pen, cell, x, y, wide)
                x += wide

    def _draw_cell(self, pen: Pen, cell: Cell, x: float, y: float, width: float) -> None:
        inner = self._inner(width)
        y += self._setting.down
        for block in cell.blocks:
            block.draw(pen, x + self._setting.across, y, inner)
            y += block.height(inner) + block.after

    def _cut(
        self, width: float, fit: int, part: GridRow | None, rest: GridRow | None
    ) -> tuple[Block | None, Block | None]:
        """Return the rows above with a row's first part, and its rest with the rows below."""
        top = [*self._rows[:fit], *([part] if part else [])]
        bottom = [*([rest] if rest else []), *self._rows[fit + 1 :]]
        if not top:
            return None, self
        if bottom:
            bottom[0] = self._named(bottom[0], top, width)
        first, after = self._with(top), self._with(bottom)
        first.before, first.anchor = self.before, self.anchor
        after.after, after.keep = self.after, self.keep
        after._goes_on = True
        return first, after if bottom else None

    def _named(self, row: GridRow, above: Sequence[GridRow], width: float) -> GridRow:
        """Return a row that begins a page with the labels that stand above it, if they fit in."""
        room = self._measure(row, width) - 2 * self._setting.down
        cells: list[Cell] = []
        placed = self._placed(row, width)
        for (cell, wide), label in zip(placed, labels_above(row, above), strict=True):
            fits = label and self._stacked(label, wide) <= room + _CLOSE
            cells.append(replace(cell, blocks=label, again=True) if fits else cell)
        return GridRow(tuple(cells), row.keep, row.whole or row, row.anchor)

    def _split_row(
        self, row: GridRow, width: float, room: float, *, force: bool
    ) -> tuple[GridRow | None, GridRow | None]:
        """Return the part of a row that fits, and its rest; (None, row) when none should stay."""
        if not force and self._measure(row, width) <= self._setting.whole:
            return None, row
        room -= 2 * self._setting.down
        tops: list[Cell] = []
        rests: list[Cell] = []
        for cell, wide in self._placed(row, width):
            fitting, over = _split_blocks(cell.blocks, self._inner(wide), room, force=force)
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

    def _with(self, rows: list[GridRow]) -> "Grid":
        part = Grid(self._shares, rows, heads=self._heads, setting=self._setting)
        part._tags, part._goes_on = self._tags, self._goes_on
        return part

    def _count_fitting(self, width: float, room: float) -> int:
        for count, row in enumerate(self._rows):
            room -= self._measure(row, width)
            if room < -_CLOSE:
                return count
        return len(self._rows)

    def _heads_height(self, width: float) -> float:
        return sum(self._measure(row, width) for row in self._heads)

    def _measure(self, row: GridRow, width: float) -> float:
        if row.measured < 0:
            heights = [self._stacked(cell.blocks, wide) for cell, wide in self._placed(row, width)]
            row.measured = max(heights, default=0) + 2 * self._setting.down
        return row.measured

    def _stacked(self, blocks: Sequence[Block], width: float) -> float:
        """Return how high blocks are, one below the other, in a cell of this width."""
        inner = self._inner(width)
        return sum(block.height(inner) + block.after for block in blocks)

    def _inner(self, width: float) -> float:
        return width - 2 * self._setting.across

    def _placed(self, row: GridRow, width: float) -> list[tuple[Cell, float]]:
        """Return the cells of a row with their widths."""
        unit = width / sum(self._shares)
        placed: list[tuple[Cell, float]] = []
        column = 0
        for cell in row.cells:
            shares = self._shares[column : column + cell.span]
            placed.append((cell, sum(shares) * unit))
            column += cell.span
        return placed


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
