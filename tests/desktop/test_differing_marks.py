"""Cells and points that differ say so where they stand, and lead to the decision."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.records import Target
from desktop.controllers.differing_marks import MatrixMarks, PointMarks
from desktop.controllers.matrix import MatrixController
from desktop.controllers.meetings import MeetingsController
from tests.desktop.deciders import ALT, CONTROL, KEY, Deciders
from tests.desktop.desk import new_id
from tests.ui.helpers import assert_all_named


@pytest.fixture
def room(qtbot, tmp_path) -> Iterator[Deciders]:
    room = Deciders(qtbot, tmp_path)
    yield room
    room.close()


def test_a_cell_of_the_matrix_leads_to_what_differs_in_it(room: Deciders):
    room.add(Target(id=new_id(), goal="Sasaran lain", commitment_id=room.commitment.id))
    room.apart("targets.B06", "dua", "tiga", room.target)
    room.come_together()
    room.open()
    matrix = MatrixController(room.parts())
    MatrixMarks(room.parts(), room.waiting, matrix.view)
    room.show(matrix)
    grid, mark = matrix.view.grid, matrix.view.mark
    fields = [column.field for column in grid.table.columns]
    cell = grid.table.index(grid.table.ids.index(room.target.id), fields.index("targets.B06"))
    places = [grid.table.index(row, column) for row in range(2) for column in range(len(fields))]
    assert [one for one in places if grid.question_at(one) is not None] == [cell]
    assert "Naskah berbeda" in str(cell.data(Qt.ItemDataRole.AccessibleTextRole))
    grid.setFocus()
    grid.setCurrentIndex(cell)
    assert mark.isVisible()
    assert_all_named(room.window)
    # Also from inside of the cell, whose text stays.
    room.press(KEY.Key_F2)
    room.press(KEY.Key_B, ALT)
    dialog = room.dialog()
    assert "dua" in str(dialog._page.result.field.value())
    room.press(KEY.Key_2)
    room.press(KEY.Key_Return, CONTROL)
    room.press(KEY.Key_Escape)
    assert room.focus() is grid
    assert (grid.table.text(cell.row(), cell.column()), room.waits()) == ("tiga", [])
    room.qtbot.waitUntil(lambda: not mark.isVisible())
    room.press(KEY.Key_B, ALT)
    assert QApplication.activeModalWidget() is None


def test_a_point_leads_to_what_differs_in_it(room: Deciders):
    said = room.said[1]
    room.apart("text", "Peta desa disusun", "Peta kota disusun", said)
    room.come_together()
    room.open()
    meetings = MeetingsController(room.parts())
    points = meetings.view.desk.points.list
    PointMarks(room.parts(), room.waiting, points)
    room.place.show("meetings", room.meeting.id)
    room.show(meetings)
    assert [row.differs for row in points.point_rows()] == [False, True]
    assert points.point_rows()[1].chips[-1] == ("Naskah berbeda", "warning")
    points.setFocus()
    points.set_current(room.said[0].id)
    room.press(KEY.Key_B, ALT)
    assert QApplication.activeModalWidget() is None
    points.set_current(said.id)
    # A letter more leaves the mark; from inside of the text the key asks, too.
    room.press(KEY.Key_F2)
    room.type("!")
    room.store.flush()
    assert points.point_rows()[1].chips[-1] == ("Naskah berbeda", "warning")
    room.press(KEY.Key_B, ALT)
    room.dialog()
    room.press(KEY.Key_2)
    room.press(KEY.Key_Return, CONTROL)
    room.press(KEY.Key_Escape)
    assert room.focus() is points
    assert [row.point.text for row in points.point_rows()][1] == "Peta kota disusun"
    room.qtbot.waitUntil(lambda: not points.point_rows()[1].differs)
    assert len(points.point_rows()[1].chips) == 1
    meetings._papers.wait()
