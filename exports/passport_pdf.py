"""A draft's passport as PDF: one or two pages to hand out with the draft."""

from collections.abc import Iterator

from db.passport import DraftPassport
from exports.archive import Printed, archive_pdf
from exports.blocks import Block, Text
from exports.document import Document
from exports.grid import OPEN, Cell, Grid, GridRow, text_cell
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

_FACTS = (24, 76)
_MOST_PAGES = 2
_COLUMNS = (16, 28, 31, 25)
_FIRST = (20, 55, 25)
_HANG = 12.0


def render_passport(passport: DraftPassport, language: str) -> Document:
    """Return the passport of a draft."""
    logo, notices = read_logo(passport.dossier.plan.paper.logo)
    content, pages = _laid_out(passport, language, logo)
    title = f"{content.title} – {content.commitment}"
    data = draw_pages(pages, Properties(title, content.letterhead, language))
    return archive_pdf(data, Printed("passport", language, content), notices)


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
    yield Text(content.title, TITLE, after=2)
    yield Text(content.commitment, SUBTITLE, after=2)
    yield Text(content.plan, NOTE_CENTER, after=10)
    facts = [
        GridRow((text_cell(fact.label, CELL_STRONG), text_cell(fact.text)))
        for fact in content.facts
    ]
    yield Grid(_FACTS, facts, setting=OPEN, after=10)
    yield Text(content.changes, HEADING, after=4, keep=True)
    if content.rows:
        yield _changes(content)
    if content.more:
        yield Text(content.more, NOTE, before=4)
    for section in content.sections:
        yield Text(section.heading, HEADING, before=12, after=3, keep=True)
        for line in section.lines:
            yield Text(line, CELL, marker="•", hang=_HANG, after=2)


def _changes(content: PassportContent) -> Grid:
    heads = [GridRow(tuple(text_cell(label, CELL_HEAD, shade=SHADE) for label in content.columns))]
    first = len(content.columns) == len(_FIRST)
    rows = [GridRow(tuple(_cells(row, first))) for row in content.rows]
    return Grid(_FIRST if first else _COLUMNS, rows, heads=heads)


def _cells(row: ChangeRow, first: bool) -> Iterator[Cell]:
    """Give a row's cells; nothing stood there before the first draft."""
    yield text_cell(row.part, CELL_STRONG)
    texts = (row.after, row.request) if first else (row.before, row.after, row.request)
    yield from (text_cell(text) for text in texts)
