"""The table of contents: titles that lead to their pages, with the pages' numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from exports.anchors import Anchor
from exports.blocks import Block, Text
from exports.layout import Foot, Page, Part, lay_out
from exports.pen import Pen
from exports.styles import CONTENTS_INNER, CONTENTS_OUTER, LINE, TITLE
from exports.tags import Tag, heading_tag

_NUMBER_ROOM = 34.0
_INDENT = 16.0
_ROOM_FOR_DOTS = 18.0


@dataclass(frozen=True)
class Entry:
    """A line of the table.

    Attributes:
        page: counts from 1.
        tag: what the line is: a link in the table's list.
    """

    anchor: Anchor
    page: int
    tag: Tag


class ContentsLine(Block):
    """A title, a dotted leader and a page number, all of which can be clicked."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._style = CONTENTS_INNER if entry.anchor.level else CONTENTS_OUTER
        self._indent = entry.anchor.level * _INDENT
        self._title = Text(entry.anchor.line, self._style, indent=self._indent)
        self.before = 2.0 if entry.anchor.level else 7.0

    def height(self, width: float) -> float:
        return self._title.height(width - _NUMBER_ROOM)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        with pen.within(self._entry.tag):
            self._draw(pen, x, y, width)

    def _draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        room = width - _NUMBER_ROOM
        height = self.height(width)
        self._title.draw(pen, x, y, room)
        last = y + height - self._style.leading
        start = x + self._title.last_end(room) + 5
        if start < x + width - _ROOM_FOR_DOTS:
            pen.dots(start, x + width - _ROOM_FOR_DOTS, last + self._style.baseline, LINE)
        number = Text(str(self._entry.page), replace(self._style, align="right"))
        number.draw(pen, x + room, last, _NUMBER_ROOM)
        anchor = self._entry.anchor
        pen.link(anchor.key, anchor.line, x, y, width, height)


def contents_pages(heading: str, foot: Foot, body: Sequence[Page], before: int) -> list[Page]:
    """Return the table of contents for pages that follow it; `before` stand ahead of it.

    How many pages it takes does not depend on the numbers in it.
    """
    pages: list[Page] = []
    while True:
        lines = _lines(body, before + len(pages))
        if not lines:
            return []
        blocks = [Text(heading, TITLE, after=8, tag=heading_tag(0)), *lines]
        laid_out = lay_out([Part(blocks, foot=foot)])
        if len(laid_out) == len(pages):
            return laid_out
        pages = laid_out


def _lines(body: Sequence[Page], offset: int) -> list[ContentsLine]:
    """Return the table's lines; those of inner levels are a table within the table."""
    tables: list[Tag] = []
    lines: list[ContentsLine] = []
    for number, page in enumerate(body, offset + 1):
        for anchor in page.anchors():
            del tables[anchor.level + 1 :]
            while len(tables) <= anchor.level:
                tables.append(Tag("TOC", tables[-1] if tables else None))
            reference = Tag("Reference", Tag("TOCI", tables[-1]))
            lines.append(ContentsLine(Entry(anchor, number, Tag("Link", reference))))
    return lines
