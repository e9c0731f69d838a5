"""The home screen over a real register: what it shows, where it leads, what it begins."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.commands.meetings import create_meeting
from db.commands.plans import create_plan
from db.commands.records import edit_field
from db.queries.home import list_plan_lines
from db.queries.records import get_record
from db.records import (
    Chapter,
    Commitment,
    Meeting,
)
from desktop.sample import add_sample
from tests.desktop.home import Home
from tests.desktop.room import OTHER
from tests.ui.helpers import assert_all_named, focused


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_empty_workspace_says_how_to_begin(qtbot, tmp_path, language):
    home = Home(qtbot, tmp_path, language)
    home.open()
    assert_all_named(home.window)
    assert focused() is home.view.welcome.plan
    assert home.view.header_actions() == []
    home.press(Qt.Key.Key_Tab)
    assert focused() is home.view.welcome.receive
    home.press(Qt.Key.Key_Return)
    assert home.place.screen == "documents"
    home.close()


def test_a_new_plan_is_written_by_keys_alone_and_undone_step_by_step(home: Home):
    home.open()
    home.press(Qt.Key.Key_Return)
    assert focused() is home.view.plan_page.title
    home.type("RENCANA AKSI 2027")
    home.press(Qt.Key.Key_Tab)
    home.type("RAN 2027")
    home.settle()
    assert (home.plan().title, home.plan().short_title) == ("RENCANA AKSI 2027", "RAN 2027")
    assert home.view.title() == "RAN 2027"
    home.press(Qt.Key.Key_Escape)
    assert not home.view.is_editing_plan()
    for _ in range(3):
        home.store.undo()
    assert home.store.read(list_plan_lines) == ()
    assert focused() is home.view.welcome.plan
    home.store.redo()
    assert home.view.title() == home.words("home.band.untitled")


def test_it_shows_the_plan_in_view_and_the_frame_names_it(planned: Home):
    meeting = planned.add_elsewhere(
        Meeting, plan_id=planned.plan_id, kind="bilateral", stage=4, date="2021-02-03",
        topic="Air bersih", status="final",
    )  # fmt: skip
    planned.add_elsewhere(Commitment, plan_id=planned.plan_id, number=1, title="Data")
    planned.open()
    (row,) = planned.view.page.meetings.list.rows()
    assert (row.key, row.title) == (meeting.id, "Air bersih")
    assert [text for text, _ in row.chips] == ["Bilateral", "final"]
    assert row.note == "3 Februari 2021 · 0 butir · 0 peserta"
    (row,) = planned.view.page.commitments.list.rows()
    assert (row.lead, row.title, row.note) == ("1", "Data", "Matriks belum diisi")
    assert planned.view.title() == "RAN Uji"
    assert "tahap 4 dari 7" in planned.view.subtitle()
    assert planned.window.shell._sidebar._plan.text() == "RAN Uji"
    assert planned.words("home.frame.offline") in planned.window.shell._sidebar._footer.text()


def test_without_a_remembered_plan_the_latest_is_in_view(planned: Home):
    later = create_plan(planned.workspace, OTHER, "opi-2020").record_id
    edit_field(planned.workspace, OTHER, "plans", later, "start", "2027-01")
    planned.open()
    assert planned.place.record("plans") == later
    planned.choose(planned.header("plan"), 3)
    assert planned.place.record("plans") == planned.plan_id
    assert planned.view.title() == "RAN Uji"


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("size", [(1366, 690), (1024, 640)])
def test_every_page_is_named_and_fits(qtbot, tmp_path, language, size):
    home = Home(qtbot, tmp_path, language)
    add_sample(home.workspace)
    home.open()
    home.window.resize(*size)
    QApplication.processEvents()
    assert (home.window.width(), home.window.height()) == size
    assert_all_named(home.window)
    home.view.edit_plan()
    QApplication.processEvents()
    assert (home.window.width(), home.window.height()) == size
    assert_all_named(home.window)
    home.close()


def test_a_new_meeting_of_a_kind_is_made_and_opened(planned: Home):
    planned.open()
    planned.choose(planned.header("meeting"), 2)
    meeting = planned.store.read(get_record, Meeting, planned.place.record("meetings"))
    assert (meeting.kind, meeting.plan_id) == ("workshop", planned.plan_id)
    assert planned.place.screen == "meetings"


def test_the_first_commitment_is_one_press_away(planned: Home):
    planned.open()
    planned.view.page.commitments.empty.button.click()
    commitment = planned.store.read(get_record, Commitment, planned.place.record("commitments"))
    assert (commitment.number, planned.place.screen) == (1, "commitments")


def test_stages_and_chapters_are_stored_and_undone(planned: Home):
    planned.open()
    planned.view.edit_plan()
    planned.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    planned.press(Qt.Key.Key_Return)
    planned.type("Pendahuluan")
    planned.press(Qt.Key.Key_Return)
    planned.type("Latar belakang <b>")
    planned.settle()
    assert planned.plan().chapters == (Chapter(title="Pendahuluan", text="Latar belakang <b>"),)
    focused().clearFocus()
    before = planned.plan().chapters
    planned.find("home.plan.add_chapter").click()
    planned.type("Penutup")
    planned.settle()
    planned.find("home.plan.chapter_up", n=2).click()
    planned.settle()
    assert [chapter.title for chapter in planned.plan().chapters] == ["Penutup", "Pendahuluan"]
    planned.store.undo()
    assert [chapter.title for chapter in planned.plan().chapters] == ["Pendahuluan", "Penutup"]
    planned.store.undo()
    planned.store.undo()
    assert planned.plan().chapters == before


def test_a_change_from_elsewhere_leaves_what_is_being_typed_alone(planned: Home):
    planned.open()
    planned.view.edit_plan()
    planned.type("Baru ")
    title = focused()
    create_meeting(planned.workspace, OTHER, planned.plan_id, "kickoff")
    planned.store.replaced.emit()
    assert focused() is title
    planned.type("sekali")
    planned.settle()
    assert planned.plan().title.startswith("Baru sekali") or planned.plan().title.endswith(
        "Baru sekali"
    )


def test_undo_goes_through_the_fields_and_then_through_the_register(planned: Home):
    planned.open()
    planned.view.edit_plan()
    planned.press(Qt.Key.Key_Tab)
    planned.type("X")
    planned.press(Qt.Key.Key_Tab)
    planned.settle()
    assert "X" in planned.plan().short_title
    planned.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert planned.plan().short_title == "RAN Uji"
    assert planned.view.title() == "RAN Uji"
    planned.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "X" in planned.plan().short_title


def test_a_plan_is_deleted_after_a_question_and_comes_back_by_undo(planned: Home):
    planned.add_elsewhere(Meeting, plan_id=planned.plan_id)
    planned.open()
    planned.view.edit_plan()
    planned.answer(accept=False)
    planned.header("delete").click()
    assert planned.view.is_editing_plan()
    planned.answer(accept=True)
    planned.header("delete").click()
    planned.settle()
    assert planned.store.read(list_plan_lines) == ()
    assert planned.view.title() == planned.words("home.title")
    planned.actions[planned.words("home.undo")]()
    planned.settle()
    assert planned.place.record("plans") == planned.plan_id
    assert len(planned.view.page.meetings.list.rows()) == 1
