"""The table of a matrix in a window, with real keys."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.records import Target
from tests.ui.helpers import accessible_name, assert_all_named, focused
from ui.common.cell_editor import CellEditor
from ui.common.theme import current_theme
from ui.matrix.grid import MatrixGrid
from ui.matrix.view import GridColumn

KEY = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
COMMITMENT = str(uuid4())
FIELDS = (
    "goal", "responsible", "measure", "targets.B06", "targets.B12",
    "targets.B18", "targets.B24", "evidence",
)  # fmt: skip
COLUMNS = tuple(GridColumn(field, f"Kolom {field}") for field in FIELDS)


def target(goal: str, responsible: str = "", measure: str = "", **targets: str) -> Target:
    return Target(
        id=str(uuid4()), commitment_id=COMMITMENT, goal=goal, responsible=responsible,
        measure=measure, targets=targets,
    )  # fmt: skip


@pytest.fixture
def rows() -> list[Target]:
    return [
        target("Jadwal terbuka", "Dinas Kesehatan", "46 posyandu", B06="10"),
        target("Jadwal terbuka", "Dinas Kesehatan", "papan kelurahan"),
        target("Jadwal terbuka", "Kominfo", "laman"),
        target("Kader terlatih", "Forum Warga", "92 kader"),
    ]


@pytest.fixture
def grid(show, words, rows) -> MatrixGrid:
    grid = MatrixGrid(words)
    grid.resize(1100, 500)
    show(grid)
    grid.show_targets(COLUMNS, rows)
    grid.told = []
    tell = grid.told.append
    grid.writing.edited.connect(lambda *told: tell(("edited", *told)))
    grid.writing.left.connect(lambda *told: tell(("left", *told)))
    grid.row_wanted.connect(lambda key: tell(("row", key)))
    grid.row_move_requested.connect(lambda *told: tell(("move", *told)))
    grid.rows_removal_requested.connect(lambda ids: tell(("remove", ids)))
    grid.clear_requested.connect(lambda wish: tell(("clear", wish)))
    grid.paste_requested.connect(lambda *told: tell(("paste", *told)))
    grid.setFocus()
    go(grid, 0, 2)
    return grid


def go(grid: MatrixGrid, row: int, column: int) -> None:
    grid.setCurrentIndex(grid.table.index(row, column))


def place(grid: MatrixGrid) -> tuple[int, int]:
    return grid.currentIndex().row(), grid.currentIndex().column()


def press(key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def told(grid: MatrixGrid, name: str) -> list[tuple]:
    return [what[1:] for what in grid.told if what[0] == name]


def test_enter_and_tab_go_on_like_in_a_spreadsheet(grid):
    press(KEY.Key_Return)
    assert place(grid) == (1, 2)
    press(KEY.Key_Tab)
    assert place(grid) == (1, 3)
    press(KEY.Key_Backtab, SHIFT)
    press(KEY.Key_Return, SHIFT)
    assert place(grid) == (0, 2)
    go(grid, 1, 7)
    press(KEY.Key_Tab)
    # The goal of the next row is one cell with those above it.
    assert place(grid) == (0, 0)


def test_a_merged_cell_is_left_at_its_far_side(grid):
    go(grid, 0, 0)
    assert grid.rowSpan(0, 0) == 3
    press(KEY.Key_Down)
    assert place(grid) == (3, 0)
    press(KEY.Key_Return, SHIFT)
    assert place(grid) == (0, 0)
    press(KEY.Key_Return)
    assert place(grid) == (3, 0)


def test_tab_leaves_the_table_at_its_ends(grid):
    go(grid, 3, 7)
    assert not grid.step(0, 1)
    go(grid, 0, 0)
    assert not grid.step(0, -1)


def test_typing_writes_over_and_f2_writes_on(grid, rows):
    QTest.keyClicks(focused(), "B")
    assert isinstance(focused(), CellEditor)
    QTest.keyClicks(focused(), "aru")
    press(KEY.Key_Return)
    assert grid.table.text(0, 2) == "Baru"
    assert place(grid) == (1, 2)
    press(KEY.Key_F2)
    QTest.keyClicks(focused(), "!")
    press(KEY.Key_Tab)
    assert grid.table.text(1, 2) == "papan kelurahan!"
    edits = told(grid, "edited")
    assert edits[-1] == ((rows[1].id,), "measure", "papan kelurahan!")
    assert told(grid, "left") == [((rows[0].id,), "measure"), ((rows[1].id,), "measure")]


def test_a_double_click_writes_where_it_hits(grid):
    spot = grid.visualRect(grid.table.index(3, 2)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert focused().value() == "92 kader"
    assert accessible_name(focused()).startswith("Kolom measure, 4")


def test_escape_takes_back_what_was_written_in_the_visit(grid, rows):
    press(KEY.Key_F2)
    QTest.keyClicks(focused(), " dan lagi")
    press(KEY.Key_Escape)
    assert grid.table.text(0, 2) == "46 posyandu"
    assert told(grid, "edited")[-1] == ((rows[0].id,), "measure", "46 posyandu")
    assert focused() is grid
    assert place(grid) == (0, 2)


def test_alt_enter_begins_a_line_and_the_row_grows_with_it(grid):
    before = grid.rowHeight(0)
    press(KEY.Key_F2)
    for number in range(6):
        press(KEY.Key_Return, ALT)
        QTest.keyClicks(focused(), f"baris {number}")
    assert grid.rowHeight(0) > before + 60
    assert focused().height() <= grid.visualRect(grid.table.index(0, 2)).height() + 6
    press(KEY.Key_Return)
    assert grid.table.text(0, 2).count("\n") == 6


def test_a_merged_cell_is_written_for_all_its_rows(grid, rows):
    go(grid, 0, 0)
    press(KEY.Key_F2)
    QTest.keyClicks(focused(), "!")
    ids = tuple(row.id for row in rows[:3])
    assert told(grid, "edited") == [(ids, "goal", "Jadwal terbuka!")]
    press(KEY.Key_Escape)
    grid.set_merging(False)
    assert grid.rowSpan(0, 0) == 1
    go(grid, 1, 0)
    QTest.keyClicks(focused(), "X")
    press(KEY.Key_Return)
    assert [grid.table.text(row, 0) for row in range(3)] == [
        "Jadwal terbuka", "X", "Jadwal terbuka"
    ]  # fmt: skip
    grid.set_merging(True)
    assert grid.rowSpan(0, 0) == 1


def test_keys_ask_for_rows_and_their_order(grid, rows):
    press(KEY.Key_Return, CONTROL)
    press(KEY.Key_Down, ALT)
    press(KEY.Key_Up, ALT)
    go(grid, 3, 2)
    press(KEY.Key_Down, ALT)
    press(KEY.Key_Up, ALT)
    press(KEY.Key_Delete, CONTROL)
    ids = [row.id for row in rows]
    assert told(grid, "row") == [(ids[0],)]
    # The neighbour changes sides; the first has none above, the last none below.
    assert told(grid, "move") == [(ids[1], ids[0]), (ids[2], "")]
    assert told(grid, "remove") == [([ids[3]],)]


def test_a_merged_cell_moves_and_goes_with_all_its_rows(grid, rows):
    ids = [row.id for row in rows]
    go(grid, 0, 0)
    press(KEY.Key_Down, ALT)
    press(KEY.Key_Delete, CONTROL)
    assert told(grid, "move") == [(ids[3], ids[0])]
    assert told(grid, "remove") == [(ids[:3],)]


def test_control_enter_in_a_cell_keeps_its_text_and_asks_for_a_row(grid, rows):
    press(KEY.Key_F2)
    QTest.keyClicks(focused(), "!")
    press(KEY.Key_Return, CONTROL)
    assert told(grid, "left") == [((rows[0].id,), "measure")]
    assert told(grid, "row") == [(rows[0].id,)]


def test_delete_empties_what_is_filled_in_the_selection(grid, rows):
    go(grid, 0, 2)
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Right, SHIFT)
    press(KEY.Key_Delete)
    assert told(grid, "clear") == [
        ([(rows[0].id, {"measure": "", "targets.B06": ""}), (rows[1].id, {"measure": ""})],)
    ]


def test_a_block_goes_to_a_spreadsheet_and_back(grid, rows):
    grid.show_targets(COLUMNS, [rows[0], target("Jadwal terbuka", "", 'dua\nbaris "x"')])
    go(grid, 0, 2)
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Right, SHIFT)
    press(KEY.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == '46 posyandu\t10\n"dua\nbaris ""x"""\t\n'
    go(grid, 1, 3)
    press(KEY.Key_V, CONTROL)
    wishes, dropped = told(grid, "paste")[0]
    assert [texts for _, texts in wishes] == [
        {"targets.B06": "46 posyandu", "targets.B12": "10"},
        {"targets.B06": 'dua\nbaris "x"', "targets.B12": ""},
    ]
    # The block reaches below the last row.
    assert [key for key, _ in wishes] == [grid.table.ids[1], ""]
    assert dropped == 0


def test_one_copied_cell_fills_everything_selected(grid, rows):
    QGuiApplication.clipboard().setText("100 %")
    go(grid, 0, 4)
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_V, CONTROL)
    wishes, _ = told(grid, "paste")[0]
    assert wishes == [(row.id, {"targets.B12": "100 %"}) for row in rows[:2]]


def test_columns_without_room_are_counted_and_a_table_may_begin_with_a_block(grid):
    QGuiApplication.clipboard().setText("a\tb\tc")
    go(grid, 0, 6)
    press(KEY.Key_V, CONTROL)
    assert told(grid, "paste")[0][1] == 1
    grid.show_targets(COLUMNS, [])
    grid.keys.paste()
    assert told(grid, "paste")[1] == (
        [("", {"goal": "a", "responsible": "b", "measure": "c"})], 0
    )  # fmt: skip


def test_cut_copies_and_empties(grid, rows):
    press(KEY.Key_X, CONTROL)
    assert QGuiApplication.clipboard().text() == "46 posyandu\n"
    assert told(grid, "clear") == [([(rows[0].id, {"measure": ""})],)]


def test_news_leave_the_cell_alone_that_is_written_in(grid, rows):
    press(KEY.Key_F2)
    editor = focused()
    QTest.keyClicks(editor, " baru")
    changed = [rows[0].model_copy(update={"evidence": "foto"}), *rows[1:]]
    grid.show_targets(COLUMNS, changed)
    assert focused() is editor
    assert editor.value() == "46 posyandu baru"
    assert grid.table.text(0, 7) == "foto"


def test_a_text_put_back_shows_in_the_open_cell(grid, rows):
    press(KEY.Key_F2)
    grid.show_targets(COLUMNS, [rows[0].model_copy(update={"measure": "40"}), *rows[1:]])
    assert focused().value() == "40"


def test_other_rows_close_the_cell_and_keep_the_place(grid, rows):
    go(grid, 3, 2)
    press(KEY.Key_F2)
    QTest.keyClicks(focused(), "!")
    grid.show_targets(COLUMNS, [target("Baru"), *rows])
    assert told(grid, "left") == [((rows[3].id,), "measure")]
    assert place(grid) == (4, 2)
    grid.show_targets(COLUMNS, rows[:2])
    assert place(grid) == (1, 2)
    grid.show_targets(COLUMNS, [])
    assert grid.current_cell() is None


def test_the_head_wraps_and_a_person_may_set_widths(grid, rows):
    grid.setColumnWidth(2, 300)
    grid.resize(1200, 500)
    QApplication.processEvents()
    assert grid.columnWidth(2) == 300
    columns = (GridColumn("goal", "Sasaran Keberhasilan yang panjang sekali"), *COLUMNS[1:])
    grid.show_targets(columns, rows)
    assert grid.horizontalHeader().height() > 40


def test_everything_has_a_name_and_gaps_say_so(grid, words):
    assert_all_named(grid)
    spoken = grid.table.data(grid.table.index(1, 3), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Kolom targets.B06, 2: {words('matrix.empty')}"


def test_a_large_matrix_is_shown_and_written_in_at_once(grid):
    many = [
        target(f"Sasaran {n // 6}", f"Instansi {n // 3}", f"Ukuran {n} " * 12, B06=f"{n} " * 20)
        for n in range(240)
    ]
    grid.show_targets(COLUMNS, many)
    go(grid, 120, 4)
    press(KEY.Key_F2)
    editor = focused()
    QTest.keyClicks(editor, "sepuluh kata")


def test_a_text_of_a_whole_book_is_shown_and_can_be_written_on(grid, rows):
    book = "Rembuk warga desa. " * 5_300
    rows[0] = rows[0].model_copy(update={"measure": book})
    grid.show_targets(COLUMNS, rows)
    assert grid.rowHeight(0) <= 430
    press(KEY.Key_F2)
    QTest.keyClicks(focused(), "!")
    assert grid.table.text(0, 2) == book + "!"
    assert focused().height() <= 430


def test_painting_is_done_without_a_stray_pixel_of_another_theme(grid, theme):
    grid.show_targets(COLUMNS, [target("Jadwal")])
    empty = grid.visualRect(grid.table.index(0, 5)).bottomRight() - QPoint(6, 6)
    colour = grid.grab().toImage().pixelColor(grid.viewport().mapToParent(empty))
    assert colour == current_theme().colour("gap_soft")
