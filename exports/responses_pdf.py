"""The register of answers to inputs as PDF: A4 landscape, in the official form's columns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from db.canvas_changes import AnsweredInput
from db.records import Plan
from exports.archive import Printed, archive_pdf
from exports.blocks import Block, Text
from exports.document import Document
from exports.grid import Cell, Grid, GridRow, text_cell
from exports.layout import LANDSCAPE, Foot, Part, draw_pages, lay_out
from exports.letterhead import letterhead
from exports.pen import Properties, colour
from exports.pictures import Picture, read_logo
from exports.responses import (
    Publicity,
    ResponseRow,
    ResponsesContent,
    public_responses,
    responses_content,
)
from exports.styles import (
    ALARM,
    CELL,
    CELL_CENTER,
    CELL_HEAD,
    CELL_STRONG,
    NOTE,
    NOTE_CENTER,
    PLAIN,
    SHADE,
    SUBTITLE,
    TITLE,
)

_COLUMNS = (5, 29, 16, 13, 24, 29)
_UNANSWERED = colour("#FBEDED")
_ALARMING = replace(CELL_STRONG, ink=ALARM)
_PLACE = replace(CELL_STRONG, size=8.8, leading=12)
_TEXTS = replace(CELL, size=8.8, leading=12, gap=1.5)
_SMALL = replace(NOTE, size=8.4, leading=11.4, gap=1)


def render_responses(
    plan: Plan,
    answers: Sequence[AnsweredInput],
    today: str,
    language: str,
    public: Publicity | None = None,
) -> Document:
    """Return the register of a plan as it stands on a day (ISO), or its public version."""
    if public is None:
        content, found = responses_content(plan, answers, today, language), ()
    else:
        content, found = public_responses(plan, answers, public, today, language)
    logo, notices = read_logo(content.logo)
    part = Part(list(_register(content, logo)), LANDSCAPE, Foot(content.foot))
    title = f"{content.title} – {content.plan}"
    data = draw_pages(lay_out([part]), Properties(title, content.letterhead, language))
    return archive_pdf(data, Printed("responses", language, content), (*notices, *found))


def _register(content: ResponsesContent, logo: Picture | None) -> Iterator[Block]:
    yield from letterhead(content.letterhead, logo)
    yield Text(content.title, TITLE, after=2)
    yield Text(content.plan, SUBTITLE, after=2)
    facts = (content.public, content.day, content.counts)
    yield Text(" · ".join(fact for fact in facts if fact), NOTE_CENTER, after=10)
    if content.nothing:
        yield Text(content.nothing, PLAIN)
        return
    heads = [GridRow(tuple(text_cell(label, CELL_HEAD, shade=SHADE) for label in content.columns))]
    yield Grid(_COLUMNS, [_row(row) for row in content.rows], heads=heads)


def _row(row: ResponseRow) -> GridRow:
    shade = _UNANSWERED if row.unanswered else None
    response = _ALARMING if row.unanswered else CELL_STRONG
    changes = tuple(block for change in row.changes for block in _change(change))
    return GridRow(
        (
            text_cell(row.number, CELL_CENTER, shade=shade),
            Cell((Text(row.text, CELL, after=3), Text(row.origin, _SMALL)), shade=shade),
            Cell((Text(row.raised_by, CELL), Text(row.sector, _SMALL)), shade=shade),
            text_cell(row.response, response, shade=shade),
            text_cell(row.reason, shade=shade),
            Cell(changes, shade=shade),
        )
    )


def _change(change: str) -> Iterator[Block]:
    place, _, texts = change.partition("\n")
    yield Text(place, _PLACE, after=1)
    yield Text(texts, _TEXTS, after=5)
