"""The table of contents: titles that lead to their pages, with the pages' numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from exports.blocks import Anchor, Block, Text
from exports.layout import Page, Part, lay_out
from exports.pen import Pen
from exports.styles import CONTENTS_INNER, CONTENTS_OUTER, LINE, TITLE

_NUMBER_ROOM = 34.0
_INDENT = 16.0
_ROOM_FOR_DOTS = 18.0


@dataclass(frozen=True)
class Entry:
    """A line of the table; `page` counts from 1."""

    anchor: Anchor
    page: int


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
        room = width - _NUMBER_ROOM
        height = self.height(width)
        self._title.draw(pen, x, y, room)
        last = y + height - self._style.leading
        start = x + self._title.last_end(room) + 5
        if start < x + width - _ROOM_FOR_DOTS:
            pen.dots(start, x + width - _ROOM_FOR_DOTS, last + self._style.baseline, LINE)
        number = Text(str(self._entry.page), replace(self._style, align="right"))
        number.draw(pen, x + room, last, _NUMBER_ROOM)
        pen.link(self._entry.anchor.key, x, y, width, height)


def contents_pages(heading: str, body: Sequence[Page], before: int) -> list[Page]:
    """Return the table of contents for pages that follow it; `before` stand ahead of it.

    How many pages it takes does not depend on the numbers in it.
    """
    pages: list[Page] = []
    while True:
        offset = before + len(pages)
        entries = [
            Entry(anchor, offset + number)
            for number, page in enumerate(body, 1)
            for anchor in page.anchors()
        ]
        if not entries:
            return []
        blocks = [Text(heading, TITLE, after=8), *map(ContentsLine, entries)]
        laid_out = lay_out([Part(blocks, foot=body[0].foot)])
        if len(laid_out) == len(pages):
            return laid_out
        pages = laid_out
