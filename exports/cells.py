"""What the rows of a table are made of."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from exports.anchors import Anchor
from exports.blocks import Block, Text
from exports.pen import Colour
from exports.styles import CELL, Style


@dataclass(frozen=True)
class Cell:
    """What stands in a row, in one column or several.

    Attributes:
        blocks: one below the other.
        span: over how many columns it goes.
        joined: whether no line parts it from the cell above: it goes on in this one.
        is_head: whether it names what stands beside it, or below where it fills the row.
        again: whether it only repeats, at a page's top, what stands on the page before.
    """

    blocks: tuple[Block, ...] = ()
    span: int = 1
    shade: Colour | None = None
    joined: bool = False
    is_head: bool = False
    again: bool = False


@dataclass
class GridRow:
    """A row of a table.

    Attributes:
        keep: whether it stays on the page of the row below.
        whole: what it is a part of.
        anchor: what leads here; no table of contents names it.
    """

    cells: tuple[Cell, ...]
    keep: bool = False
    whole: "GridRow | None" = None
    anchor: Anchor | None = None
    measured: float = field(default=-1, init=False)


def text_cell(
    text: str,
    style: Style = CELL,
    *,
    span: int = 1,
    shade: Colour | None = None,
    joined: bool = False,
    is_head: bool = False,
) -> Cell:
    """Return a cell that holds a text."""
    return Cell((Text(text, style),), span, shade, joined, is_head)


def label_cell(
    text: str,
    style: Style,
    *,
    span: int = 1,
    shade: Colour | None = None,
    joined: bool = False,
) -> Cell:
    """Return a cell that names what stands beside it, or below where it fills the row."""
    return text_cell(text, style, span=span, shade=shade, joined=joined, is_head=True)


def head_row(labels: Iterable[str], style: Style, shade: Colour) -> GridRow:
    """Return the row of a table's heads."""
    return GridRow(tuple(text_cell(label, style, shade=shade) for label in labels))


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
