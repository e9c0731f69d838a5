"""The follow-ups of a plan as PDF: A4 landscape, what is overdue first and marked."""

from collections.abc import Sequence

from db.following import FollowUpLine
from db.records import Plan
from exports.cells import GridRow, label_cell, text_cell
from exports.document import Document
from exports.follow_ups import FollowUpRow, follow_ups_content
from exports.list_pdf import ALARMING, WAITING, ListTable, render_list
from exports.styles import CELL, CELL_CENTER

_COLUMNS = (5, 37, 27, 20, 13, 12)


def render_follow_ups(
    plan: Plan, lines: Sequence[FollowUpLine], today: str, language: str
) -> Document:
    """Return the list of a plan's follow-ups as they stand on a day (ISO)."""
    content = follow_ups_content(plan, lines, today, language)
    rows = [_row(row) for row in content.rows]
    table = ListTable(_COLUMNS, rows, (content.day, content.counts))
    return render_list("follow_ups", content, table, language)


def _row(row: FollowUpRow) -> GridRow:
    shade = WAITING if row.overdue else None
    late = ALARMING if row.overdue else CELL
    return GridRow(
        (
            label_cell(row.number, CELL_CENTER, shade=shade),
            *(text_cell(text, shade=shade) for text in (row.text, row.origin, row.owner)),
            text_cell(row.due, late, shade=shade),
            text_cell(row.state, late, shade=shade),
        )
    )
