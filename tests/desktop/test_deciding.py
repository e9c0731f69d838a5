"""What differs after session files came together is decided in one dialog, and can be undone."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from db.commands.records import delete_records, edit_field
from db.exchange.send import write_session
from db.queries.conflicts import list_conflicts
from db.queries.deciding import list_questions, read_question
from db.queries.records import get_record
from db.records import Commitment, Milestone, Party, WorkingGroup
from desktop.controllers.deciding import ALL
from desktop.controllers.deciding_words import question_view
from resources.words import LANGUAGES, Words
from tests.desktop.deciders import ALT, CONTROL, KEY, SEKAR, TEXT, Deciders
from tests.desktop.desk import new_id
from tests.desktop.every_conflict import make_every_conflict
from tests.desktop.faults import protected_file
from tests.desktop.hand import Hand
from tests.screens.tour import start
from tests.ui.helpers import assert_all_named, named
from ui.canvas.differing_marks import DifferingMark
from ui.common.message_bar import MessageBar
from ui.differing.dialog import DecidingDialog


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
    assert QApplication.focusWidget() is dialog.ok
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
    # One decision after the other is undone here, and each waits again.
    room.press(KEY.Key_Z, CONTROL)
    assert room.waits() == ["text"]
    assert dialog.accessibleName().endswith("· Milestone 1")
    room.press(KEY.Key_Z, CONTROL)
    assert not dialog.accessibleName().endswith("· Milestone 1")
    assert room.waits() == ["leads", "text"]
    room.press(KEY.Key_Escape)
    room.settle()
    assert room.marked() == ["leads", "milestones"]
    room.store.redo()
    assert room.marked() == ["milestones"]


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
