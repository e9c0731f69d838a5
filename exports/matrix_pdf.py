"""The target matrix as blocks for a landscape page; equal neighbours stand in one cell."""

from collections.abc import Iterator, Sequence
from math import sqrt

from exports.anchors import Anchor
from exports.blocks import Block, Text
from exports.cells import OPEN, GridRow, Setting, head_row, text_cell
from exports.fonts import BOLD, REGULAR
from exports.grid import Grid
from exports.layout import LANDSCAPE
from exports.plan import HeadText, MatrixCell, MatrixContent
from exports.safe import widest_word
from exports.styles import (
    MATRIX_FACT,
    MATRIX_HEAD,
    MATRIX_LABEL,
    MATRIX_TEXT,
    SHADE,
    SUBTITLE,
    TITLE,
)

_LABEL = 222.0
_COLON = 12.0
_HEAD = (_LABEL, _COLON, LANDSCAPE.inner_width - _LABEL - _COLON)
_SETTING = Setting(across=4, down=3.2, whole=230)
_WIDEST_WORD = 120.0


def matrix_blocks(matrix: MatrixContent, anchor: Anchor) -> Iterator[Block]:
    """Return a matrix: its titles, its head block and its table."""
    yield Text(matrix.title, TITLE, keep=True, anchor=anchor)
    yield Text(matrix.plan_title, SUBTITLE, after=8, keep=True)
    yield Grid(_HEAD, [_head_row(line) for line in matrix.head], setting=OPEN, after=8)
    heads = [head_row(matrix.columns, MATRIX_HEAD, SHADE)]
    rows = [_row(cells) for cells in matrix.rows]
    yield Grid(_widths(matrix), rows, heads=heads, setting=_SETTING)


def _widths(matrix: MatrixContent) -> list[float]:
    """Return the columns' widths: no word broken, and the rest of the room to the longest texts."""
    columns = [[cell.text for cell in column if cell] for column in zip(*matrix.rows, strict=True)]
    least = [
        max(_word_width(head, BOLD), *(_word_width(text, REGULAR) for text in texts))
        for head, texts in zip(matrix.columns, columns, strict=True)
    ]
    wanted = [sqrt(max(map(len, texts))) for texts in columns]
    free = LANDSCAPE.inner_width - sum(least)
    share = free / (sum(wanted) or 1)
    return [narrow + want * share for narrow, want in zip(least, wanted, strict=True)]


def _word_width(text: str, font: str) -> float:
    widest = widest_word(text, font) * MATRIX_TEXT.size
    return min(widest, _WIDEST_WORD) + 2 * _SETTING.across + 1


def _head_row(line: HeadText) -> GridRow:
    return GridRow(
        (
            text_cell(line.label, MATRIX_LABEL),
            *[text_cell(t, MATRIX_FACT) for t in (":", line.text)],
        )
    )


def _row(cells: Sequence[MatrixCell | None]) -> GridRow:
    return GridRow(
        tuple(text_cell(cell.text if cell else "", MATRIX_TEXT, joined=not cell) for cell in cells)
    )
