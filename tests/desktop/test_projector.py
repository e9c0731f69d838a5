"""The projector: on a second display while one writes at the desk, or large in one's own window."""

import json
import os
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from db.commands.clock import begin_meeting
from db.commands.meetings import create_meeting
from db.commands.records import add_record, edit_fields
from db.errors import WorkspaceError
from db.queries.records import get_record, list_records
from db.records import Attendance, Commitment, Plan, Point
from tests.bench.displays import DISPLAYS
from tests.desktop.projected import COMMITMENT, PLAN, ProjectedRoom
from ui.projector.body import RoomEditor
from ui.projector.view import RoomView

TOP = Path(__file__).parents[2]


def test_the_room_follows_the_desk_and_lets_go_of_a_display_that_is_pulled_out(tmp_path: Path):
    displays = tmp_path / "displays.json"
    displays.write_text(json.dumps(DISPLAYS), "utf-8")
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={displays}"}
    command = [sys.executable, "-m", "tests.desktop.two_displays"]
    told = subprocess.run(
        [*command, tmp_path / "w.db", tmp_path / "settings.json"],
        cwd=TOP, env={**os.environ, **platform}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    beamer = [1366, 0, 1920, 1080]
    found = json.loads(told.stdout)
    where, what = found.pop("on the desk")[1:]
    assert where == "Layar 2"
    assert what
    assert found.pop("in the status bar") == "Proyektor: layar 2, mengikuti"
    assert found == {
        "place": beamer,
        "keys stay": True,
        "unsaved": True,
        "marked": "Sekarang 83 kelurahan. Ya.",
        "after the cable was pulled": True,
        "after it was plugged in": beamer,
        "where one wrote meanwhile": "Juga ini. ",
        "written on at the desk": "Jadwal terbuka",
        "in another language": beamer,
        "closed": False,
    }


@pytest.fixture
def room(qtbot, tmp_path):
    made = ProjectedRoom(qtbot, tmp_path, problem="Lama.")
    yield made
    made.close()


def test_with_one_display_the_room_view_is_written_in_and_escape_leads_back(room):
    canvas = room.canvas.view.canvas
    canvas.go_to(next(key for key in canvas.cards.cards if key.endswith(":problem")))
    field = QApplication.focusWidget()
    field.move_to_end()
    room.type(" Baru.")
    room.press(Qt.Key.Key_F5)
    view = room.window.centralWidget().currentWidget()
    assert isinstance(view, RoomView)
    editor = QApplication.focusWidget()
    assert isinstance(editor, RoomEditor)
    assert editor.value() == "Lama. Baru."
    editor.move_to_end()
    QTest.keyClicks(editor, " Lagi.")
    assert room.stored().problem == "Lama. Baru. Lagi."
    room.projector.show_now()
    assert [view.page().passages[0].text[a:b] for a, b in view.page().passages[0].added]
    # Keys of the frame below do nothing in between.
    room.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is editor
    QTest.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert view.page().field == "description"
    QTest.keyClicks(view.text.editor, "Membuka data.")
    QTest.keyClick(view.text.editor, Qt.Key.Key_Escape)
    room.settle()
    assert room.window.centralWidget().currentWidget() is room.window.shell
    assert QApplication.focusWidget() is field
    assert room.store.read(get_record, Commitment, COMMITMENT).description == "Membuka data."
    assert field.value() == "Lama. Baru. Lagi."
    room.store.undo()
    room.store.undo()
    assert room.stored().problem == "Lama. Baru."


def test_the_caret_comes_along_into_the_room_view_and_back(room):
    canvas = room.canvas.view.canvas
    canvas.go_to(next(key for key in canvas.cards.cards if key.endswith(":problem")))
    field = QApplication.focusWidget()
    field.move_to_end()
    room.press(Qt.Key.Key_Left)
    room.press(Qt.Key.Key_F5)
    view = room.window.centralWidget().currentWidget()
    assert view.caret() == len("Lama")
    room.type(" sekali")
    room.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert view.page().title == room.words("projector.subjects.points")
    room.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert view.text.editor.value() == "Lama sekali."
    # Parts without a text of their own are in the row, too; there is nothing to write in them.
    room.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert (view.page().section, view.caret()) == ("leads", -1)
    room.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view.text.editor, Qt.Key.Key_Home)
    room.type("Sudah ")
    room.press(Qt.Key.Key_Escape)
    room.type("lama. ")
    assert room.stored().problem == "Sudah lama. Lama sekali."
    room.store.undo()
    assert QApplication.focusWidget() is field


def test_a_meeting_that_one_only_looked_at_is_not_the_rooms_until_it_runs(room):
    made = room.store.run(create_meeting, PLAN, "bilateral")
    room.place.show("meetings", made.record_id)
    room.projector.open_room()
    view = room.window.centralWidget().currentWidget()
    assert (view.page().note, view.page().facts) == ("", ())
    # Whoever asks for its points means it.
    room.projector.menu.choose("points")
    assert view.page().note
    room.projector.menu.choose("follow")
    assert not view.page().note
    room.store.run(begin_meeting, made.record_id)
    room.qtbot.waitUntil(lambda: view.page().note != "", timeout=10_000)
    # It belongs to its own plan alone.
    other = Plan(id=str(uuid4()), title="Lain", form="ogi-2018")
    record = Commitment(id=str(uuid4()), plan_id=other.id, number=1, title="Lain")
    for one in (other, record):
        room.store.run(add_record, one)
    room.place.show("commitments", record.id)
    room.projector.show_now()
    assert (view.page().title, view.page().note) == ("1. Lain", "")
    room.projector.close_room()


def test_the_room_view_says_what_is_not_saved_and_keeps_its_place_beside_the_title(room):
    canvas = room.canvas.view.canvas
    canvas.go_to(next(key for key in canvas.cards.cards if key.endswith(":description")))
    room.projector.open_room()
    view = room.window.centralWidget().currentWidget()
    assert view.page().field == "description"
    store = room.store
    store.not_saved.emit(WorkspaceError("edit_not_stored"))
    assert view.foot.keys.text() == room.words("projector.not_saved")
    store.saved.emit()
    assert view.foot.keys.text() == room.words("projector.keys.text")
    # A title has no large page of its own: the part in view stays.
    store.edit("commitments", COMMITMENT, "title", "Data terbuka")
    room.projector.show_now()
    assert view.page().title == "4. Data terbuka"
    assert view.page().field == "description"
    store.edit("commitments", COMMITMENT, "start", "2027-01")
    room.projector.show_now()
    assert view.page().passages[0].text == "Januari 2027"
    # Read anew while it waits, it is news all the same, though nothing stored is.
    room.projector._state.since = "9999-01-01T00:00:00Z"
    store.edit("commitments", COMMITMENT, "start", "2028-02")
    room.projector._reading.kept.forget_commitment()
    room.projector.show_now()
    assert view.page().passages[0].added == ((0, len("Februari 2028")),)
    room.projector.close_room()


def test_a_point_reaches_the_room_when_it_is_done_but_not_a_private_one(room):
    made = room.store.run(create_meeting, PLAN, "bilateral")
    room.place.show("meetings", made.record_id)
    room.projector.open_room()
    room.projector.menu.choose("points")
    view = room.window.centralWidget().currentWidget()
    assert view.page().passages[0].text == room.words("projector.no_points")
    for number, text in enumerate(("Terbuka.", "Tertutup.")):
        private = "private" if number else ""
        record = Point(
            id=str(uuid4()), meeting_id=made.record_id, position=number, text=text,
            visibility=private,
        )  # fmt: skip
        room.store.run(add_record, record)
    room.qtbot.waitUntil(lambda: view.page().passages[0].text == "Terbuka.", timeout=10_000)
    assert len(view.page().passages) == 1
    (point,) = [one for one in room.store.read(list_records, Point) if one.visibility != "private"]
    room.store.run(edit_fields, "points", point.id, {"visibility": "private"})
    # At once: no event was handled in between.
    assert view.page().passages[0].text == room.words("projector.no_points")
    # Nor does what was being read from before it was closed come into view after that.
    room.store.run(edit_fields, "points", point.id, {"visibility": ""})
    room.projector._reading.renew_meeting(room.projector.show_now)
    room.projector._parts.workers._pool.waitForDone()
    room.store.run(edit_fields, "points", point.id, {"visibility": "private"})
    room.settle()
    assert view.page().passages[0].text == room.words("projector.no_points")
    # Whoever types it may close it yet: nobody reads along, nor counts it.
    record = Point(id=str(uuid4()), meeting_id=made.record_id, position=2, text="Mungkin tertutup.")
    room.store.write_unfinished(record)
    room.store.flush()
    row = Attendance(id=str(uuid4()), meeting_id=made.record_id, organisation="Omb")
    room.store.write_unfinished(row)
    room.settle()
    room.projector.show_now()
    assert view.page().passages[0].text == room.words("projector.no_points")
    before = view.page().facts
    room.store.leave_unfinished("points", record.id)
    room.qtbot.waitUntil(lambda: view.page().passages[0].text == record.text, timeout=10_000)
    assert view.page().facts != before
    # What was taken back and comes again is done.
    room.store.undo()
    room.store.redo()
    assert row.id not in room.store.unfinished
    room.projector.close_room()


def test_what_the_room_sees_is_chosen_in_a_menu(room):
    room.projector.open_room()
    room.projector.menu.choose("attendance")
    view = room.window.centralWidget().currentWidget()
    assert view.page().title == room.words("projector.subjects.attendance")
    room.projector.menu.choose("canvas")
    assert len(view.page().passages) > 5
    # It stays where it is while another one is looked at.
    room.store.edit("commitments", COMMITMENT, "description", "Membuka data.")
    room.projector.show_now()
    here = view.page()
    assert here.passages[here.current].text == "Membuka data."
    other = Commitment(id=str(uuid4()), plan_id=PLAN, number=5, title="Lain", problem="Lain.")
    room.store.run(add_record, other)
    room.store.edit("commitments", other.id, "problem", "Lain sekali.")
    room.projector.show_now()
    assert view.page() == here
    room.projector.close_room()
    room.projector.open_menu()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = [action.text() for action in menu.actions()]
    assert f"✓  {room.words('projector.subjects.canvas')}" in said
    assert room.words("projector.names") in said
    menu.close()
