"""Where the texts of a table stand in a worksheet: its lines, their heights, their notes.

A row of a table is one line of the sheet, more where a text is longer than a cell can hold.
Nothing here knows a workbook library.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from db.rules import equal_runs
from exports.sheet_text import ROW_LIMIT, split_text, text_height

CONTINUED = "continued"
CLIPPED = "clipped"


@dataclass(frozen=True)
class Column:
    """A column of a table, over one or more columns of the sheet.

    Attributes:
        first, last: the sheet's columns that it covers, counted from 1.
        width: its width in characters.
        style: the name of the style of its cells.
        size, bold: how its letters look, for measuring.
        merges: True when equal neighbours below each other become one cell.
    """

    first: int
    last: int
    width: float
    style: str
    size: float = 10
    bold: bool = False
    merges: bool = False


@dataclass(frozen=True)
class Line:
    """One line of the sheet.

    Attributes:
        row: the row of the table that it shows, counted from 0.
        texts: one for each column.
        height: in points.
        notes: what has to be said below it: CONTINUED, CLIPPED.
        continues: True when it goes on with the line before.
    """

    row: int
    texts: tuple[str, ...]
    height: float
    notes: tuple[str, ...] = ()
    continues: bool = False


@dataclass(frozen=True)
class Run:
    """Rows of a table whose cells in a column are one merged cell."""

    column: int
    first: int
    count: int


def lay_out(
    rows: Sequence[Sequence[str]], columns: Sequence[Column], least: float = 0
) -> tuple[Line, ...]:
    """Return the lines of a table, each at least so many points high.

    A merged cell's text stands in its first line only.
    """
    pieces = [[split_text(text) for text in row] for row in rows]
    runs = find_runs(rows, columns)
    for run in runs:
        for row in range(run.first + 1, run.first + run.count):
            pieces[row][run.column] = ("",)
    heights = _row_heights(pieces, columns, runs)
    lines: list[Line] = []
    for index, row in enumerate(pieces):
        texts = list(zip_longest(*row, fillvalue=""))
        for part, line in enumerate(texts):
            height = max(heights[index] if part == 0 else _height(line, columns), least)
            lines.append(_line(index, line, height, part, last=part == len(texts) - 1))
    return tuple(lines)


def find_runs(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> tuple[Run, ...]:
    """Return the merged cells of a table: runs of two rows and more."""
    return tuple(
        Run(number, first, count)
        for number, column in enumerate(columns)
        if column.merges
        for first, count in equal_runs(_short(row[number]) for row in rows)
        if count > 1
    )


def _short(text: str) -> str:
    """Return a text that a cell can hold; a longer one continues, so it is never merged."""
    return text if len(split_text(text)) == 1 else ""


def _line(row: int, texts: tuple[str, ...], height: float, part: int, *, last: bool) -> Line:
    clipped = (CLIPPED,) if height > ROW_LIMIT else ()
    continued = () if last else (CONTINUED,)
    return Line(row, texts, min(height, ROW_LIMIT), clipped + continued, part > 0)


def _row_heights(
    pieces: Sequence[Sequence[Sequence[str]]], columns: Sequence[Column], runs: Sequence[Run]
) -> list[float]:
    """Return the height of each row's first line; a merged text has all its rows' room."""
    merged = {(row, run.column) for run in runs for row in range(run.first, run.first + run.count)}
    heights = [
        _height(
            ["" if (row, number) in merged else cell[0] for number, cell in enumerate(texts)],
            columns,
        )
        for row, texts in enumerate(pieces)
    ]
    for run in runs:
        rows = range(run.first, run.first + run.count)
        needed = _height_in(pieces[run.first][run.column][0], columns[run.column])
        lacking = needed - sum(min(heights[row], ROW_LIMIT) for row in rows)
        if lacking > 0:
            for row in rows:
                heights[row] += lacking / run.count
    return heights


def _height(texts: Sequence[str], columns: Sequence[Column]) -> float:
    return max(_height_in(text, column) for text, column in zip(texts, columns, strict=True))


def _height_in(text: str, column: Column) -> float:
    return text_height(text, column.width, column.size, bold=column.bold)
