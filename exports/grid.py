"""Tables whose rows flow over pages: heads come again, long cells go on, nothing is cut."""

from collections.abc import Iterator, Sequence

from exports.anchors import Anchor, Place
from exports.blocks import Block
from exports.cells import RULED, Cell, GridRow, Setting
from exports.pen import Pen
from exports.row_layout import CLOSE, RowLayout
from exports.styles import LINE
from exports.table_tags import UNTAGGED, TableTags
from exports.tags import HEAD_AGAIN


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
        self._layout = RowLayout(shares, setting)
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
        return self._heads_height(width) + self._layout.total(self._rows, width)

    def least(self, width: float) -> float:
        """Return the height of its heads with the first rows that belong together."""
        height = self._heads_height(width)
        for row in self._rows:
            whole = self._layout.height(row, width)
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
            top += self._layout.height(row, width)

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        left = room - self._heads_height(width)
        fit = self._count_fitting(width, left)
        if fit == len(self._rows):
            return self, None
        left -= self._layout.total(self._rows[:fit], width)
        part, rest = self._layout.split(self._rows[fit], width, left, force=False)
        if part is None:
            while fit and self._rows[fit - 1].keep:
                fit -= 1
            rest = self._rows[fit]
        return self._cut(width, fit, part, rest)

    def force(self, width: float, room: float) -> tuple[Block, Block | None]:
        left = room - self._heads_height(width)
        fit = self._count_fitting(width, left)
        left -= self._layout.total(self._rows[:fit], width)
        if fit == len(self._rows):
            return self, None
        part, rest = self._layout.split(self._rows[fit], width, left, force=True)
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
            y += self._layout.height(row, width)
        return y

    def _rule_row(
        self, pen: Pen, row: GridRow, x: float, y: float, width: float, *, opens: bool
    ) -> None:
        height = self._layout.height(row, width)
        left = x
        for cell, wide in self._layout.placed(row, width):
            if cell.shade:
                pen.fill(x, y, wide, height, cell.shade)
            x += wide
        pen.line(left, y, left, y + height, 0.6, LINE)
        for cell, wide in self._layout.placed(row, width):
            if opens or not cell.joined:
                pen.line(left, y, left + wide, y, 0.6, LINE)
            left += wide
            pen.line(left, y, left, y + height, 0.6, LINE)

    def _draw_row(self, pen: Pen, row: GridRow, x: float, y: float, width: float) -> None:
        row_tag, tags = self._tags.of(row) if pen.is_tagging else UNTAGGED
        with pen.within(row_tag):
            for (cell, wide), tag in zip(self._layout.placed(row, width), tags, strict=False):
                with pen.within(HEAD_AGAIN if cell.again else tag):
                    self._draw_cell(pen, cell, x, y, wide)
                x += wide

    def _draw_cell(self, pen: Pen, cell: Cell, x: float, y: float, width: float) -> None:
        inner = self._layout.inner(width)
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
            bottom[0] = self._layout.named(bottom[0], top, width)
        first, after = self._with(top), self._with(bottom)
        first.before, first.anchor = self.before, self.anchor
        after.after, after.keep = self.after, self.keep
        after._goes_on = True
        return first, after if bottom else None

    def _with(self, rows: list[GridRow]) -> "Grid":
        part = Grid(self._shares, rows, heads=self._heads, setting=self._setting)
        part._tags, part._goes_on = self._tags, self._goes_on
        return part

    def _count_fitting(self, width: float, room: float) -> int:
        for count, row in enumerate(self._rows):
            room -= self._layout.height(row, width)
            if room < -CLOSE:
                return count
        return len(self._rows)

    def _heads_height(self, width: float) -> float:
        return self._layout.total(self._heads, width)
