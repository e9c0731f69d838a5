"""A list of a plan as PDF: A4 landscape, a letterhead, a heading with facts, one table."""

from collections.abc import Iterator, Sequence
from dataclasses import Field, dataclass, replace
from typing import Any, ClassVar, Protocol

from exports.anchors import Anchor
from exports.archive import Printed, archive_pdf
from exports.blocks import Block, Text
from exports.cells import GridRow, head_row
from exports.document import Document, Notice
from exports.grid import Grid
from exports.layout import LANDSCAPE, Foot, Part, draw_pages, lay_out
from exports.letterhead import letterhead
from exports.pen import Properties, colour
from exports.pictures import Picture, read_logo
from exports.styles import (
    ALARM,
    CELL_HEAD,
    CELL_STRONG,
    NOTE_CENTER,
    PLAIN,
    SHADE,
    SUBTITLE,
    TITLE,
)
from resources.words import Words

WAITING = colour("#FBEDED")
ALARMING = replace(CELL_STRONG, ink=ALARM)


class ListContent(Protocol):
    """The dataclass of a list: what it says around its rows."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def letterhead(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def plan(self) -> str: ...
    @property
    def columns(self) -> tuple[str, ...]: ...
    @property
    def nothing(self) -> str: ...
    @property
    def foot(self) -> str: ...
    @property
    def logo(self) -> str: ...


@dataclass(frozen=True)
class ListTable:
    """A list's table.

    Attributes:
        widths: the columns' shares of the page.
        facts: what stands below the heading; empty ones are left out.
    """

    widths: Sequence[float]
    rows: Sequence[GridRow]
    facts: Sequence[str]


def render_list(
    name: str,
    content: ListContent,
    table: ListTable,
    language: str,
    notices: Sequence[Notice] = (),
) -> Document:
    """Return a list as a document; `name` says in the file what its content is."""
    logo, found = read_logo(content.logo, Words(language)("papers.logo"))
    part = Part(list(_blocks(content, table, logo)), LANDSCAPE, Foot(content.foot))
    title = f"{content.title} – {content.plan}"
    drawn = draw_pages(lay_out([part]), Properties(title, content.letterhead, language))
    return archive_pdf(drawn, Printed(name, language, content), (*found, *notices))


def _blocks(content: ListContent, table: ListTable, logo: Picture | None) -> Iterator[Block]:
    yield from letterhead(content.letterhead, logo)
    yield Text(content.title, TITLE, after=2, anchor=Anchor("list", content.title))
    yield Text(content.plan, SUBTITLE, after=2)
    yield Text(" · ".join(fact for fact in table.facts if fact), NOTE_CENTER, after=10)
    if content.nothing:
        yield Text(content.nothing, PLAIN)
        return
    heads = [head_row(content.columns, CELL_HEAD, SHADE)]
    yield Grid(table.widths, table.rows, heads=heads)
