"""The target matrices of a plan as a workbook: a list of commitments, then a sheet for each.

A workbook comes back from a ministry, so every sheet carries a hidden column right of the
table that survives sorting, inserted rows, retyped heads and other office programs. A cell
there is one JSON object about its line:

- first line of every sheet: `{"rembuk": 1, "plan": id, "commitment": id}` (no commitment on
  the list);
- head block: `{"head": key, "base": fingerprint}`, key as in the commitment's matrix_head;
- column heads: `{"columns": [field, …]}` from left to right, `targets.B06` for a checkpoint;
- a row of the table: `{"id": target id, "base": {field: fingerprint}}`;
- a line that goes on with a text too long for one cell: `{"continues": target id}`;
- a line that only says something about the one above: `{"note": true}`.

A fingerprint is the beginning of the text's SHA-256: enough to tell whether the ministry
changed a cell, and from which of the register's texts, without sending any text twice.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from db.records import Plan, Target
from db.snapshot import CommitmentDossier, PlanDossier
from exports import sheet_styles as styles
from exports.document import Document, Notice
from exports.matrix import CHECKPOINT_PREFIX, MatrixColumn, head_lines, matrix_columns
from exports.sheet_pages import finish_page, sheet_names, workbook_bytes
from exports.sheet_writer import SheetWriter
from resources.words import Words

_WIDTHS = {"goal": 23.0, "responsible": 21.0, "measure": 29.0, "evidence": 22.0}
_CHECKPOINT_WIDTH = 23.0
_LIST_WIDTHS = (16.0, 58.0, 42.0, 36.0, 10.0, 16.0)
_EMPTY_ROWS = 4
_EMPTY_HEIGHT = 48.0


def render_matrix(dossier: PlanDossier, language: str) -> Document:
    """Return the workbook of a plan; its warnings name the rows that Excel cannot show whole."""
    words = Words(language)
    workbook = Workbook()
    workbook.properties = _properties(dossier.plan, words)
    styles.add_styles(workbook)
    names = _names(dossier, words)
    listing = workbook.worksheets[0]
    listing.title = names[0]
    notices = _fill_list(listing, dossier, names[1:], words)
    for commitment, name in zip(dossier.commitments, names[1:], strict=True):
        sheet = workbook.create_sheet(name)
        notices += _fill_matrix(sheet, commitment, names[0], words)
    return Document(workbook_bytes(workbook), tuple(notices))


def _properties(plan: Plan, words: Words) -> DocumentProperties:
    return DocumentProperties(
        title=f"{words('documents.files.matrix')} – {plan.short_title or plan.title}",
        subject=plan.title,
        creator=plan.organiser,
        language=words.language,
    )


def _names(dossier: PlanDossier, words: Words) -> tuple[str, ...]:
    numbers = (item.commitment.number for item in dossier.commitments)
    return sheet_names(
        (
            words("documents.matrix_sheets.list"),
            *(
                words("documents.matrix_sheets.sheet", number="" if n is None else n)
                for n in numbers
            ),
        )
    )


def _fill_list(
    sheet: Worksheet, dossier: PlanDossier, names: Sequence[str], words: Words
) -> list[Notice]:
    """Fill the first sheet: every commitment with a link to its own."""
    writer = SheetWriter(sheet, _LIST_WIDTHS, words)
    _put_titles(writer, dossier.plan, {"rembuk": 1, "plan": dossier.plan.id}, words)
    keys = ("link", "commitment", "leads", "proposers", "rows", "filled")
    heads = [words(f"documents.matrix_sheets.{key}") for key in keys]
    columns = [writer.column(n, n, styles.HEAD, bold=True) for n in range(1, len(keys) + 1)]
    head = writer.put_table([heads], columns)[0]
    # LibreOffice never wraps a link, so the short name of the sheet is the link, not the title.
    kinds = (styles.LINK, styles.GOAL, styles.CELL, styles.CELL, styles.CENTRED, styles.CENTRED)
    columns = [
        writer.column(n, n, style, bold=style == styles.GOAL) for n, style in enumerate(kinds, 1)
    ]
    rows = [
        _list_row(item, name, words) for item, name in zip(dossier.commitments, names, strict=True)
    ]
    starts = writer.put_table(rows, columns, least=24)
    for row, name in zip(starts, names, strict=True):
        _link(sheet, row, 1, name)
    finish_page(sheet, writer, head, _footer(dossier.plan, ""), words)
    hint = "hint_list" if rows else "hint_no_commitments"
    _put_hint(writer, words(f"documents.matrix_sheets.{hint}"))
    sheet.freeze_panes = f"A{head + 1}"
    return writer.notices


def _list_row(item: CommitmentDossier, name: str, words: Words) -> list[str]:
    head = {line.key: line.text for line in head_lines(item, words.language)}
    rows = len(item.targets)
    columns = matrix_columns(item, words.language)
    checkpoints = [column for column in columns if column.field.startswith(CHECKPOINT_PREFIX)]
    filled = sum(bool(column.text(target)) for target in item.targets for column in checkpoints)
    return [
        name,
        item.commitment.title,
        head["leads"],
        head["proposers"],
        str(rows) if rows else "–",
        words("documents.matrix_sheets.filled_of", filled=filled, all=rows * len(checkpoints))
        if rows
        else "–",
    ]


def _fill_matrix(
    sheet: Worksheet, item: CommitmentDossier, listing: str, words: Words
) -> list[Notice]:
    """Fill a commitment's sheet: titles, head block, table."""
    columns = matrix_columns(item, words.language)
    widths = [_WIDTHS.get(column.field, _CHECKPOINT_WIDTH) for column in columns]
    writer = SheetWriter(sheet, widths, words)
    mark = {"rembuk": 1, "plan": item.plan.id, "commitment": item.commitment.id}
    _put_titles(writer, item.plan, mark, words)
    _put_head(writer, item, words)
    head = _put_column_heads(writer, columns)
    _put_targets(writer, item.targets, columns)
    footer = words(
        "documents.matrix_sheets.sheet",
        number="" if item.commitment.number is None else item.commitment.number,
    )
    finish_page(sheet, writer, head, _footer(item.plan, footer), words)
    if not item.targets:
        _put_hint(writer, words("documents.matrix_sheets.hint_empty"))
    _link(sheet, _put_hint(writer, words("documents.matrix_sheets.back")), 1, listing)
    # The head block is half a laptop's screen: frozen with it, no room would be left to work.
    sheet.freeze_panes = "C1"
    return writer.notices


def _put_titles(writer: SheetWriter, plan: Plan, mark: Mapping[str, object], words: Words) -> None:
    writer.put_line(words("documents.matrix.title"), styles.TITLE, mark, bold=True, least=26)
    writer.put_line(plan.title, styles.SUBTITLE, bold=True, least=22)
    writer.skip(8)


def _put_head(writer: SheetWriter, item: CommitmentDossier, words: Words) -> None:
    lines = head_lines(item, words.language)
    writer.put_table(
        [(line.label, line.text) for line in lines],
        [
            writer.column(1, 2, styles.LABEL, bold=True),
            writer.column(3, writer.last_column, styles.VALUE),
        ],
        [{"head": line.key, "base": _fingerprint(line.text)} for line in lines],
        least=19,
    )
    writer.skip(8)


def _put_column_heads(writer: SheetWriter, columns: Sequence[MatrixColumn]) -> int:
    return writer.put_table(
        [[column.label for column in columns]],
        [writer.column(n, n, styles.HEAD, bold=True) for n in range(1, len(columns) + 1)],
        [{"columns": [column.field for column in columns]}],
        least=34,
    )[0]


def _put_targets(
    writer: SheetWriter, targets: Sequence[Target], columns: Sequence[MatrixColumn]
) -> None:
    """Write the table's rows; a matrix without any gets empty ones to be filled in by hand."""
    layout = [
        writer.column(
            n,
            n,
            styles.GOAL if column.field == "goal" else styles.CELL,
            bold=column.field == "goal",
            merges=column.field in ("goal", "responsible"),
        )
        for n, column in enumerate(columns, 1)
    ]
    rows = [[column.text(target) for column in columns] for target in targets]
    marks = [_target_mark(target, columns) for target in targets]
    if rows:
        writer.put_table(rows, layout, marks, least=30)
    else:
        blank = [[""] * len(columns)] * _EMPTY_ROWS
        writer.put_table(blank, layout, least=_EMPTY_HEIGHT)


def _target_mark(target: Target, columns: Sequence[MatrixColumn]) -> Mapping[str, object]:
    base = {column.field: _fingerprint(column.text(target)) for column in columns}
    return {"id": target.id, "base": base}


def _fingerprint(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


def _put_hint(writer: SheetWriter, text: str) -> int:
    """Say something below the table that is no part of the printed form."""
    return writer.put_line(text, styles.NOTE, {"note": True})


def _link(sheet: Worksheet, row: int, column: int, target: str) -> None:
    place = f"{get_column_letter(column)}{row}"
    quoted = target.replace("'", "''")
    sheet[place].hyperlink = Hyperlink(ref=place, location=f"'{quoted}'!A1")


def _footer(plan: Plan, what: str) -> str:
    return " · ".join(part for part in (plan.short_title or plan.title, what) if part)
