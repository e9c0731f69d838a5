"""The register of answers to inputs as a workbook: a line for each, every fact in its column."""

from collections.abc import Sequence

from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from db.canvas_changes import AnsweredInput
from db.records import Plan
from exports import sheet_styles as styles
from exports.document import Document
from exports.responses import Publicity, ResponseRow, ResponsesContent, printed_responses
from exports.sheet_pages import finish_page, sheet_names, workbook_bytes
from exports.sheet_writer import SheetWriter
from resources.words import Words

# Column, width in characters, style.
_COLUMNS = (
    ("number", 6.0, styles.CENTRED),
    ("input", 36.0, styles.CELL),
    ("raised_by", 19.0, styles.CELL),
    ("sector", 14.0, styles.CELL),
    ("meeting", 20.0, styles.CELL),
    ("date", 14.0, styles.CELL),
    ("point", 7.0, styles.CENTRED),
    ("commitment", 15.0, styles.CELL),
    ("part", 14.0, styles.CELL),
    ("response", 15.0, styles.GOAL),
    ("reason", 32.0, styles.CELL),
    ("change", 42.0, styles.CELL),
)
# Number and input stay in view.
_FROZEN = 2
# Twelve columns are too many for A4.
_A3 = 8


def render_responses_sheet(
    plan: Plan,
    answers: Sequence[AnsweredInput],
    today: str,
    language: str,
    public: Publicity | None = None,
) -> Document:
    """Return the register of a plan as it stands on a day (ISO), or its public version."""
    words = Words(language)
    content, notices = printed_responses(plan, answers, today, language, public)
    workbook = Workbook()
    workbook.properties = DocumentProperties(
        title=f"{content.title} – {content.plan}",
        subject=content.plan,
        creator=plan.organiser,
        language=language,
    )
    styles.add_styles(workbook)
    writer = _fill(workbook, content, words)
    return Document(workbook_bytes(workbook), (*notices, *writer.notices))


def _fill(workbook: Workbook, content: ResponsesContent, words: Words) -> SheetWriter:
    sheet = workbook.worksheets[0]
    (sheet.title,) = sheet_names([words("papers.register.sheet")])
    writer = SheetWriter(sheet, [width for _, width, _ in _COLUMNS], words)
    writer.put_line(content.title, styles.TITLE, bold=True, least=26)
    writer.put_line(content.plan, styles.SUBTITLE, bold=True, least=22)
    facts = (content.public, content.day, content.counts)
    writer.put_line(" · ".join(fact for fact in facts if fact), styles.NOTE, least=16)
    writer.skip(8)
    head = _put_table(writer, content, words)
    if content.nothing:
        writer.put_line(content.nothing, styles.NOTE)
    finish_page(sheet, writer, head, content.foot, words)
    sheet.page_setup.paperSize = _A3
    last = get_column_letter(writer.last_column)
    if content.rows:
        sheet.auto_filter.ref = f"A{head}:{last}{writer.row - 1}"
    sheet.freeze_panes = f"{get_column_letter(_FROZEN + 1)}{head + 1}"
    return writer


def _put_table(writer: SheetWriter, content: ResponsesContent, words: Words) -> int:
    heads = [words(f"papers.register.{name}") for name, _, _ in _COLUMNS]
    places = range(1, len(_COLUMNS) + 1)
    head_columns = [writer.column(n, n, styles.HEAD, bold=True) for n in places]
    head = writer.put_table([heads], head_columns, least=30)[0]
    columns = [
        writer.column(n, n, style, bold=style == styles.GOAL)
        for n, (_, _, style) in enumerate(_COLUMNS, 1)
    ]
    writer.put_table([_cells(row) for row in content.rows], columns, least=24)
    return head


def _cells(row: ResponseRow) -> list[str]:
    return [
        row.number,
        row.text,
        row.raised_by,
        row.sector,
        row.meeting,
        row.date,
        row.point,
        row.commitment,
        row.part,
        row.response,
        row.reason,
        "\n\n".join(row.changes),
    ]
