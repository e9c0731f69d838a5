"""Tables whose rows flow over pages: heads come again, long cells go on, nothing is cut."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from exports.blocks import Block, Text
from exports.pen import Colour, Pen
from exports.styles import CELL, LINE, Style

_CLOSE = 0.01


@dataclass(frozen=True)
class Cell:
    """What stands in a row, in one column or several.

    Attributes:
        blocks: one below the other.
        span: over how many columns it goes.
        joined: whether no line parts it from the cell above.
    """

    blocks: tuple[Block, ...] = ()
    span: int = 1
    shade: Colour | None = None
    joined: bool = False


@dataclass
class GridRow:
    """A row; `keep` holds it together with the one below."""

    cells: tuple[Cell, ...]
    keep: bool = False
    measured: float = field(default=-1, init=False)


def text_cell(
    text: str,
    style: Style = CELL,
    *,
    span: int = 1,
    shade: Colour | None = None,
    joined: bool = False,
) -> Cell:
    """Return a cell that holds a text."""
    return Cell((Text(text, style),), span, shade, joined)


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
    ) -> None:
        self._shares = tuple(shares)
        self._rows = list(rows)
        self._heads = list(heads)
        self._setting = setting
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
        return self._cut(fit, part, rest)

    def force(self, width: float, room: float) -> tuple[Block, Block | None]:
        left = room - self._heads_height(width)
        fit = self._count_fitting(width, left)
        left -= sum(self._measure(row, width) for row in self._rows[:fit])
        if fit == len(self._rows):
            return self, None
        part, rest = self._split_row(self._rows[fit], width, left, force=True)
        first, after = self._cut(fit, part, rest)
        return first or self, after

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        rows = [*self._heads, *self._rows]
        for number, row in enumerate(rows):
            height = self._measure(row, width)
            opens = number in (0, len(self._heads))
            self._draw_row(pen, row, x, y, width, opens=opens)
            y += height
        if self._setting.ruled and rows:
            pen.line(x, y, x + width, y, 0.6, LINE)

    def _draw_row(
        self, pen: Pen, row: GridRow, x: float, y: float, width: float, *, opens: bool
    ) -> None:
        height = self._measure(row, width)
        for cell, wide in self._placed(row, width):
            if cell.shade:
                pen.fill(x, y, wide, height, cell.shade)
            if self._setting.ruled:
                if opens or not cell.joined:
                    pen.line(x, y, x + wide, y, 0.6, LINE)
                pen.line(x, y, x, y + height, 0.6, LINE)
                pen.line(x + wide, y, x + wide, y + height, 0.6, LINE)
            down = y + self._setting.down
            for block in cell.blocks:
                inner = self._inner(wide)
                block.draw(pen, x + self._setting.across, down, inner)
                down += block.height(inner) + block.after
            x += wide

    def _cut(
        self, fit: int, part: GridRow | None, rest: GridRow | None
    ) -> tuple[Block | None, Block | None]:
        """Return the rows above with a row's first part, and its rest with the rows below."""
        top = [*self._rows[:fit], *([part] if part else [])]
        bottom = [*([rest] if rest else []), *self._rows[fit + 1 :]]
        if not top:
            return None, self
        first, after = self._with(top), self._with(bottom)
        first.before, first.anchor = self.before, self.anchor
        after.after, after.keep = self.after, self.keep
        return first, after if bottom else None

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
            if over and not fitting:
                return None, row
            tops.append(Cell(fitting, cell.span, cell.shade, cell.joined))
            rests.append(Cell(over, cell.span, cell.shade, joined=True))
        if not any(cell.blocks for cell in rests):
            return GridRow(tuple(tops), row.keep), None
        return GridRow(tuple(tops)), GridRow(tuple(rests), row.keep)

    def _with(self, rows: list[GridRow]) -> "Grid":
        return Grid(self._shares, rows, heads=self._heads, setting=self._setting)

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
            heights = [
                sum(block.height(self._inner(wide)) + block.after for block in cell.blocks)
                for cell, wide in self._placed(row, width)
            ]
            row.measured = max(heights, default=0) + 2 * self._setting.down
        return row.measured

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
