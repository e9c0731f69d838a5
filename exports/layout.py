"""Laying blocks out on pages: margins, feet, what stays together, and drawing it all at last.

Pages are laid out before anything is drawn, so that a foot can say `2 / 5` and a table of
contents can name pages, without printing everything twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from exports.anchors import Anchor
from exports.blocks import Block, Text
from exports.fonts import BOLD, word_width
from exports.pen import Pen, Properties
from exports.structure import Structure
from exports.styles import ALARM, LINE, MUTED, Style
from exports.tagged_pen import TaggedPen
from exports.tags import FOOT

A4 = (595.28, 841.89)
_FOOT_STYLE = Style(size=8, leading=10.4, ink=MUTED)
_NUMBER_STYLE = replace(_FOOT_STYLE, align="right")
_DRAFT_STYLE = replace(_FOOT_STYLE, font=BOLD, ink=ALARM)
_NOTE_STYLE = replace(_FOOT_STYLE, font=BOLD)
_NUMBER_ROOM = 44.0
_FOOT_HEIGHT = 2 * _FOOT_STYLE.leading
_CLOSE = 0.01


@dataclass(frozen=True)
class PageForm:
    """The size of a page and its margins, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def inner_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def inner_height(self) -> float:
        return self.height - self.top - self.bottom


PORTRAIT = PageForm(A4[0], A4[1], 68, 62, 56, 64)
LANDSCAPE = PageForm(A4[1], A4[0], 54, 54, 50, 58)


@dataclass(frozen=True)
class Foot:
    """What stands at the foot of every page, with the page's number.

    Attributes:
        draft: stands before the text in alarming ink.
        note: a line below it.
        closing: what the note of the document's last page says besides.
    """

    text: str
    draft: str = ""
    note: str = ""
    closing: str = ""


@dataclass(frozen=True)
class Part:
    """Blocks that start on a new page of their own form; a cover has no foot."""

    blocks: Sequence[Block]
    form: PageForm = PORTRAIT
    foot: Foot | None = None


@dataclass
class Page:
    """A page with its blocks and their tops."""

    form: PageForm
    foot: Foot | None
    placed: list[tuple[Block, float]] = field(default_factory=list[tuple[Block, float]])

    def anchors(self) -> list[Anchor]:
        """Return what leads to this page."""
        return [block.anchor for block, _ in self.placed if block.anchor]


def lay_out(parts: Sequence[Part]) -> list[Page]:
    """Return the pages of all parts, in order."""
    return [page for part in parts for page in _Layout(part).run()]


class _Layout:
    """Fills the pages of one part, from top to bottom."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._width = part.form.inner_width
        self._pages: list[Page] = []
        self._y = 0.0

    def run(self) -> list[Page]:
        self._turn()
        blocks = list(self._part.blocks)
        for number, block in enumerate(blocks):
            if block.keep and self._breaks_from(blocks, number):
                self._turn()
            if block.clings and block.before + block.height(self._width) > self._room():
                self._turn_with_last(block)
            self._place(block)
        return self._pages

    def _turn(self) -> None:
        self._pages.append(Page(self._part.form, self._part.foot))
        self._y = 0.0

    def _place(self, block: Block) -> None:
        rest: Block | None = block
        while rest:
            fresh = not self._pages[-1].placed
            before = 0.0 if fresh else rest.before
            first, over = rest.split(self._width, self._room() - before)
            if first is None and fresh:
                first, over = rest.force(self._width, self._room())
            if first:
                self._pages[-1].placed.append((first, self._part.form.top + self._y + before))
                self._y += before + first.height(self._width) + first.after
            rest = over
            if rest:
                self._turn()

    def _turn_with_last(self, block: Block) -> None:
        """Turn the page and take the last block along, with the headings above it, if it may."""
        placed = self._pages[-1].placed
        taken: list[Block] = []
        while len(placed) > 1 and (not taken or placed[-1][0].keep):
            taken.insert(0, placed.pop()[0])
        needed = sum(part.height(self._width) + part.before + part.after for part in taken)
        if needed + block.before + block.height(self._width) > self._part.form.inner_height / 2:
            for part in taken:
                placed.append((part, self._part.form.top))
            taken = []
        self._turn()
        for part in taken:
            self._place(part)

    def _room(self) -> float:
        return self._part.form.inner_height - self._y + _CLOSE

    def _breaks_from(self, blocks: Sequence[Block], number: int) -> bool:
        """Tell whether a page must be turned so that kept blocks stay with what follows."""
        if not self._pages[-1].placed:
            return False
        needed = 0.0
        for block in blocks[number:]:
            needed += block.before
            if not block.keep:
                return needed + block.least(self._width) > self._room()
            needed += block.height(self._width) + block.after
        return needed > self._room()


@dataclass(frozen=True)
class Drawn:
    """A PDF as it was drawn, with what its parts are, which the file doesn't say yet."""

    data: bytes
    structure: Structure


def draw_pages(pages: Sequence[Page], properties: Properties) -> Drawn:
    """Draw laid out pages into a PDF."""
    pen = TaggedPen(properties)
    for index, page in enumerate(pages):
        pen.start_page(page.form.width, page.form.height)
        for block, top in page.placed:
            for place in block.places(top, page.form.inner_width):
                pen.mark(place)
        draw_page(pen, pages, index)
    return Drawn(pen.finish(), pen.structure)


def draw_page(pen: Pen, pages: Sequence[Page], index: int) -> None:
    """Draw one page (from 0) of a document onto the page that was started."""
    page = pages[index]
    for block, top in page.placed:
        block.draw(pen, page.form.left, top, page.form.inner_width)
    if page.foot:
        number = f"{index + 1} / {len(pages)}"
        with pen.within(FOOT):
            _draw_foot(pen, page, page.foot, number, last=index + 1 == len(pages))


def _draw_foot(pen: Pen, page: Page, foot: Foot, number: str, *, last: bool) -> None:
    form = page.form
    right = form.width - form.right
    # With a note there is a line more, for which the rule goes up.
    top = form.height - form.bottom + (12 if foot.note else 22)
    pen.line(form.left, top, right, top, 0.5, LINE)
    left = form.left
    if foot.draft:
        draft = Text(foot.draft, _DRAFT_STYLE)
        draft.draw(pen, left, top + 6, _NUMBER_ROOM)
        left += word_width(foot.draft, _DRAFT_STYLE.font) * _DRAFT_STYLE.size + 12
    # What a foot says stands in full on the first page; here two lines have to do.
    room = right - _NUMBER_ROOM - left - 12
    shown, _ = Text(foot.text, _FOOT_STYLE).force(room, _FOOT_HEIGHT)
    shown.draw(pen, left, top + 6, room)
    Text(number, _NUMBER_STYLE).draw(pen, right - _NUMBER_ROOM, top + 6, _NUMBER_ROOM)
    if foot.note:
        note = " · ".join(part for part in (foot.note, foot.closing if last else "") if part)
        below = top + 6 + shown.height(room)
        shown, _ = Text(note, _NOTE_STYLE).force(room, _FOOT_STYLE.leading)
        shown.draw(pen, left, below, room)
