"""The sheet on which participants sign, as PDF: A4 landscape, with lines for who walks in."""

from collections.abc import Iterator

from db.snapshot import MeetingDossier
from exports.anchors import Anchor
from exports.archive import Printed, archive_pdf
from exports.attendance import SheetContent, SheetLine, sheet_content
from exports.blocks import Block, Gap, Text
from exports.cells import OPEN, Cell, GridRow, head_row, text_cell
from exports.document import Document
from exports.grid import Grid
from exports.layout import LANDSCAPE, Foot, Page, Part, draw_pages, lay_out
from exports.letterhead import letterhead
from exports.minutes_parts import Fact
from exports.pen import Properties
from exports.pictures import Picture, read_logo
from exports.styles import CELL, CELL_CENTER, CELL_HEAD, LABEL, NOTE, PLAIN, SHADE, SUBTITLE, TITLE
from resources.words import Words

_COLUMNS = (5, 22, 18, 32, 6, 19, 21)
_FACT = (96, 12, LANDSCAPE.inner_width - 96 - 12)
# Room for a pen: a good centimetre.
_ROOM = 24.0
_ROW = _ROOM + 2 * 3.6
_ABOVE = 5.0
_LEAST_BLANK = 3


def render_attendance(dossier: MeetingDossier, language: str) -> Document:
    """Return the sign sheet of a meeting; its last page is filled with blank lines."""
    content = sheet_content(dossier, language)
    logo, notices = read_logo(content.logo, Words(language)("papers.logo"))
    pages = _lay_out(content, logo, _LEAST_BLANK)
    pages = _lay_out(content, logo, _LEAST_BLANK + _free_lines(pages[-1]))
    title = " – ".join(part for part in (content.title, content.foot) if part)
    drawn = draw_pages(pages, Properties(title, content.letterhead, language))
    return archive_pdf(drawn, Printed("attendance", language, content), notices)


def _lay_out(content: SheetContent, logo: Picture | None, blank: int) -> list[Page]:
    blocks = list(_sheet(content, logo, blank))
    return lay_out([Part(blocks, LANDSCAPE, Foot(content.foot))])


def _free_lines(page: Page) -> int:
    """Return how many more lines a page has room for."""
    block, top = page.placed[-1]
    end = top + block.height(page.form.inner_width)
    return int((page.form.height - page.form.bottom - end) // _ROW)


def _sheet(content: SheetContent, logo: Picture | None, blank: int) -> Iterator[Block]:
    yield from letterhead(content.letterhead, logo)
    yield Text(content.title, TITLE, after=2, anchor=Anchor("attendance", content.title))
    for line in (content.subtitle, content.topic):
        yield Text(line, SUBTITLE, after=2)
    yield Grid(_FACT, [_fact(fact) for fact in content.facts], setting=OPEN, before=8, after=8)
    lines = [*content.lines, *([SheetLine()] * blank)]
    heads = [head_row(content.columns, CELL_HEAD, SHADE)]
    yield Grid(_COLUMNS, [_row(n, line) for n, line in enumerate(lines, 1)], heads=heads)


def _fact(fact: Fact) -> GridRow:
    texts = (text_cell(fact.label, LABEL), text_cell(":", PLAIN), text_cell(fact.text, PLAIN))
    return GridRow(texts)


def _row(number: int, line: SheetLine) -> GridRow:
    texts = (line.name, line.title, line.organisation)
    return GridRow(
        (
            Cell((Gap(_ABOVE), Text(f"{number}.", CELL_CENTER))),
            *(Cell((Gap(_ABOVE), Text(text, CELL))) for text in texts),
            Cell((Gap(_ABOVE), Text(line.gender, CELL_CENTER))),
            Cell((Gap(_ROOM),)),
            Cell((Gap(_ABOVE), Text(line.sign, NOTE))),
        )
    )
