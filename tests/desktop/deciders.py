"""The canvas of a commitment that came back different from another laptop, and who decides."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from db.catalogue import KIND_OF_RECORD
from db.commands.records import add_record, edit_field
from db.exchange.receive import receive
from db.exchange.send import write_session
from db.queries.deciding import list_questions
from db.queries.records import get_record
from db.records import Commitment, Meeting, Milestone, Party, Plan, Point, Target
from db.workspace import Author, Workspace
from desktop.controllers.commitments import CommitmentsController
from desktop.controllers.deciding import Deciding
from desktop.controllers.differing_marks import CanvasMarks
from desktop.waiting import Waiting
from tests.desktop.desk import new_id
from tests.desktop.room import Room
from ui.canvas.differing_marks import DifferingMark
from ui.differing.dialog import DecidingDialog

SEKAR = Author("Sekar", "laptop-b")
ALT, CONTROL, KEY = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.Key
TEXT = "Membuka data di 50 kabupaten."


class Deciders(Room):
    """The canvas of a commitment whose fields came back different from another laptop."""

    def __init__(self, qtbot, folder: Path, language: str = "id") -> None:
        super().__init__(qtbot, folder, language)
        self.folder, self.other = folder, Workspace.open(folder / "other.db")
        self.plan = self.add(Plan(id=new_id(), short_title="Muara Seruni", form="ogi-2018"))
        owner = {"plan_id": self.plan.id}
        self.meeting = self.add(Meeting(id=new_id(), kind="bilateral", topic="Banjir",
                                        date="2027-08-24", **owner))  # fmt: skip
        self.commitment = self.add(Commitment(
            id=new_id(), number=4, title="Data", description=TEXT, start="2027-01",
            leads=(Party(name="Dinas A"),), values=("transparansi",), **owner,
        ))  # fmt: skip
        owned = {"commitment_id": self.commitment.id}
        self.milestone = self.add(Milestone(id=new_id(), text="Peta", **owned))
        self.target = self.add(Target(id=new_id(), targets={"B06": "satu"}, **owned))
        self.said = [
            self.add(Point(id=new_id(), meeting_id=self.meeting.id, text=text))
            for text in ("Data dibuka", "Peta disusun")
        ]
        self.send(self.workspace, self.other)

    def add(self, record):
        add_record(self.workspace, self.store.author, record)
        return record

    def send(self, source: Workspace, target: Workspace) -> None:
        file = self.folder / f"{new_id()}.rembuk"
        file.write_bytes(write_session(source, SEKAR, "test", self.plan.id))
        (receipt,) = receive(target, SEKAR, [file])
        assert receipt.error is None

    def apart(self, field: str, here, there, record=None) -> None:
        """Write a field on both laptops."""
        record = record or self.commitment
        kind = KIND_OF_RECORD[type(record)]
        there_author = replace(SEKAR, meeting_id=self.meeting.id)
        edit_field(self.workspace, self.store.author, kind, record.id, field, here)
        edit_field(self.other, there_author, kind, record.id, field, there)

    def come_together(self) -> None:
        self.send(self.other, self.workspace)

    def open(self) -> None:
        parts = self.parts()
        self.waiting = Waiting(parts, self.window)
        self.controller = CommitmentsController(parts)
        self.deciding = Deciding(parts, self.waiting)
        self.marks = CanvasMarks(parts, self.waiting, self.controller.view)
        self.place.show("plans", self.plan.id)
        self.place.show("commitments", self.commitment.id)
        self.show(self.controller)
        self.settle()

    def dialog(self) -> DecidingDialog:
        self.settle()
        found = QApplication.activeModalWidget()
        assert isinstance(found, DecidingDialog)
        self.qtbot.waitUntil(found.isActiveWindow)
        return found

    def focus(self) -> QWidget | None:
        """Return what has the focus once the dialog is gone."""
        self.settle()
        assert QApplication.activeModalWidget() is None
        self.window.activateWindow()
        QApplication.processEvents()
        return QApplication.focusWidget()

    def marked(self) -> list[str]:
        self.settle()
        cards = self.controller.view.canvas.cards.cards.values()
        return [card.section.field for card in cards if card.findChild(DifferingMark)]

    def shown(self) -> Commitment:
        return self.store.read(get_record, Commitment, self.commitment.id)

    def waits(self) -> list[str]:
        return [place[2] for place in self.store.read(list_questions)]

    def close(self) -> None:
        super().close()
        self.other.close()
