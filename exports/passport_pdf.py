"""A draft's passport as PDF: one or two pages to hand out with the draft."""

from collections.abc import Iterator

from db.passport import DraftPassport
from exports.anchors import Anchor
from exports.archive import Printed, archive_pdf
from exports.blocks import Block, Text
from exports.cells import OPEN, Cell, GridRow, head_row, label_cell, text_cell
from exports.document import Document
from exports.grid import Grid
from exports.layout import PORTRAIT, Foot, Page, Part, draw_pages, lay_out
from exports.letterhead import letterhead
from exports.passport import MOST_CHANGES, ChangeRow, PassportContent, passport_content
from exports.pen import Properties
from exports.pictures import Picture, read_logo
from exports.styles import (
    CELL,
    CELL_HEAD,
    CELL_STRONG,
    HEADING,
    NOTE,
    NOTE_CENTER,
    SHADE,
    SUBTITLE,
    TITLE,
)
from exports.tags import Nesting
from resources.words import Words

_FACTS = (24, 76)
_MOST_PAGES = 2
_COLUMNS = (20, 27, 30, 23)
_FIRST = (20, 55, 25)
_SIGN = "•"
_HANG = 12.0


def render_passport(passport: DraftPassport, language: str) -> Document:
    """Return the passport of a draft."""
    logo, notices = read_logo(passport.dossier.plan.paper.logo, Words(language)("papers.logo"))
    content, pages = _laid_out(passport, language, logo)
    title = f"{content.title} – {content.commitment}"
    drawn = draw_pages(pages, Properties(title, content.letterhead, language))
    return archive_pdf(drawn, Printed("passport", language, content), notices)


def _laid_out(
    passport: DraftPassport, language: str, logo: Picture | None
) -> tuple[PassportContent, list[Page]]:
    """Lay out as many changes as two pages hold; a change of many parts takes much room."""
    most = MOST_CHANGES
    while True:
        content = passport_content(passport, language, most)
        part = Part(list(_passport(content, logo)), PORTRAIT, Foot(content.foot))
        pages = lay_out([part])
        if len(pages) <= _MOST_PAGES or most == 0:
            return content, pages
        most -= 1


def _passport(content: PassportContent, logo: Picture | None) -> Iterator[Block]:
    yield from letterhead(content.letterhead, logo)
    yield Text(content.title, TITLE, after=2, anchor=Anchor("passport", content.title))
    yield Text(content.commitment, SUBTITLE, after=2)
    yield Text(content.plan, NOTE_CENTER, after=10)
    facts = [
        GridRow((text_cell(fact.label, CELL_STRONG), text_cell(fact.text)))
        for fact in content.facts
    ]
    yield Grid(_FACTS, facts, setting=OPEN, after=10)
    changes = Anchor("changes", content.changes, 1)
    yield Text(content.changes, HEADING, after=4, keep=True, anchor=changes)
    if content.rows:
        yield _changes(content)
    if content.more:
        yield Text(content.more, NOTE, before=4)
    for number, section in enumerate(content.sections, 1):
        anchor = Anchor(f"section-{number}", section.heading, 1)
        yield Text(section.heading, HEADING, before=12, after=3, keep=True, anchor=anchor)
        lists = Nesting()
        for line in section.lines:
            tag = lists.item(0, _SIGN)
            yield Text(line, CELL, marker=_SIGN, hang=_HANG, after=2, tag=tag)


def _changes(content: PassportContent) -> Grid:
    heads = [head_row(content.columns, CELL_HEAD, SHADE)]
    first = len(content.columns) == len(_FIRST)
    rows = [
        GridRow(tuple(_cells(row, first)), anchor=Anchor(f"change-{number}", row.part, 2))
        for number, row in enumerate(content.rows, 1)
    ]
    return Grid(_FIRST if first else _COLUMNS, rows, heads=heads)


def _cells(row: ChangeRow, first: bool) -> Iterator[Cell]:
    """Give a row's cells; nothing stood there before the first draft."""
    yield label_cell(row.part, CELL_STRONG)
    texts = (row.after, row.request) if first else (row.before, row.after, row.request)
    yield from (text_cell(text) for text in texts)
