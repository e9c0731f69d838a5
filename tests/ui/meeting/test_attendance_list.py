"""The menu of a line in the attendance list: each choice is told, about this line."""

from uuid import uuid4

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from db.records import Attendance
from resources.words import Words
from ui.meeting.attendance_list import AttendanceList

MEETING = str(uuid4())


def test_each_choice_of_a_lines_menu_is_told(indonesian: Words, show) -> None:
    lines = tuple(
        Attendance(id=str(uuid4()), meeting_id=MEETING, organisation=name) for name in "abc"
    )
    people = AttendanceList(indonesian)
    people.resize(320, 400)
    people.show_lines(lines)
    show(people)
    people.list.set_current(lines[1].id)
    told: list[tuple[str, object]] = []
    people.opened.connect(lambda key: told.append(("open", key)))
    people.removal_requested.connect(lambda key: told.append(("remove", key)))
    people.presence_requested.connect(lambda *wish: told.append(("presence", wish)))
    people.order.move_requested.connect(lambda *wish: told.append(("move", wish)))
    at = QPoint(30, 60)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, people.mapToGlobal(at))
    QApplication.sendEvent(people, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choices = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.text() for action in choices if action.isChecked()] == ["Hadir"]
    for action in choices:
        action.trigger()
    menu.close()
    key = lines[1].id
    presences = ("invited", "present", "online", "represented", "excused", "absent")
    assert told == [
        *(("presence", ([key], presence)) for presence in presences),
        ("open", key),
        ("move", (key, lines[0].id)),
        ("move", (key, None)),
        ("remove", key),
    ]
