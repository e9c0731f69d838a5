"""The clock in the window's head: noted by a key, running by the workspace's time, undone."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from db.commands.meetings import create_meeting
from db.commands.records import add_record, edit_fields
from db.queries.records import get_record
from db.records import Meeting, Plan
from desktop.controllers.clock import ClockController
from desktop.controllers.meetings import MeetingsController
from tests.db.registers import Clock
from tests.desktop.room import Room

PLAN = "5f1f6f1c-0c3e-4a52-9d0e-3a4f5b6c7d8e"
MORNING = dt.datetime(2026, 3, 4, 2, 0, 10, tzinfo=dt.UTC)


class Desk(Room):
    """A meeting of 4 March, 09.00 to 11.00 WIB, on a clock that the test moves."""

    def __init__(self, qtbot, folder) -> None:
        super().__init__(qtbot, folder)
        self.clock = self.workspace.now = Clock(MORNING)
        self.store.run(add_record, Plan(id=PLAN, title="Rencana", form="ogi-2018"))
        made = self.store.run(create_meeting, PLAN, "bilateral")
        self.meeting_id = made.record_id
        hours = {"date": "2026-03-04", "start_time": "09:00", "end_time": "11:00"}
        self.store.run(edit_fields, "meetings", self.meeting_id, hours)
        self.place.show("meetings", self.meeting_id)
        parts = self.parts()
        self.meetings = MeetingsController(parts)
        self.controller = ClockController(parts)
        self.pill = self.controller.pill
        self.show(self.meetings)

    def at(self, time: str) -> None:
        """Let the clock stand at a time of the meeting's morning, in WIB."""
        there = dt.datetime.fromisoformat(f"2026-03-04T{time}+07:00")
        self.clock.time = there.astimezone(dt.UTC)
        self.controller.tick()

    def hours(self) -> tuple[str, str]:
        meeting = self.store.read(get_record, Meeting, self.meeting_id)
        return meeting.began, meeting.ended

    def face(self) -> tuple[str, str, str]:
        face = self.pill.face()
        return face.time, face.note, face.kind


@pytest.fixture
def desk(qtbot, tmp_path):
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()


class Paints(QObject):
    """Notes what is painted outside of a widget."""

    def __init__(self, window: QWidget, pill: QWidget) -> None:
        super().__init__(window)
        self.window, self.pill, self.outside = window, pill, []
        for widget in [window, *window.findChildren(QWidget)]:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            place = event.rect().translated(watched.mapTo(self.window, watched.rect().topLeft()))
            corner = self.pill.mapTo(self.window, self.pill.rect().topLeft())
            if not self.pill.rect().translated(corner).contains(place):
                self.outside.append((watched, place))
        return False


def test_a_meeting_is_begun_and_ended_by_a_key_and_runs_in_between(desk):
    assert desk.face() == ("", desk.words("clock.before"), "neutral")
    desk.press(Qt.Key.Key_F9)
    assert desk.hours() == ("09:00", "")
    desk.at("09:42:20.900")
    assert desk.face() == ("00.42.10", "", "neutral")
    # The letters that are typed keep their field: nothing takes the focus.
    focused = QApplication.focusWidget()
    desk.at("10:52:00")
    assert desk.face()[1:] == (desk.words("clock.near", n=8), "warning")
    desk.at("11:05:30")
    assert desk.face()[1:] == (desk.words("clock.past", n=5), "danger")
    assert QApplication.focusWidget() is focused
    # It goes along to the other screens, as long as it runs.
    desk.place.go("commitments")
    assert desk.pill.isVisibleTo(desk.window)
    desk.press(Qt.Key.Key_F9)
    assert desk.hours() == ("09:00", "11:05")
    assert not desk.pill.isVisibleTo(desk.window)
    desk.place.go("meetings")
    assert desk.face() == ("02.05", desk.words("clock.ended", time="11.05"), "neutral")
    desk.actions[desk.words("clock.undo")]()
    assert desk.hours() == ("09:00", "")
    assert desk.face()[2] == "danger"
    desk.store.undo()
    assert desk.face()[1] == desk.words("clock.before")


def test_an_ended_meeting_goes_on_or_forgets_its_hours(desk):
    desk.press(Qt.Key.Key_F9)
    desk.press(Qt.Key.Key_F9)
    assert desk.hours() == ("09:00", "09:00")
    desk.press(Qt.Key.Key_F9)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    assert desk.hours() == ("09:00", "")
    menu.close()
    desk.press(Qt.Key.Key_F9)
    desk.press(Qt.Key.Key_F9)
    menu = QApplication.activePopupWidget()
    menu.actions()[2].trigger()
    menu.close()
    assert desk.hours() == ("", "")


def test_wrong_clocks_are_asked_about_and_change_nothing(desk):
    desk.clock.time -= dt.timedelta(days=400)
    asked = desk.answer(accept=False)
    desk.press(Qt.Key.Key_F9)
    assert asked == [desk.words("clock.other_day.title")]
    assert desk.hours() == ("", "")
    desk.at("09:00:10")
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    desk.press(Qt.Key.Key_F9)
    desk.at("08:30:00")
    assert desk.refusals == []
    assert desk.hours() == ("09:00", "")
    assert desk.face()[0] == "00.00.00"
    desk.press(Qt.Key.Key_F9)
    assert desk.refusals == ["clock_before_begin"]
    assert desk.hours() == ("09:00", "")


def test_a_tick_paints_the_pill_and_nothing_else(desk):
    desk.press(Qt.Key.Key_F9)
    desk.at("09:00:20")
    desk.settle()
    paints = Paints(desk.window, desk.pill)
    desk.at("09:00:21")
    QApplication.processEvents()
    assert [found for found in paints.outside if not found[0].hasFocus()] == []


def test_the_time_runs_on_after_the_program_was_closed(desk):
    desk.press(Qt.Key.Key_F9)
    again = ClockController(desk.parts())
    desk.clock.time = MORNING + dt.timedelta(minutes=3, seconds=5.9)
    again.tick()
    assert again.pill.face().time == "00.03.05"


def test_noted_hours_are_put_right_among_the_meetings_data(desk):
    desk.press(Qt.Key.Key_F9)
    desk.at("10:30:00")
    desk.press(Qt.Key.Key_F9)
    assert desk.hours() == ("09:00", "10:30")
    for name, typed in (("began", "09.15"), ("ended", "10.45")):
        line = desk.find(f"meetings.fields.{name}", QLineEdit)
        assert line.text() in ("09.00", "10.30")
        line.setFocus()
        desk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        desk.type(typed)
        desk.press(Qt.Key.Key_Tab)
    desk.settle()
    assert desk.hours() == ("09:15", "10:45")
    assert desk.face()[:2] == ("01.30", desk.words("clock.ended", time="10.45"))
    desk.store.undo()
    assert desk.find("meetings.fields.ended", QLineEdit).text() == "10.30"
