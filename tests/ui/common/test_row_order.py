"""Rows are put in order by keys, and by whatever else asks for a step."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.common.row_list import Row, RowList
from ui.common.row_order import RowOrder


def test_a_row_goes_before_the_one_that_it_passes_and_not_beyond_an_end(show) -> None:
    view = RowList("Daftar")
    view.set_rows([Row(key, key) for key in "abc"])
    order = RowOrder(view)
    moves: list[tuple[str, str | None]] = []
    order.move_requested.connect(lambda *move: moves.append(move))
    show(view)
    for key, way in (("b", Qt.Key.Key_Up), ("b", Qt.Key.Key_Down), ("a", Qt.Key.Key_Down)):
        view.set_current(key)
        QTest.keyClick(view, way, Qt.KeyboardModifier.AltModifier)
    order.step("a", -1)
    order.step("c", 1)
    assert moves == [("b", "a"), ("b", None), ("a", "c")]
