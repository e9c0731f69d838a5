"""Follow-ups in the window over a real register: written, settled, undone, printed."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.commands.follow_ups import carry_follow_up, close_follow_ups
from db.commands.records import add_record, edit_field
from db.queries.records import get_record, list_records
from db.records import FollowUp, Organisation, Plan, Point
from desktop.controllers.followups import FollowUpsController
from desktop.dialogs import SystemDialogs
from desktop.frame import Frame
from desktop.waiting import Waiting
from tests.db.following import Following, new_id
from tests.desktop.faults import protected_file
from tests.desktop.room import Room
from tests.exports.pdf_reading import page_texts
from tests.ui.helpers import assert_all_named, focused
from ui.followups.model import DUE, OWNER, TEXT

_CONTROL = Qt.KeyboardModifier.ControlModifier


class FollowUpsRoom(Room):
    """The follow-ups screen in its window, over a plan with a meeting of two follow-ups."""

    def fill(self) -> None:
        self.desk = Following(self.workspace, self.store.author)
        self.office = self.desk.add(Organisation(id=new_id(), name="Bappeda", sector="subnational"))
        self.meeting = self.desk.meeting("2025-01-10", self.desk.floods, topic="Data banjir")
        self.late = self.desk.asked(self.meeting, "Kirim data")
        self.own = self.desk.follow_up(self.meeting, "Undang forum", due="2099-01-01")
        edit_field(
            self.workspace, self.store.author, "follow_ups", self.late.id, "due", "2025-02-01"
        )
        self.place.show("plans", self.desk.plan.id)

    def open(self, out: Path | None = None) -> None:
        dialogs = SystemDialogs(pick_folder=lambda *_: out)
        self.controller = FollowUpsController(replace(self.parts(), dialogs=dialogs))
        self.view = self.controller.view
        self.table = self.view.table
        self.show(self.controller)

    def go(self, row: int, column: int) -> None:
        self.table.setCurrentIndex(self.table.lines.index(row, column))
        self.table.setFocus()

    def shown(self) -> list[str]:
        return [line.text for line in self.view.shown()]

    def read(self, follow_up: FollowUp) -> FollowUp:
        return self.store.read(get_record, FollowUp, follow_up.id)


@pytest.fixture
def empty(qtbot, tmp_path: Path):
    made = FollowUpsRoom(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def room(empty: FollowUpsRoom) -> FollowUpsRoom:
    empty.fill()
    empty.open()
    return empty


def test_the_plan_in_view_is_shown_overdue_first(room):
    assert room.shown() == ["Kirim data", "Undang forum"]
    assert_all_named(room.window)


def test_the_text_is_written_in_its_point_while_it_is_typed(room, qtbot):
    room.go(0, TEXT)
    room.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(room.store.saved, timeout=10_000):
        room.type(" banjir")
    assert room.read(room.late).text == "Kirim data banjir"
    assert [point.text for point in room.store.read(list_records, Point)] == ["Kirim data banjir"]
    room.press(Qt.Key.Key_Return)
    room.store.undo()
    assert room.read(room.late).text == "Kirim data"
    assert room.shown()[0] == "Kirim data"
    room.store.redo()
    assert room.shown()[0] == "Kirim data banjir"


def test_without_a_point_the_text_is_written_where_it_is(room):
    room.go(1, TEXT)
    room.press(Qt.Key.Key_F2)
    room.type(" warga")
    room.press(Qt.Key.Key_Return)
    assert room.read(room.own).text == "Undang forum warga"


def test_what_a_full_disk_does_not_take_stays_in_its_row(room):
    with protected_file(room.workspace):
        for row, column in ((0, TEXT), (1, TEXT), (1, DUE)):
            room.go(row, column)
            room.press(Qt.Key.Key_F2)
            room.type("1/1/2025" if column == DUE else " warga")
            room.press(Qt.Key.Key_Return)
        assert sorted(room.shown()) == ["Kirim data warga", "Undang forum warga"]
        assert {line.due for line in room.view.shown()} == {"2025-02-01", "2025-01-01"}
        assert room.read(room.late).text == "Kirim data"
    assert room.store.flush()
    assert (room.read(room.late).text, room.read(room.own).due) == (
        "Kirim data warga",
        "2025-01-01",
    )


def test_a_new_date_puts_the_row_where_it_belongs(room):
    room.go(1, DUE)
    room.press(Qt.Key.Key_F2)
    room.type("1/1/2025")
    assert room.shown() == ["Kirim data", "Undang forum"]
    room.press(Qt.Key.Key_Return)
    assert room.read(room.own).due == "2025-01-01"
    assert room.shown() == ["Undang forum", "Kirim data"]
    assert room.table.current_line().id == room.own.id
    room.store.undo()
    assert room.read(room.own).due == "2099-01-01"
    assert room.shown() == ["Kirim data", "Undang forum"]


def test_undo_while_writing_takes_the_step_before_and_shows_it(room):
    room.go(0, TEXT)
    room.press(Qt.Key.Key_Space)
    room.table.setFocus()
    room.go(0, TEXT)
    room.press(Qt.Key.Key_F2)
    QTest.keyClick(focused(), Qt.Key.Key_Z, _CONTROL)
    QApplication.processEvents()
    assert room.read(room.late).status == "open"
    assert room.shown() == ["Kirim data", "Undang forum"]


def test_an_owner_from_the_directory_keeps_its_id(room):
    room.go(0, OWNER)
    room.press(Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    QTest.keyClicks(popup.line, "bapp")
    QTest.keyClick(popup, Qt.Key.Key_Return)
    found = room.read(room.late)
    assert (found.owner, found.owner_id) == ("Bappeda", room.office.id)
    room.store.undo()
    assert (room.read(room.late).owner, room.read(room.late).owner_id) == ("", None)


def test_done_leaves_the_list_and_its_toast_brings_it_back(room):
    room.go(0, TEXT)
    room.press(Qt.Key.Key_Space)
    found = room.read(room.late)
    today = dt.datetime.now().astimezone().date().isoformat()
    assert (found.status, found.closed_on) == ("done", today)
    assert room.shown() == ["Undang forum"]
    assert focused() is room.table
    assert room.told[-1] == ("info", room.words("follow_ups.told.done", n=1))
    room.actions[room.words("follow_ups.undo")]()
    assert room.shown() == ["Kirim data", "Undang forum"]
    assert (room.read(room.late).status, room.read(room.late).closed_on) == ("open", "")


def test_several_are_dropped_in_one_step(room):
    room.go(0, TEXT)
    room.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    room.press(Qt.Key.Key_Delete)
    assert room.read(room.late).status == room.read(room.own).status == "dropped"
    assert room.shown() == []
    room.store.undo()
    assert room.read(room.late).status == room.read(room.own).status == "open"


def test_the_origin_opens_its_meeting(room):
    room.go(0, TEXT)
    room.press(Qt.Key.Key_O, _CONTROL)
    assert room.place.screen == "meetings"
    assert room.place.record("meetings") == room.meeting.id


def test_a_new_one_belongs_to_the_chosen_meeting_and_is_shown(room):
    room.view.filters.line.setText("data")

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        if not dialog.isActiveWindow():
            QTimer.singleShot(5, fill)
            return
        QTest.keyClicks(focused(), "Siapkan ruang")
        dialog.owner.setText("bappeda")
        dialog.due.line.setFocus()
        QTest.keyClicks(dialog.due.line, "2 Mei 2099")
        assert_all_named(dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Return, _CONTROL)

    QTimer.singleShot(0, fill)
    room.header("new").click()
    (made,) = [
        one for one in room.store.read(list_records, FollowUp) if one.text == "Siapkan ruang"
    ]
    assert (made.meeting_id, made.point_id, made.status) == (room.meeting.id, None, "open")
    assert (made.owner, made.owner_id, made.due) == ("Bappeda", room.office.id, "2099-05-02")
    assert room.table.current_line().id == made.id
    # Which window is active after a dialog is the platform's affair.
    assert room.window.focusWidget() is room.table


def test_giving_up_a_new_one_changes_nothing(room):
    room.answer(accept=False)
    room.header("new").click()
    assert len(room.store.read(list_records, FollowUp)) == 2


def test_what_others_do_is_shown(room):
    close_follow_ups(room.workspace, room.store.author, [room.late.id])
    room.store.forget_history()
    assert room.shown() == ["Undang forum"]


def test_carrying_on_elsewhere_leaves_the_row(room):
    later = room.desk.meeting("2025-03-10", room.desk.floods)
    room.store.run(carry_follow_up, room.late.id, later.id)
    assert room.shown() == ["Kirim data", "Undang forum"]


def test_all_plans_are_shown_when_wanted(room):
    other = room.desk.add(Plan(id=new_id(), short_title="Rencana Lain"))
    room.desk.follow_up(room.desk.meeting("2025-02-10", plan_id=other.id), "Dari rencana lain")
    room.store.forget_history()
    assert "Dari rencana lain" not in room.shown()
    room.view.plan_requested.emit("")
    assert "Dari rencana lain" in room.shown()
    row = room.shown().index("Dari rencana lain")
    room.go(row, TEXT)
    room.press(Qt.Key.Key_O, _CONTROL)
    assert room.place.record("plans") == other.id
    room.place.go("followups")
    room.view.plan_requested.emit(room.desk.plan.id)
    assert room.shown() == ["Kirim data", "Undang forum"]


def test_the_badge_counts_what_is_overdue(room):
    waiting = Waiting(room.parts(), room.window.shell)
    Frame(room.parts(), waiting, room.window.shell)
    assert waiting.overdue == 1
    room.go(0, TEXT)
    room.press(Qt.Key.Key_Space)
    assert waiting.overdue == 0
    room.settle()


def test_what_is_shown_is_printed(empty, tmp_path: Path):
    out = tmp_path / "out"
    out.mkdir()
    empty.fill()
    empty.open(out)
    empty.view.filters.line.setText("kirim")
    empty.header("print").click()
    empty.settle()
    (paper,) = out.glob("*.pdf")
    text = " ".join(page_texts(paper.read_bytes()))
    assert "Kirim data" in text
    assert "Undang forum" not in text
    assert empty.told[-1] == (
        "success", empty.words("documents_screen.written", n=1, folder=str(out)),
    )  # fmt: skip


def test_printing_can_be_thought_better_of(room):
    told = len(room.told)
    room.header("print").click()
    room.settle()
    assert len(room.told) == told


def test_without_a_plan_the_way_leads_home(empty):
    empty.open()
    assert empty.shown() == []
    empty.find("follow_ups.empty.no_plan_button").click()
    assert empty.place.screen == "home"


def test_a_plan_without_meetings_leads_to_them(empty):
    add_record(empty.workspace, empty.store.author, Plan(id=new_id(), short_title="RAK"))
    empty.open()
    empty.find("follow_ups.empty.to_meetings").click()
    assert empty.place.screen == "meetings"


@pytest.mark.parametrize("language", ["id", "en"])
def test_two_thousand_open_quickly_and_tick_off_at_once(qtbot, tmp_path: Path, language: str):

    made = FollowUpsRoom(qtbot, tmp_path, language)
    made.fill()
    _fill_much(made)
    made.open()
    made.place.go("home")
    made.controller._stale = True
    made.place.go("followups")
    QApplication.processEvents()
    made.go(0, TEXT)
    made.press(Qt.Key.Key_Space)
    assert len(made.view.shown()) == 2001
    made.close()


def _fill_much(room: FollowUpsRoom) -> None:
    from db.models import FollowUpRow, PointRow

    with room.workspace.write() as session:
        for number in range(2000):
            point = Point(
                id=new_id(), meeting_id=room.meeting.id, position=number + 10, kind="follow_up",
                text=f"Menyampaikan surat {number}",
            )  # fmt: skip
            follow_up = FollowUp(
                id=new_id(), meeting_id=room.meeting.id, point_id=point.id, text=point.text,
                status="open", due=f"2024-{number % 12 + 1:02}-01",
            )  # fmt: skip
            session.add(PointRow(**point.model_dump(mode="json")))
            session.add(FollowUpRow(**follow_up.model_dump(mode="json")))
