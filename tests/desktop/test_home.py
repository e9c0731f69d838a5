"""The home screen over a real register: what it shows, where it leads, what it begins."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.commands.commitments import create_commitment
from db.commands.meetings import create_meeting
from db.commands.plans import create_plan
from db.commands.records import add_record, edit_field, edit_fields
from db.exchange.receive import receive
from db.exchange.send import write_session
from db.queries.home import list_plan_lines
from db.queries.records import get_record, list_records
from db.records import (
    Chapter,
    Commitment,
    FollowUp,
    Meeting,
    Organisation,
    Plan,
    Point,
    Target,
)
from db.workspace import Author, Workspace
from desktop.controllers.home import HomeController
from desktop.frame import Frame
from desktop.sample import add_sample
from desktop.waiting import Waiting
from tests.desktop.room import Room
from tests.ui.helpers import assert_all_named, focused

OTHER = Author("Ratri", "laptop-2")


class Home(Room):
    """The home screen in its window."""

    def open(self) -> None:
        parts = self.parts()
        self.waiting = Waiting(parts, self.window.shell)
        Frame(parts, self.waiting, self.window.shell)
        self.controller = HomeController(parts, self.waiting)
        self.view = self.controller.view
        self.show(self.controller)

    def plan(self) -> Plan:
        return self.store.read(get_record, Plan, self.place.record("plans"))


@pytest.fixture
def home(qtbot, tmp_path: Path):
    made = Home(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def planned(home: Home) -> Home:
    """A workspace with one plan, which is not shown yet."""
    change = create_plan(home.workspace, OTHER, "ogi-2018")
    values = {"short_title": "RAN Uji", "title": "RENCANA AKSI UJI", "start": "2021-01"}
    edit_fields(home.workspace, OTHER, "plans", change.record_id, values)
    home.plan_id = change.record_id
    return home


def add(home: Home, of, **values):
    record = of(id=str(uuid4()), **values)
    add_record(home.workspace, OTHER, record)
    return record


# -- beginning ---------------------------------------------------------------------------


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


def test_the_sample_comes_is_known_as_one_and_goes_without_a_trace(home: Home):
    home.open()
    home.view.welcome.sample.click()
    home.settle()
    assert [line.id for line in home.store.read(list_plan_lines)] == [home.place.record("plans")]
    home.find("home.sample.remove").click()
    home.settle()
    assert home.store.read(list_plan_lines) == ()
    assert home.store.read(list_records, Organisation) == ()
    assert home.told == [("info", home.words("home.sample.removed"))]


def test_a_sample_that_was_changed_goes_only_when_asked_and_can_come_back(home: Home):
    home.open()
    home.view.welcome.sample.click()
    home.settle()
    plan_id = home.place.record("plans")
    home.store.run(edit_field, "plans", plan_id, "short_title", "Milik saya")
    home.store.run(create_commitment, plan_id)
    kept = home.answer(accept=False)
    home.find("home.sample.remove").click()
    assert kept == [home.words("home.sample.changed_title")]
    assert home.plan().short_title == "Milik saya"
    home.answer(accept=True)
    home.view.sample_removal_requested.emit()
    home.settle()
    assert home.store.read(list_plan_lines) == ()
    assert home.store.read(list_records, Organisation) == ()
    home.view.welcome.sample.click()
    home.settle()
    assert home.place.record("plans") == plan_id
    assert len(home.store.read(list_records, Organisation)) > 0
    assert home.view.page.meetings.list.rows()


def test_organisations_of_the_sample_that_another_plan_names_stay(home: Home):
    add_sample(home.workspace)
    home.open()
    (sample,) = home.store.read(list_plan_lines)
    used = home.store.read(list_records, Organisation)[0]
    other = create_plan(home.workspace, OTHER, "ogi-2018").record_id
    meeting = add(home, Meeting, plan_id=other)
    add(home, FollowUp, meeting_id=meeting.id, owner_id=used.id)
    home.place.show("plans", sample.id)
    home.answer(accept=True)
    home.view.sample_removal_requested.emit()
    home.settle()
    assert [o.id for o in home.store.read(list_records, Organisation)] == [used.id]
    assert home.place.record("plans") == other


def test_a_plan_of_ones_own_is_no_sample(planned: Home):
    planned.open()
    assert planned.view.page._notice is None


# -- what is there -----------------------------------------------------------------------


def test_it_shows_the_plan_in_view_and_the_frame_names_it(planned: Home):
    meeting = add(
        planned, Meeting, plan_id=planned.plan_id, kind="bilateral", stage=4, date="2021-02-03",
        topic="Air bersih", status="final",
    )  # fmt: skip
    add(planned, Commitment, plan_id=planned.plan_id, number=1, title="Data")
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


# -- what waits --------------------------------------------------------------------------


@pytest.fixture
def waiting(planned: Home) -> Home:
    """A plan in which something of every kind waits."""
    planned.meeting = add(planned, Meeting, plan_id=planned.plan_id, date="2021-02-03")
    for due in ("2021-03-01", "2999-01-01"):
        add(planned, FollowUp, meeting_id=planned.meeting.id, text=due, due=due, status="open")
    planned.point = add(
        planned, Point, meeting_id=planned.meeting.id, kind="input", text="Usul", raised_by="Forum"
    )
    planned.commitment = add(planned, Commitment, plan_id=planned.plan_id, number=1, title="Data")
    return planned


def titles(home: Home) -> list[str]:
    return [row.title for row in home.view.page.waiting.list.rows()]


def test_what_waits_stands_by_its_urgency(waiting: Home):
    waiting.open()
    words = waiting.words
    assert titles(waiting) == [
        words("home.waiting.overdue"), "2021-03-01",
        words("home.waiting.inputs"), "Usul",
        words("home.waiting.open"), "2999-01-01",
        words("home.waiting.gaps"), "Komitmen 1: Data",
        words("home.waiting.no_targets"), "Komitmen 1: Data",
    ]  # fmt: skip
    assert waiting.window.shell._sidebar._buttons["home"]._count == 2


@pytest.mark.parametrize(
    ("downs", "screen", "kind"),
    [(0, "meetings", "meetings"), (3, "commitments", "commitments"), (4, "matrix", "commitments")],
)
def test_a_line_leads_to_its_place_by_key(waiting: Home, downs, screen, kind):
    waiting.open()
    assert focused() is waiting.view.page.waiting.list
    for _ in range(downs):
        waiting.press(Qt.Key.Key_Down)
    waiting.press(Qt.Key.Key_Return)
    record = waiting.meeting if kind == "meetings" else waiting.commitment
    assert (waiting.place.screen, waiting.place.record(kind)) == (screen, record.id)


def test_an_input_leads_to_its_point(waiting: Home):
    waiting.open()
    waiting.press(Qt.Key.Key_Down)
    waiting.press(Qt.Key.Key_Return)
    assert waiting.place.record("meetings") == waiting.meeting.id
    assert waiting.place.take("points") == waiting.point.id


def test_an_answer_elsewhere_takes_its_line_away(waiting: Home):
    waiting.open()
    values = {"response": "accepted", "reason": "Sesuai"}
    waiting.store.run(edit_fields, "points", waiting.point.id, values)
    assert "Usul" not in titles(waiting)
    assert waiting.window.shell._sidebar._buttons["home"]._count == 1
    waiting.store.undo()
    assert "Usul" in titles(waiting)


def test_the_badge_is_kept_while_another_screen_is_in_front(waiting: Home):
    waiting.open()
    waiting.place.go("meetings")
    waiting.store.run(edit_fields, "points", waiting.point.id, {"kind": "note"})
    assert waiting.window.shell._sidebar._buttons["home"]._count == 1


def test_a_matrix_with_rows_no_longer_waits(waiting: Home):
    waiting.open()
    waiting.store.run(add_record, Target(id=str(uuid4()), commitment_id=waiting.commitment.id))
    assert waiting.words("home.waiting.no_targets") not in titles(waiting)


def test_fields_that_differ_are_found_in_the_background_and_lead_to_their_record(
    waiting: Home, tmp_path
):
    sent, back = tmp_path / "sent.rembuk", tmp_path / "back.rembuk"
    sent.write_bytes(write_session(waiting.workspace, OTHER, "test", waiting.plan_id))
    other = Workspace.open(tmp_path / "other.db")
    receive(other, OTHER, [sent])
    edit_field(other, OTHER, "commitments", waiting.commitment.id, "title", "Di sana")
    edit_field(waiting.workspace, OTHER, "commitments", waiting.commitment.id, "title", "Di sini")
    back.write_bytes(write_session(other, OTHER, "test", waiting.plan_id))
    other.close()
    waiting.open()
    assert waiting.words("home.waiting.differing") not in titles(waiting)
    receive(waiting.workspace, OTHER, [back])
    waiting.store.forget_history()
    waiting.settle()
    assert titles(waiting)[:2] == [waiting.words("home.waiting.differing"), "Di sini"]
    assert waiting.window.shell._sidebar._buttons["home"]._count == 3
    waiting.view.page.waiting.list.opened.emit(f"differing:{waiting.commitment.id}")
    assert waiting.place.record("commitments") == waiting.commitment.id


# -- new things --------------------------------------------------------------------------


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


# -- the plan's data ---------------------------------------------------------------------


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
    add(planned, Meeting, plan_id=planned.plan_id)
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
