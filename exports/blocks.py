"""The parts that a page is made of, and how each of them is split where a page ends."""

from collections.abc import Iterator, Sequence
from itertools import repeat

from exports.anchors import Anchor, Place
from exports.pen import Pen
from exports.styles import INK, PLAIN, Style
from exports.tags import Tag
from exports.text_rows import Row, TextSetting, lay_rows, without_lone_lines
from exports.text_tags import TextTags

_UNTAGGED = (repeat(None), None)


class Block:
    """Something that stands on a page, from one margin to the other.

    Attributes:
        before, after: free room above and below, where it is not at the page's edge.
        keep: whether it must not be the last thing on a page.
        clings: whether it must not be the first thing on a page, but come with what is above.
        anchor: what leads here.
        source: what it is made of, for who looks where that stands; its parts have the same.
    """

    before: float = 0
    after: float = 0
    keep: bool = False
    clings: bool = False
    anchor: Anchor | None = None
    source: object = None

    def height(self, width: float) -> float:
        """Return how high it is."""
        raise NotImplementedError

    def least(self, width: float) -> float:
        """Return how much of it must stand below what is kept with it."""
        return self.height(width)

    def places(self, top: float, width: float) -> Iterator[Place]:
        """Give what bookmarks lead to in it, where it stands this far from the page's top."""
        if self.anchor:
            yield Place(self.anchor, top, self.anchor.heading)

    def split(self, width: float, room: float) -> "tuple[Block | None, Block | None]":
        """Return what fits into so much room, and the rest; (None, self) when nothing does."""
        return (self, None) if self.height(width) <= room else (None, self)

    def force(self, width: float, room: float) -> "tuple[Block, Block | None]":
        """Split it for an empty page, where something has to stand whatever it looks like."""
        return self, None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw it with its top left corner at x, y."""
        raise NotImplementedError


class Gap(Block):
    """Free room."""

    def __init__(self, height: float) -> None:
        self._height = height

    def height(self, width: float) -> float:
        return self._height

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """A gap leaves the page as it is."""


class DoubleRule(Block):
    """The line under a letterhead: a thick one over a thin one."""

    before = 6
    after = 18

    def height(self, width: float) -> float:
        return 4

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        pen.line(x, y + 1, x + width, y + 1, 1.8, INK)
        pen.line(x, y + 3.7, x + width, y + 3.7, 0.6, INK)


class Text(Block):
    """A person's text: paragraphs, with the items of lists hanging behind their markers.

    It is broken into lines once; splitting only shares the lines out, so that a text of any
    length costs what its letters cost. A block is laid out for one width.
    """

    def __init__(
        self,
        text: str,
        style: Style = PLAIN,
        *,
        marker: str = "",
        indent: float = 0,
        hang: float = 0,
        before: float = 0,
        after: float = 0,
        keep: bool = False,
        anchor: Anchor | None = None,
        tag: Tag | None = None,
    ) -> None:
        """Take a text; `marker` stands at `indent`, the text itself `hang` behind it.

        `tag` says what it is, if that is neither its anchor's heading nor just paragraphs.
        """
        self._set = TextSetting(text, style, marker, indent, hang)
        self._style = style
        self._indent = indent
        self._rows: Sequence[Row] | None = None
        self._tags = TextTags(tag or (anchor.heading if anchor else None))
        self.before = before
        self.after = after
        self.keep = keep
        self.anchor = anchor

    def height(self, width: float) -> float:
        return self._sum(self._lay(width))

    def least(self, width: float) -> float:
        rows = self._lay(width)
        return self._sum(rows if len(rows) <= 3 else rows[:2])

    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        rows = self._lay(width)
        fit = self._count_fitting(rows, room)
        if fit == len(rows):
            return self, None
        fit = without_lone_lines(rows, fit)
        return (None, self) if fit == 0 else self._cut(rows, fit)

    def force(self, width: float, room: float) -> tuple[Block, Block | None]:
        rows = self._lay(width)
        fit = max(1, self._count_fitting(rows, room))
        return (self, None) if fit >= len(rows) else self._cut(rows, fit)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        rows = self._lay(width)
        y -= rows[0].above if rows else 0
        with pen.within(self._tags.tag):
            for row in rows:
                y += row.above
                self._draw_row(pen, row, x, y, width)
                y += self._style.leading

    def last_end(self, width: float) -> float:
        """Return where its last line ends, when it is set from the left."""
        rows = self._lay(width)
        return rows[-1].indent + rows[-1].line.width if rows else self._indent

    def _draw_row(self, pen: Pen, row: Row, x: float, y: float, width: float) -> None:
        style, line = self._style, row.line
        baseline = y + style.baseline
        labels, body = self._tags.of(row) if pen.is_tagging else _UNTAGGED
        for (place, marker), label in zip(row.markers, labels, strict=False):
            with pen.within(label):
                pen.text(x + place, baseline, marker, style.size, style.ink)
        free = width - row.indent - line.width
        shift = {"center": free / 2, "right": free}.get(style.align, 0.0)
        stretched = style.align == "justify" and line.gaps and not line.last
        stretch = max(0.0, free / line.gaps) if stretched else 0.0
        start = x + row.indent + shift
        with pen.within(body):
            pen.text(start, baseline, line.runs, style.size, style.ink, stretch)

    def _sum(self, rows: Sequence[Row]) -> float:
        if not rows:
            return 0.0
        return sum(row.above + self._style.leading for row in rows) - rows[0].above

    def _count_fitting(self, rows: Sequence[Row], room: float) -> int:
        used = -rows[0].above if rows else 0.0
        for count, row in enumerate(rows):
            used += row.above + self._style.leading
            if used > room + 0.01:
                return count
        return len(rows)

    def _cut(self, rows: Sequence[Row], fit: int) -> tuple[Block, Block]:
        first = self._part(rows[:fit])
        first.before, first.anchor = self.before, self.anchor
        rest = self._part(rows[fit:])
        rest.after, rest.keep = self.after, self.keep
        return first, rest

    def _part(self, rows: Sequence[Row]) -> "Text":
        part = Text("", self._style)
        part._rows = rows
        part._tags = self._tags
        part.source = self.source
        return part

    def _lay(self, width: float) -> Sequence[Row]:
        if self._rows is None:
            self._rows = lay_rows(self._set, width)
        return self._rows
