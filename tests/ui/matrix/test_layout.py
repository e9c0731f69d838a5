"""Widths of columns and heights of rows."""

import pytest
from PySide6.QtGui import QFont

from ui.matrix.layout import MOST_HEIGHT, CellLayout, row_heights, share_width
from ui.matrix.view import GridColumn

COLUMNS = [GridColumn(name, name) for name in ("goal", "responsible", "measure", "evidence")]


@pytest.fixture
def cells(qapp) -> CellLayout:
    return CellLayout(QFont("Inter", 10))


def test_the_room_is_shared_whole_and_no_column_vanishes():
    wide = share_width(COLUMNS, 1200)
    assert sum(wide) == 1200
    assert wide[2] == max(wide)
    assert all(width > 90 for width in share_width(COLUMNS, 200))
    assert share_width([], 500) == []


def test_a_text_keeps_its_own_line_ends_and_breaks_long_words(cells):
    assert cells.lines("satu\ndua", 400, False) == ("satu", "dua")
    lines = cells.lines("a" * 90, 120, False)
    assert len(lines) > 2
    assert "".join(lines) == "a" * 90


def test_a_text_without_end_is_cut_visibly_and_in_no_time(cells):
    text = "Rembuk warga " * 8_000
    cells.lines(text, 150, False)
    assert cells.lines(text, 150, False)[-1].endswith("…")
    assert cells.height(text, 150, False) <= MOST_HEIGHT


def test_a_row_is_as_high_as_its_highest_cell(cells):
    one = [(0, 1), (1, 1)]
    long = "Rembuk warga desa " * 8
    heights = row_heights(cells, [["a", "b"], ["c", long]], [150, 150], [one, one], [False, False])
    assert heights == [cells.height("a", 150, False), cells.height(long, 150, False)]


def test_what_a_merged_cell_needs_beyond_its_rows_its_last_row_adds(cells):
    long = "Rembuk warga desa " * 12
    heights = row_heights(
        cells,
        [[long, long], ["a", "b"]],
        [150, 150],
        [[(0, 2)], [(0, 1), (1, 1)]],
        [True, False],
    )
    assert heights[0] == cells.height("a", 150, False)
    assert sum(heights) == cells.height(long, 150, True)


def test_no_rows_need_no_height(cells):
    assert row_heights(cells, [[], []], [100, 100], [[], []], [False, False]) == []
