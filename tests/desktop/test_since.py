"""What changed since the last draft, told and marked on the canvas over a real register."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.commands.clock import begin_meeting
from db.commands.drafts import freeze_draft
from db.commands.plans import create_plan
from db.commands.records import add_record, edit_fields
from db.records import Meeting, Point
from db.revisions import of_field
from db.workspace import Author
from desktop.controllers.commitments import CommitmentsController
from tests.db.following import new_id
from tests.desktop.room import Room
from tests.ui.helpers import focused
from ui.canvas.since_watch import SinceWatch

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier
OTHER = Author("Ratri", "laptop-2")


class Table(Room):
    """A canvas with a problem, and the line below its card."""

    def open(self) -> None:
        plan = create_plan(self.workspace, OTHER, "ogi-2018").record_id
        self.place.show("plans", plan)
        self.controller = CommitmentsController(self.parts())
        self.canvas = self.controller.view.canvas
        self.show(self.controller)
        self.controller.view.commitment_requested.emit()
        self.id = self.place.record("commitments")
        problem = {"problem": "Jalan desa sebagian besar rusak."}
        self.store.run(edit_fields, "commitments", self.id, problem)
        self.meeting = Meeting(id=new_id(), plan_id=plan, kind="bilateral", date="2018-08-24")
        add_record(self.workspace, OTHER, self.meeting)

    def card(self, field: str = "problem"):
        return next(c for c in self.canvas.cards.cards.values() if c.section.field == field)

    def said(self, field: str = "problem") -> str:
        """Return what the line says when all that waits was read and compared."""
        self.settle()
        self.controller._since._read()
        self.settle()
        self.canvas.cards.findChild(SinceWatch).catch_up()
        line = self.card(field).since
        return line.said.text() if line.isVisible() else ""

    def grounds(self) -> list[str]:
        editor = self.card().start
        return [one.cursor.selectedText() for one in editor.extraSelections()]


@pytest.fixture
def table(qtbot, tmp_path: Path):
    made = Table(qtbot, tmp_path)
    made.open()
    yield made
    made.close()


def test_the_card_tells_what_changed_since_the_draft_and_from_which_point(table):
    assert table.said() == ""
    table.store.run(freeze_draft, table.id, "1", (), reason="dicoba")
    assert table.said() == ""

    point = Point(id=new_id(), meeting_id=table.meeting.id, text="Ada angka")
    add_record(table.workspace, OTHER, point)
    at = Author("Ratri", "laptop-2", meeting_id=table.meeting.id, point_id=point.id)
    new = "Jalan desa 83 km rusak."
    edit_fields(table.workspace, at, "commitments", table.id, {"problem": new})
    table.store.replaced.emit()
    assert table.said() == "Sejak Draf 1: +2 kata · −2 kata · dari butir 1 pertemuan 24 Agu 2018"

    # Nothing is stored yet, and the line knows it; the text is what was typed, and no more.
    table.canvas.go_to_field("problem")
    table.press(KEY.Key_T, BOTH)
    table.press(KEY.Key_End, CONTROL)
    table.type(" Parah")
    table.canvas.cards.findChild(SinceWatch).catch_up()
    assert table.card().since.said.text().startswith("Sejak Draf 1: +3 kata · −2 kata")
    editor, written = table.card().start, table.card()._written
    assert editor.value() == f"{new} Parah"
    assert table.grounds() == ["83 km", " Parah"]
    assert (editor.isVisible(), written.gone.isVisible()) == (True, True)
    assert "sebagian besar" in written.gone.value()

    # Who writes elsewhere sees what went where it stood; a click there writes in the text.
    table.canvas.go_to_field("description")
    QApplication.processEvents()
    assert (editor.isVisible(), written.reading.isVisible()) == (False, True)
    assert written.reading.value() == "Jalan desa sebagian besar83 km rusak. Parah"
    table.card().since.switch.setFocus()
    table.press(KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()
    assert focused() is editor
    table.canvas.go_to_field("description")
    QApplication.processEvents()
    QTest.mouseClick(written.reading.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 9))
    assert focused() is editor
    assert editor.textCursor().position() == 0

    # What covers the desk for a while leaves the text where one wrote.
    cover = QWidget()
    table.window.show_over(cover)
    QApplication.processEvents()
    table.window.show_shell()
    QApplication.processEvents()
    assert (focused(), written.reading.isVisible()) == (editor, False)

    table.press(KEY.Key_T, BOTH)
    assert table.grounds() == []
    table.press(KEY.Key_A, CONTROL)
    table.type("Jalan desa sebagian besar rusak.")
    table.canvas.cards.findChild(SinceWatch).catch_up()
    assert not table.card().since.isVisible()


def test_before_the_first_draft_a_running_meeting_counts_from_its_begin(table):
    table.place.show("meetings", table.meeting.id)
    assert table.said("leads") == table.said() == ""
    table.store.run(begin_meeting, table.meeting.id)
    fields = {"problem": "Jalan desa rusak.", "end": "2020-12"}
    table.store.run(edit_fields, "commitments", table.id, fields)
    assert table.said().startswith("Sejak rapat dimulai: −2 kata")
    assert table.said("period") == "Sejak rapat dimulai: baru diisi"
    table.store.undo()
    assert table.said() == table.said("period") == ""


def test_what_was_noted_while_another_screen_was_in_front_is_told_on_the_way_back(table):
    table.store.run(freeze_draft, table.id, "1", (), reason="dicoba")
    at = Author("Ratri", "laptop-2", meeting_id=table.meeting.id)
    new = {"problem": "Jalan desa rusak."}
    edit_fields(table.workspace, at, "commitments", table.id, new)
    table.store.replaced.emit()
    assert table.said().endswith("dari pertemuan 24 Agu 2018")
    table.place.go("meetings")
    written = table.store.read(of_field, table.id, "problem")
    ids = tuple(one.id for one in written if one.meeting_id)
    point = Point(id=new_id(), meeting_id=table.meeting.id, changes=ids)
    table.store.run(add_record, point)
    table.place.go("commitments")
    told = "dari butir 1 pertemuan 24 Agu 2018"
    line = table.card().since.said
    table.qtbot.waitUntil(lambda: line.text().endswith(told))
