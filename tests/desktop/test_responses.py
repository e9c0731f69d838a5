"""The register of answers in the window over a real register: answered, linked, led on, printed."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.commands.records import edit_field
from db.queries.records import get_record
from db.records import Organisation, Point
from desktop.controllers.responses import ResponsesController
from desktop.dialogs import SystemDialogs
from desktop.frame import Frame
from desktop.unsaved import kept_texts
from desktop.waiting import Waiting
from tests.db.following import Following, new_id
from tests.desktop.faults import protected_file
from tests.desktop.room import Room
from tests.ui.helpers import assert_all_named, focused
from ui.common.picker import PickPopup
from ui.responses.model import CHANGE, REASON, RESPONSE

_CONTROL = Qt.KeyboardModifier.ControlModifier


class ResponsesRoom(Room):
    """The register's screen in its window, over a plan with three inputs of one meeting."""

    def fill(self) -> None:
        self.desk = desk = Following(self.workspace, self.store.author)
        forum = desk.add(Organisation(id=new_id(), name="Forum Sungai", sector="cso"))
        self.meeting = desk.meeting("2025-01-10", desk.floods, topic="Data banjir")
        out_of = replace(self.store.author, meeting_id=self.meeting.id)
        edit_field(self.workspace, out_of, "commitments", desk.floods.id, "problem", "Tujuh desa")
        given = {"kind": "input", "raised_by": "Forum Sungai", "raised_by_id": forum.id}
        self.done = desk.point(self.meeting, "Sudah", response="accepted", reason="Benar", **given)
        self.first = desk.point(self.meeting, "Sebut desanya", canvas_field="problem", **given)
        self.second = desk.point(self.meeting, "Buka datanya", **given)
        self.place.show("plans", desk.plan.id)

    def open(self, out: Path | None = None) -> None:
        dialogs = SystemDialogs(pick_folder=lambda *_: out)
        self.controller = ResponsesController(replace(self.parts(), dialogs=dialogs))
        self.view = self.controller.view
        self.table = self.view.table
        self.show(self.controller)

    def go(self, point: Point, column: int) -> None:
        row = self.table.lines.row_of(point.id)
        self.table.setCurrentIndex(self.table.lines.index(row, column))
        self.table.setFocus()

    def read(self, point: Point) -> Point:
        return self.store.read(get_record, Point, point.id)


@pytest.fixture
def room(qtbot, tmp_path: Path):
    made = ResponsesRoom(qtbot, tmp_path)
    made.fill()
    made.open(tmp_path / "out")
    yield made
    made.close()


def test_an_input_is_answered_by_keys_and_both_steps_are_undone(room):
    assert room.view.shown_ids() == [room.first.id, room.second.id, room.done.id]
    assert_all_named(room.window)
    room.go(room.first, RESPONSE)
    room.press(Qt.Key.Key_2)
    assert room.read(room.first).response == "adapted"
    # Without its reason it isn't answered, so it stays where it stands.
    assert room.view.shown_ids()[0] == room.first.id
    room.press(Qt.Key.Key_F2)
    room.type("Datanya ada")
    room.press(Qt.Key.Key_Return)
    assert focused() is room.table
    room.settle()
    assert room.read(room.first).reason == "Datanya ada"
    assert room.view.shown_ids() == [room.second.id, room.done.id, room.first.id]
    assert room.table.current_line().id == room.first.id
    room.store.undo()
    room.store.undo()
    assert room.read(room.first).response == ""
    assert room.view.shown_ids()[0] == room.first.id


def test_several_are_answered_at_once(room):
    shell = room.window.shell
    Frame(room.parts(), Waiting(room.parts(), shell), shell)
    badge = shell._sidebar._buttons["responses"]
    assert badge._badge_text() == "2"
    edit_field(room.workspace, room.store.author, "points", room.first.id, "reason", "x")
    room.go(room.first, RESPONSE)
    room.press(Qt.Key.Key_A, _CONTROL)
    room.press(Qt.Key.Key_4)
    answers = {room.read(point).response for point in (room.done, room.first, room.second)}
    assert answers == {"deferred"}
    assert badge._badge_text() == "1"
    room.store.undo()
    assert room.read(room.done).response == "accepted"


def test_what_a_full_disk_does_not_take_is_chosen_all_the_same(room):
    with protected_file(room.workspace):
        room.go(room.first, RESPONSE)
        room.press(Qt.Key.Key_A, _CONTROL)
        room.press(Qt.Key.Key_4)
        room.go(room.second, RESPONSE)
        room.press(Qt.Key.Key_3)
        room.press(Qt.Key.Key_F2)
        room.type("Datanya rahasia")
        room.press(Qt.Key.Key_Return)
        room.place.go("home")
        room.place.go("responses")
        # The register has none of it, the screen has all.
        shown = {one.id: (one.line.response, one.line.reason) for one in room.view.chosen()}
        assert shown[room.first.id] == ("deferred", "")
        assert shown[room.second.id] == ("declined", "Datanya rahasia")
        assert (room.refusals, len(kept_texts(room.words, room.store.unsaved))) == ([], 3)
        assert "tidak diterima" in dict(kept_texts(room.words, room.store.unsaved)).values()
    assert room.store.flush()
    answers = [room.read(point).response for point in (room.first, room.second, room.done)]
    assert answers == ["deferred", "declined", "deferred"]
    assert room.read(room.second).reason == "Datanya rahasia"


def test_a_change_is_linked_and_unlinked_and_the_point_is_opened(room, qtbot):
    room.go(room.first, CHANGE)
    for linked in (True, False):
        room.press(Qt.Key.Key_Return)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, PickPopup)
        room.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
        assert bool(room.read(room.first).changes) == linked
        shown = str(room.table.lines.index(0, CHANGE).data())
        assert ("Tujuh desa" in shown) == linked
    room.go(room.first, RESPONSE)
    room.press(Qt.Key.Key_O, _CONTROL)
    assert (room.place.screen, room.place.record("meetings")) == ("meetings", room.meeting.id)
    assert room.place.take("points") == room.first.id
    room.place.go("responses")
    room.go(room.first, RESPONSE)
    room.press(Qt.Key.Key_J, _CONTROL)
    assert (room.place.screen, room.place.take("fields")) == ("commitments", "problem")


def test_what_is_shown_is_printed(room, tmp_path: Path):
    room.view.filters.line.setText("desanya")
    room.choose(room.header("print"), 1)
    room.settle()
    (path,) = (tmp_path / "out").iterdir()
    assert path.name == "RAK 2025 Tanggapan atas Masukan.xlsx"
    sheet = load_workbook(path).worksheets[0]
    assert [cell.value for cell in sheet["B"][5:]] == ["Sebut desanya"]


def test_a_reason_that_is_typed_elsewhere_comes_along(room):
    room.go(room.second, REASON)
    edit_field(room.workspace, room.store.author, "points", room.second.id, "reason", "x")
    room.store.replaced.emit()
    row = room.table.lines.row_of(room.second.id)
    assert room.table.lines.index(row, REASON).data() == "x"
