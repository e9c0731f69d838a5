"""Filling a worksheet from the top: titles, tables and notes, every text as plain text."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exports.document import Notice
from exports.sheet_layout import CLIPPED, CONTINUED, Column, Line, Run, find_runs, lay_out
from exports.sheet_styles import MARK, NOTE, SIZES
from exports.sheet_text import escape_text
from resources.words import Words

Mark = Mapping[str, object]


def put_text(cell: Cell, text: str, style: str) -> None:
    """Write a text that stays one, whatever it looks like, also when a person edits the cell."""
    cell.style = style
    if text:
        cell.value = escape_text(text)
        cell.data_type = "s"
        cell.quotePrefix = True


class SheetWriter:
    """Writes one worksheet, line after line.

    Attributes:
        row: the line that is written next, counted from 1.
        notices: what a person should know about the lines written so far.
    """

    def __init__(self, worksheet: Worksheet, widths: Sequence[float], words: Words) -> None:
        self._sheet = worksheet
        self._widths = widths
        self._words = words
        self.row = 1
        self.notices: list[Notice] = []
        for number, width in enumerate(widths, 1):
            worksheet.column_dimensions[get_column_letter(number)].width = width
        marks = worksheet.column_dimensions[get_column_letter(self.mark_column)]
        marks.width = 2
        marks.hidden = True

    @property
    def last_column(self) -> int:
        """The last column that a person sees."""
        return len(self._widths)

    @property
    def mark_column(self) -> int:
        """The hidden column that says which record a line shows."""
        return len(self._widths) + 1

    def column(
        self, first: int, last: int, style: str, *, bold: bool = False, merges: bool = False
    ) -> Column:
        """Describe a column of a table that covers these columns of the sheet."""
        width = sum(self._widths[first - 1 : last])
        return Column(first, last, width, style, SIZES.get(style, 10.0), bold, merges)

    def put_line(
        self,
        text: str,
        style: str,
        mark: Mark | None = None,
        *,
        bold: bool = False,
        least: float = 0,
    ) -> int:
        """Write a text across the whole sheet; return its first line."""
        column = self.column(1, self.last_column, style, bold=bold)
        return self.put_table([[text]], [column], [mark] if mark else (), least)[0]

    def skip(self, height: float) -> None:
        """Leave a line empty."""
        self._end_line(height)

    def put_table(
        self,
        rows: Sequence[Sequence[str]],
        columns: Sequence[Column],
        marks: Sequence[Mark] = (),
        least: float = 0,
    ) -> list[int]:
        """Write a table with a mark for each row; return the first line of every row."""
        starts: list[int] = []
        for line in lay_out(rows, columns, least):
            if not line.continues:
                starts.append(self.row)
            self._put_line(line, columns, marks[line.row] if marks else {})
        self._merge_runs(find_runs(rows, columns), columns, [*starts, self.row])
        return starts

    def _put_line(self, line: Line, columns: Sequence[Column], mark: Mark) -> None:
        for text, column in zip(line.texts, columns, strict=True):
            self._put_cell(column, text)
        self._put_mark({"continues": mark.get("id")} if line.continues else mark)
        self._end_line(line.height)
        if line.notes:
            self._put_notes(line.notes, columns)

    def _put_cell(self, column: Column, text: str) -> None:
        put_text(self._cell(column.first), text, column.style)
        for covered in range(column.first + 1, column.last + 1):
            put_text(self._cell(covered), "", column.style)
        if column.last > column.first:
            self._merge(self.row, column.first, self.row, column.last)

    def _put_notes(self, notes: Sequence[str], columns: Sequence[Column]) -> None:
        """Say below a line what the sheet cannot show, beside the columns that may be merged."""
        for note in notes:
            self.notices.append(Notice(f"sheet_{note}", self._place()))
        first = next((column.first for column in columns if not column.merges), 1)
        for column in columns:
            if column.first < first:
                self._put_cell(column, "")
        words = {
            CLIPPED: "documents.matrix_sheets.clipped",
            CONTINUED: "documents.matrix_sheets.continued",
        }
        text = " ".join(self._words(words[note]) for note in notes)
        note_column = self.column(first, self.last_column, NOTE)
        self._put_cell(note_column, text)
        self._put_mark({"note": True})
        self._end_line(lay_out([[text]], [note_column])[0].height)

    def _end_line(self, height: float) -> None:
        self._sheet.row_dimensions[self.row].height = round(height, 2)
        self.row += 1

    def _place(self) -> dict[str, object]:
        return {"sheet": self._sheet.title, "row": self.row - 1}

    def _put_mark(self, mark: Mark) -> None:
        if mark:
            text = json.dumps(mark, ensure_ascii=False, separators=(",", ":"))
            put_text(self._cell(self.mark_column), text, MARK)

    def _merge_runs(
        self, runs: Sequence[Run], columns: Sequence[Column], starts: Sequence[int]
    ) -> None:
        for run in runs:
            column = columns[run.column]
            last = starts[run.first + run.count] - 1
            self._merge(starts[run.first], column.first, last, column.last)

    def _merge(self, first_row: int, first: int, last_row: int, last: int) -> None:
        # Worksheet.merge_cells would compute every cell's border anew: three times the work.
        start, end = get_column_letter(first), get_column_letter(last)
        merged: Any = self._sheet.merged_cells
        merged.add(f"{start}{first_row}:{end}{last_row}")

    def _cell(self, column: int) -> Cell:
        cell = self._sheet.cell(self.row, column)
        assert isinstance(cell, Cell)
        return cell
