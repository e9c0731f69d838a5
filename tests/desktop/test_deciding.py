"""What differs after session files came together is decided in one dialog, and can be undone."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from db.commands.records import add_record, delete_records, edit_field
from db.exchange.receive import receive
from db.exchange.send import write_session
from db.queries.conflicts import list_conflicts
from db.queries.deciding import list_questions, read_question
from db.queries.records import get_record
from db.records import Commitment, Meeting, Milestone, Party, Plan, Target, WorkingGroup
from db.workspace import Author, Workspace
from desktop.controllers.commitments import CommitmentsController
from desktop.controllers.deciding import ALL, Deciding
from desktop.controllers.deciding_words import question_view
from desktop.controllers.differing_marks import CanvasMarks, MatrixMarks
from desktop.controllers.matrix import MatrixController
from desktop.waiting import Waiting
from resources.words import LANGUAGES, Words
from tests.desktop.desk import new_id
from tests.desktop.every_conflict import make_every_conflict
from tests.desktop.faults import protected_file
from tests.desktop.hand import Hand
from tests.desktop.room import Room
from tests.screens.tour import start
from tests.ui.helpers import assert_all_named, named
from ui.canvas.differing_marks import DifferingMark
from ui.common.message_bar import MessageBar
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
        kind = {Milestone: "milestones", Target: "targets"}.get(type(record), "commitments")
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


@pytest.fixture
def room(qtbot, tmp_path) -> Iterator[Deciders]:
    room = Deciders(qtbot, tmp_path)
    yield room
    room.close()


def test_a_disk_that_takes_nothing_is_told_in_the_dialog(room: Deciders):
    room.apart("title", "Data kota", "Data desa")
    room.come_together()
    room.open()
    room.deciding.open()
    dialog = room.dialog()
    with protected_file(room.workspace):
        room.store.edit("commitments", room.commitment.id, "problem", "Banjir")
        room.press(KEY.Key_2)
        room.press(KEY.Key_Return, CONTROL)
        assert room.store.unsaved
        assert dialog.isVisible()
        assert dialog._told.text()
    room.settle()
    assert room.shown().problem == "Banjir"
    assert room.waits() == ["title"]


def test_a_person_decides_one_after_the_other_and_nothing_written_is_lost(room: Deciders):
    room.apart("description", TEXT.replace("50", "60"), TEXT.replace("50", "100"))
    room.apart("leads", (Party(name="Dinas A"), Party(name="Dinas B")),
               (Party(name="Dinas A"), Party(name="Dinas C")))  # fmt: skip
    room.apart("text", "Peta kota", "Peta desa", room.milestone)
    room.come_together()
    room.open()
    assert room.marked() == ["leads", "description", "milestones"]
    canvas = room.controller.view.canvas
    canvas.go_to_field("description")
    before = QApplication.focusWidget()
    mark = canvas.cards.card_of(before).findChild(DifferingMark)
    mark.click()
    dialog = room.dialog()
    assert dialog.accessibleName() == "Perbedaan 1 dari 3 · Komitmen 4 · C. Komitmen"
    assert_all_named(dialog)
    result = dialog._page.result.field
    assert result.value() == TEXT.replace("50", "60")
    # The number takes a side, and only writes it into the result.
    room.press(KEY.Key_2)
    assert result.value() == TEXT.replace("50", "100")
    assert room.waits() == ["description", "leads", "text"]
    # What is written survives taking a side, closing, and a further look.
    result.setFocus()
    room.press(KEY.Key_End, CONTROL)
    room.type(" Dan 1 kota.")
    written = TEXT.replace("50", "100") + " Dan 1 kota."
    assert result.value() == written
    room.press(KEY.Key_1, ALT)
    assert result.value() == TEXT.replace("50", "60")
    dialog._page.result.back.click()
    assert result.value() == written
    room.press(KEY.Key_Escape)
    assert room.shown().description == TEXT.replace("50", "60")
    assert room.focus() is before
    # As from the list of what a draft lacks.
    room.controller.view.deciding_requested.emit("commitments", room.commitment.id, "description")
    dialog = room.dialog()
    assert dialog._page.result.field.value() == written
    room.press(KEY.Key_Return, CONTROL)
    assert (room.shown().description, room.waits()) == (written, ["leads", "text"])
    # The parties were merged by themselves: Enter is enough.
    assert "· A. " in dialog.accessibleName()
    room.press(KEY.Key_Return)
    assert [party.name for party in room.shown().leads] == ["Dinas A", "Dinas B", "Dinas C"]
    room.press(KEY.Key_Up, CONTROL)
    room.press(KEY.Key_2)
    room.press(KEY.Key_Return)
    assert room.waits() == []
    assert dialog.accessibleName() == room.words("deciding.done_title")
    # The last decision is undone here, the one before in the window, and both wait again.
    room.press(KEY.Key_Z, CONTROL)
    assert room.waits() == ["text"]
    assert dialog.accessibleName().endswith("· Milestone 1")
    room.press(KEY.Key_Escape)
    room.settle()
    room.store.undo()
    assert room.waits() == ["leads", "text"]
    assert room.marked() == ["leads", "milestones"]
    room.store.redo()
    assert room.marked() == ["milestones"]


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


def test_what_cannot_be_written_is_chosen_and_a_deletion_is_kept_or_confirmed(room: Deciders):
    room.apart("values", ("transparansi", "inovasi"), ("transparansi", "inklusif"))
    room.apart("start", "2027-02", "2027-03")
    room.apart("targets.B06", "dua", "tiga", room.target)
    group = room.add(WorkingGroup(id=new_id(), plan_id=room.plan.id, theme="Bencana"))
    edit_field(room.workspace, SEKAR, "commitments", room.commitment.id, "working_group_id",
               group.id)  # fmt: skip
    room.send(room.workspace, room.other)
    other = room.add(WorkingGroup(id=new_id(), plan_id=room.plan.id, theme="Iklim"))
    room.apart("working_group_id", other.id, None)
    further = room.add(Commitment(id=new_id(), plan_id=room.plan.id, number=5, title="Jadwal"))
    listed = room.add(Milestone(id=new_id(), commitment_id=further.id, text="Daftar"))
    room.send(room.workspace, room.other)
    problem = "Tidak ada jadwal" + " yang dapat dilihat warga" * 20
    edit_field(room.workspace, SEKAR, "commitments", further.id, "problem", problem)
    delete_records(room.other, SEKAR, "commitments", [further.id])
    room.come_together()
    room.open()
    fields = ["start", "values", "working_group_id", "targets.B06", "deleted"]
    assert room.waits() == fields
    room.place.show("differing", ALL)
    dialog = room.dialog()
    # What can't be read is no answer.
    month = dialog._page.result.field
    month.line.setFocus()
    month.line.selectAll()
    room.type("Marer 2027")
    room.press(KEY.Key_Return, CONTROL)
    assert month.has_problem()
    assert "start" in room.waits()
    room.press(KEY.Key_2, ALT)
    room.press(KEY.Key_Return, CONTROL)
    assert room.shown().start == "2027-03"
    # Both choices together are offered as a third.
    room.press(KEY.Key_3)
    room.press(KEY.Key_Return)
    assert room.shown().values == ("transparansi", "inovasi", "inklusif")
    # None is an answer, too.
    room.press(KEY.Key_2)
    room.press(KEY.Key_Return)
    assert room.shown().working_group_id is None
    room.press(KEY.Key_Return)
    assert dialog.accessibleName() == "Perbedaan 5 dari 5 · Komitmen 5 “Jadwal”"
    keep, gone = question_view(room.words, room.store.read(
        read_question, ("commitments", further.id, "deleted"))).sides  # fmt: skip
    back = room.words("deciding.deletion.returns", parts="1 milestone")
    assert keep.spans[0].text.startswith(back)
    assert "1 milestone" in gone.spans[0].text
    # What was written is recognised by its ends; a long text would fill the dialog.
    assert "Tidak ada jadwal" in keep.spans[0].text
    assert problem not in keep.spans[0].text
    # A deletion is never one careless key away.
    assert not dialog.ok.isEnabled()
    room.press(KEY.Key_Return)
    assert room.waits() == ["deleted"]
    room.press(KEY.Key_2)
    room.press(KEY.Key_Return)
    assert room.waits() == []
    named(dialog, room.words("deciding.undo")).click()
    assert room.waits() == ["deleted"]
    room.press(KEY.Key_1)
    room.press(KEY.Key_Return)
    assert room.store.read(get_record, Commitment, further.id).problem == problem
    assert room.store.read(get_record, Milestone, listed.id).text == "Daftar"
    room.press(KEY.Key_Return)
    assert QApplication.activeModalWidget() is None


def test_the_program_asks_after_receiving_and_keeps_half_an_answer(qtbot, tmp_path: Path):
    def wait(done):
        qtbot.waitUntil(done, timeout=20_000)

    room = Deciders(qtbot, tmp_path)
    room.apart("title", "Data kota", "Data desa")
    file = tmp_path / "back.rembuk"
    file.write_bytes(write_session(room.other, SEKAR, "test", room.plan.id))
    room.close()
    app = QApplication.instance()
    program = start(app, tmp_path / "w.db", "id", "light", wait, tmp_path / "settings.json")
    qtbot.addWidget(program.window)
    hand = Hand(program, wait)
    receiving = program.screens.controller("documents").receiving
    hand.agree(lambda: receiving.preview([file]))
    shell = program.window.shell
    wait(lambda: any("1 perbedaan" in one.text for one in shell.findChildren(MessageBar)))
    wait(lambda: not program.workers.is_busy())
    named(shell, "Putuskan", QPushButton).click()
    wait(lambda: isinstance(QApplication.activeModalWidget(), DecidingDialog))
    hand.tab_to(program.words("deciding.result"))
    hand.press(KEY.Key_A, CONTROL)
    hand.type("Data bers")
    hand.press(KEY.Key_Escape)
    program.switch_language("en")
    wait(lambda: program.words.language == "en")
    program.window.activateWindow()
    hand.press(KEY.Key_K, CONTROL)
    hand.type("decide what")
    hand.press(KEY.Key_Return)
    wait(lambda: isinstance(QApplication.activeModalWidget(), DecidingDialog))
    hand.tab_to(program.words("deciding.result"))
    hand.type("ama")
    hand.press(KEY.Key_Return, CONTROL)
    hand.press(KEY.Key_Return)
    wait(lambda: QApplication.activeModalWidget() is None)
    found = program.store.read(get_record, Commitment, room.commitment.id)
    assert found.title == "Data bersama"
    assert program.store.read(list_questions) == ()
    wait(lambda: not program.workers.is_busy())
    program.window.close()


def test_every_field_of_every_record_can_be_asked_about(tmp_path):
    """Each field has two values; each question has words and two sides that differ."""
    workspace = make_every_conflict(tmp_path)
    with workspace.read() as session:
        places = list_questions(session)
        assert len(places) == len(list_conflicts(session)) > 90
        found = [read_question(session, place) for place in places]
    workspace.close()
    for question, language in product(found, LANGUAGES):
        view = question_view(Words(language), question)
        texts = [side.text for side in view.sides[:2]]
        assert texts[0] != texts[1], question.place
        assert view.subject
        assert "None" not in view.subject
