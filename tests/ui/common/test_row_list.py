"""A list of records: its keys, what it tells, and what stays when its rows change."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtTest import QTest

from tests.ui.helpers import accessible_name, assert_all_named
from ui.common.row_list import Row, RowList
from ui.common.wrapping import break_lines

ROWS = (
    Row("head", "Menunggu", heading=True),
    Row("a", "Usul <b>warga</b>", "dari Forum", chips=(("masukan", "info"),)),
    Row("b", "R&D", "terlambat 3 hari", lead="2", alarm="danger"),
    Row("c", "Data terbuka", bar=0.5),
)


@pytest.fixture
def rows(show) -> RowList:
    made = RowList("Yang menunggu")
    made.resize(360, 400)
    made.set_rows(ROWS)
    return show(made)


def told(signal) -> list:
    """Collect what a signal says."""
    said: list = []
    signal.connect(lambda *what: said.append(what[0] if len(what) == 1 else what))
    return said


def test_it_is_named_and_reads_its_rows_aloud(rows):
    assert_all_named(rows)
    assert accessible_name(rows) == "Yang menunggu"
    interface = QAccessible.queryAccessibleInterface(rows)
    names = [interface.child(i).text(QAccessible.Text.Name) for i in range(interface.childCount())]
    assert names[1:3] == ["Usul <b>warga</b>, masukan, dari Forum", "2, R&D, terlambat 3 hari"]


def test_keys_go_over_headings_and_open(rows):
    opened = told(rows.opened)
    rows.setFocus()
    assert rows.current_key() == "a"
    QTest.keyClick(rows, Qt.Key.Key_Return)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Enter)
    QTest.keyClick(rows, Qt.Key.Key_Home)
    assert (opened, rows.current_key()) == (["a", "b"], "a")


def test_a_click_opens_a_row_and_not_a_heading(rows):
    opened = told(rows.opened)
    for place in (0, 1):
        middle = rows.visualRect(rows.model().index(place, 0)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened == ["a"]


def test_it_tells_of_removal_and_moves(rows):
    removed, moved = told(rows.removal_requested), told(rows.move_requested)
    rows.set_current("b")
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (removed, moved) == (["b"], [("b", -1), ("b", 1)])


def test_only_a_person_changes_the_current_row_aloud(rows):
    said = told(rows.current_changed)
    rows.set_current("b")
    rows.set_rows((ROWS[0], *reversed(ROWS[1:])))
    assert (rows.current_key(), said) == ("b", [])
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert said == ["a"]


def test_a_row_that_goes_leaves_its_neighbour_current(rows):
    rows.set_current("c")
    rows.set_rows(ROWS[:3])
    assert rows.current_key() == "b"
    rows.set_rows(())
    assert rows.current_key() == ""


def test_a_changed_row_is_drawn_anew_in_its_place(rows):
    before = rows.grab().toImage()
    rows.set_rows((*ROWS[:3], Row("c", "Data tertutup", bar=1.0)))
    assert rows.grab().toImage() != before
    assert [row.key for row in rows.rows()] == ["head", "a", "b", "c"]


def test_it_is_drawn_in_both_themes(rows, theme):
    image = rows.grab().toImage()
    assert image.pixelColor(QPoint(350, 390)) != image.pixelColor(QPoint(20, 80))


@pytest.mark.parametrize("text", ["Satu dua tiga empat lima enam tujuh", "😀" * 80, "x" * 5000])
def test_lines_hold_the_text_in_order_and_say_when_they_cut(qapp, text):
    lines, cut = break_lines(text, QFont("Inter"), 120, 2)
    assert len(lines) <= 2
    joined = "".join(line.rstrip("…").replace(" ", "") for line in lines)
    assert text.replace(" ", "").startswith(joined)
    assert cut == lines[-1].endswith("…")


def test_an_empty_title_still_has_its_line(qapp):
    assert break_lines("", QFont("Inter"), 120, 2) == (("",), False)


def test_500_rows_are_shown_at_once(rows):
    many = [
        Row(str(n), f"Butir pembahasan nomor {n} yang agak panjang", "catatan") for n in range(500)
    ]
    rows.set_rows(many)


def test_in_a_narrow_list_the_last_chip_stays_beside_the_name(rows):
    chips = (("diundang", "neutral"), ("K/L", "info"))
    several, one = Row("a", "Biro", "Kementerian", chips=chips), Row("b", "Biro", chips=chips[1:])
    without = Row("c", "Biro", "Kementerian", chips=chips[:0])
    rows.resize(230, 400)
    rows.set_rows((several, one, without))
    shapes = [rows.itemDelegate()._shapes.of(row) for row in (several, one, without)]
    assert [shape.beside for shape in shapes] == [1, 1, 0]
    # The other one takes no line for itself: it stands beside the note.
    assert shapes[0].height < shapes[2].height + 10
