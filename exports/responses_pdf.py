"""The register of answers to inputs as PDF: A4 landscape, in the official form's columns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from db.canvas_changes import AnsweredInput
from db.records import Plan
from exports.blocks import Block, Text
from exports.cells import Cell, GridRow, label_cell, text_cell
from exports.document import Document
from exports.list_pdf import ALARMING, WAITING, ListTable, render_list
from exports.responses import Publicity, ResponseRow, printed_responses
from exports.styles import CELL, CELL_CENTER, CELL_STRONG, NOTE

_COLUMNS = (5, 29, 16, 13, 24, 29)
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
    content, notices = printed_responses(plan, answers, today, language, public)
    rows = [_row(row) for row in content.rows]
    table = ListTable(_COLUMNS, rows, (content.public, content.day, content.counts))
    return render_list("responses", content, table, language, notices)


def _row(row: ResponseRow) -> GridRow:
    shade = WAITING if row.unanswered else None
    response = ALARMING if row.unanswered else CELL_STRONG
    changes = tuple(block for change in row.changes for block in _change(change))
    return GridRow(
        (
            label_cell(row.number, CELL_CENTER, shade=shade),
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
