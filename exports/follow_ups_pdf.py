"""The follow-ups of a plan as PDF: A4 landscape, what is overdue first and marked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from db.following import FollowUpLine
from db.records import Plan
from exports.archive import Printed, archive_pdf
from exports.blocks import Block, Text
from exports.document import Document
from exports.follow_ups import FollowUpRow, FollowUpsContent, follow_ups_content
from exports.grid import Grid, GridRow, text_cell
from exports.layout import LANDSCAPE, Foot, Part, draw_pages, lay_out
from exports.letterhead import letterhead
from exports.pen import Properties, colour
from exports.pictures import Picture, read_logo
from exports.styles import (
    ALARM,
    CELL,
    CELL_CENTER,
    CELL_HEAD,
    CELL_STRONG,
    NOTE_CENTER,
    PLAIN,
    SHADE,
    SUBTITLE,
    TITLE,
)

_COLUMNS = (5, 37, 27, 20, 13, 12)
_OVERDUE = colour("#FBEDED")
_ALARMING = replace(CELL_STRONG, ink=ALARM)


def render_follow_ups(
    plan: Plan, lines: Sequence[FollowUpLine], today: str, language: str
) -> Document:
    """Return the list of a plan's follow-ups as they stand on a day (ISO)."""
    content = follow_ups_content(plan, lines, today, language)
    logo, notices = read_logo(content.logo)
    part = Part(list(_list(content, logo)), LANDSCAPE, Foot(content.foot))
    title = f"{content.title} – {content.plan}"
    data = draw_pages(lay_out([part]), Properties(title, content.letterhead, language))
    return archive_pdf(data, Printed("follow_ups", language, content), notices)


def _list(content: FollowUpsContent, logo: Picture | None) -> Iterator[Block]:
    yield from letterhead(content.letterhead, logo)
    yield Text(content.title, TITLE, after=2)
    yield Text(content.plan, SUBTITLE, after=2)
    facts = (content.day, content.counts)
    yield Text(" · ".join(fact for fact in facts if fact), NOTE_CENTER, after=10)
    if content.nothing:
        yield Text(content.nothing, PLAIN)
        return
    heads = [GridRow(tuple(text_cell(label, CELL_HEAD, shade=SHADE) for label in content.columns))]
    yield Grid(_COLUMNS, [_row(row) for row in content.rows], heads=heads)


def _row(row: FollowUpRow) -> GridRow:
    shade = _OVERDUE if row.overdue else None
    late = _ALARMING if row.overdue else CELL
    return GridRow(
        (
            text_cell(row.number, CELL_CENTER, shade=shade),
            *(text_cell(text, shade=shade) for text in (row.text, row.origin, row.owner)),
            text_cell(row.due, late, shade=shade),
            text_cell(row.state, late, shade=shade),
        )
    )
