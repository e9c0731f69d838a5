"""The note-taker's desk in its window, over a real register, and what tests ask of it."""

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.commands.records import add_record
from db.queries.meetings import meeting_dossier
from db.records import Commitment, Meeting, Plan
from db.rules import number_points
from desktop.controllers.meetings import MeetingsController
from tests.desktop.room import Room

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, KEY = Qt.KeyboardModifier.ShiftModifier, Qt.Key
LONG = "Rembuk warga " * 7_700


def new_id() -> str:
    return str(uuid4())


class Desk(Room):
    """The meetings screen in its window."""

    def open(self) -> None:
        self.controller = MeetingsController(self.parts())
        self.view = self.controller.view
        self.show(self.controller)

    def add(self, record):
        """Store a record behind the screen's back."""
        add_record(self.workspace, self.store.author, record)
        return record

    def begin(self, **values) -> Meeting:
        """Make a plan with a meeting and open it on the desk."""
        self.plan = self.add(Plan(id=new_id(), short_title="Muara Seruni", form="ogi-2018"))
        self.commitment = self.add(
            Commitment(id=new_id(), plan_id=self.plan.id, number=1, title="Jadwal terbuka")
        )
        values.setdefault("commitment_ids", (self.commitment.id,))
        meeting = self.add(
            Meeting(id=new_id(), plan_id=self.plan.id, kind="bilateral", topic="Jadwal", **values)
        )
        self.place.show("plans", self.plan.id)
        self.place.show("meetings", meeting.id)
        self.open()
        return meeting

    def dossier(self):
        return self.store.read(meeting_dossier, self.place.record("meetings"))

    def outline(self) -> list[str]:
        points = number_points(self.dossier().points)
        return [f"{'  ' * p.depth}{p.number} {p.point.text}" for p in points]

    def shown(self) -> list[str]:
        rows = self.view.desk.points.list.point_rows()
        return [f"{'  ' * row.depth}{row.number} {row.point.text}" for row in rows]

    def attendances(self) -> list[tuple[str, str]]:
        return [(line.unit, line.organisation) for line in self.dossier().attendances]

    def write(self, *texts: str) -> None:
        """Write points, each with Enter."""
        self.press(KEY.Key_2, ALT)
        for text in texts:
            self.type(text)
            self.press(KEY.Key_Return)

    def pick(self, key: Qt.Key, text: str) -> None:
        """Choose from the list that Alt with a key opens."""
        self.press(key, ALT)
        popup = QApplication.activePopupWidget()
        assert popup is not None
        QTest.keyClicks(popup.line, text)
        QTest.keyClick(popup.line, KEY.Key_Return)

    def undo(self) -> None:
        self.press(KEY.Key_Z, CONTROL)

    def redo(self) -> None:
        self.press(KEY.Key_Y, CONTROL)

    @property
    def points(self):
        return self.view.desk.points.list
