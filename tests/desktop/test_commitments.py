"""Commitments over a real register, by keys: the list, and the canvas of one."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.commands.plans import create_plan
from db.commands.records import add_record, delete_records, edit_field, edit_fields
from db.exchange.receive import receive
from db.queries.commitments import commitment_dossier, list_commitments, list_plans
from db.queries.records import get_record
from db.records import Commitment, Organisation, Party, Plan, WorkingGroup
from db.workspace import Author, Workspace
from desktop.controllers.commitments import CommitmentsController
from desktop.sample import add_sample
from tests.desktop.room import Room
from tests.ui.helpers import accessible_name, assert_all_named, focused
from ui.common.choice_box import ChoiceBox

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, KEY = Qt.KeyboardModifier.ShiftModifier, Qt.Key
OTHER = Author("Ratri", "laptop-2")


class Hall(Room):
    """The screen of commitments in its window."""

    def open(self) -> None:
        self.controller = CommitmentsController(self.parts())
        self.view = self.controller.view
        self.canvas = self.view.canvas
        self.show(self.controller)

    def begin(self, form: str = "ogi-2018") -> str:
        """Make a plan, open its list and return the plan's id."""
        plan_id = create_plan(self.workspace, OTHER, form).record_id
        edit_field(self.workspace, OTHER, "plans", plan_id, "short_title", "Muara Seruni")
        self.place.show("plans", plan_id)
        self.open()
        return plan_id

    def add(self, **values) -> str:
        """Add a commitment as a person would and fill in some of it."""
        self.view.commitment_requested.emit()
        commitment_id = self.place.record("commitments")
        if values:
            self.store.run(edit_fields, "commitments", commitment_id, values)
        return commitment_id

    def commitment(self) -> Commitment:
        return self.store.read(get_record, Commitment, self.place.record("commitments"))

    def dossier(self):
        return self.store.read(commitment_dossier, self.place.record("commitments"))

    def listed(self) -> list[str]:
        return [f"{row.lead} {row.title}" for row in self.view.list.list.rows()]

    def go(self, field: str) -> None:
        key = next(s.key for s in self.canvas._sections if s.field == field)
        self.canvas.go_to(key)

    def saved(self) -> None:
        """Wait for the autosave, as a person would."""
        with self.qtbot.waitSignal(self.store.saved, timeout=10_000):
            pass


@pytest.fixture
def hall(qtbot, tmp_path: Path):
    made = Hall(qtbot, tmp_path)
    yield made
    made.close()


def test_without_a_plan_the_screen_leads_to_where_one_is_begun(hall):
    hall.open()
    assert focused().text() == hall.words("canvas.no_plan.button")
    hall.press(KEY.Key_Return)
    assert hall.place.screen == "home"


def test_the_first_commitment_is_begun_by_enter_and_written_at_once(hall):
    hall.begin()
    assert focused().text() == hall.words("canvas.new")
    hall.press(KEY.Key_Return)
    assert accessible_name(focused()) == hall.words("canvas.fields.title")
    hall.type("Jadwal posyandu terbuka")
    hall.saved()
    assert (hall.commitment().number, hall.commitment().title) == (1, "Jadwal posyandu terbuka")
    assert hall.view.title() == "1. Jadwal posyandu terbuka"
    assert hall.view.subtitle() == "Kanvas Renaksi OGI 2018 · Muara Seruni"


def test_the_list_is_opened_ordered_and_thinned_out_by_keys(hall):
    plan_id = hall.begin()
    for title in ("Satu", "Dua", "Tiga"):
        hall.add(title=title, leads=(Party(name=f"Dinas {title}"),))
    hall.press(KEY.Key_Left, ALT)
    assert hall.listed() == ["1 Satu", "2 Dua", "3 Tiga"]
    # The one that was open is current.
    assert hall.view.list.list.rows()[2].note == "Dinas Tiga"
    assert focused() is hall.view.list.list
    hall.press(KEY.Key_Up, ALT)
    assert hall.listed() == ["1 Satu", "2 Tiga", "3 Dua"]
    hall.press(KEY.Key_Delete)
    assert hall.listed() == ["1 Satu", "3 Dua"]
    assert hall.told[-1] == ("info", hall.words("canvas.removed", title="Tiga"))
    hall.actions[hall.words("canvas.undo")]()
    hall.store.undo()
    assert hall.listed() == ["1 Satu", "2 Dua", "3 Tiga"]
    hall.press(KEY.Key_Home)
    hall.press(KEY.Key_Return)
    assert hall.view.shows_canvas()
    assert hall.commitment().title == "Satu"
    assert [c.number for c in hall.store.read(list_commitments, plan_id)] == [1, 2, 3]


def test_control_and_page_keys_leaf_through_the_commitments(hall):
    hall.begin()
    for title in ("Satu", "Dua"):
        hall.add(title=title)
    hall.go("problem")
    hall.press(KEY.Key_PageUp, CONTROL)
    assert hall.commitment().title == "Satu"
    # Where one was writing, one goes on writing.
    hall.type("Ada")
    hall.press(KEY.Key_PageDown, CONTROL)
    hall.type("Lain")
    hall.settle()
    found = hall.store.read(list_commitments, hall.place.record("plans"))
    assert [c.problem for c in found] == ["Ada", "Lain"]
    assert not hall.refusals


def test_every_field_of_a_commitment_can_be_written_by_keys(hall):
    plan_id = hall.begin("ogp-2022")
    group = WorkingGroup(id=str(uuid4()), plan_id=plan_id, theme="Kesehatan")
    add_record(hall.workspace, OTHER, group)
    hall.store.forget_history()
    hall.add()
    typed = {
        "title": "Jadwal", "problem": "Masalah", "description": "Solusi", "contribution": "Hasil",
        "done_so_far": "Portal", "transparency": "Terang", "accountability": "Jawab",
        "participation": "Warga", "values_text": "Sebab", "alignment": "RKP",
        "additional": "Catatan",
    }  # fmt: skip
    for field, text in typed.items():
        hall.go(field)
        hall.type(text)
    hall.go("period")
    hall.type("1/2021")
    hall.press(KEY.Key_Tab)
    hall.type("12/2022")
    parties = {"leads": "Dinas Kesehatan", "proposers": "Forum", "government_actors": "Bappeda",
               "other_actors": "Universitas"}  # fmt: skip
    for field, name in parties.items():
        hall.go(field)
        hall.type(name)
        hall.press(KEY.Key_Return)
    hall.find("canvas.fields.coordinating_unit").setFocus()
    hall.go("title")
    hall.press(KEY.Key_Tab)
    hall.press(KEY.Key_Tab)
    assert isinstance(focused(), ChoiceBox)
    hall.press(KEY.Key_Down)
    hall.press(KEY.Key_Tab)
    hall.type("Direktorat Aparatur")
    hall.settle()
    found = hall.commitment()
    assert {field: getattr(found, field) for field in typed} == typed
    assert (found.start, found.end) == ("2021-01", "2022-12")
    assert {field: getattr(found, field)[0].name for field in parties} == parties
    assert found.working_group_id == group.id
    assert found.coordinating_unit == "Direktorat Aparatur"
    assert hall.canvas.rail.foot.bar.value() == 100
    assert_all_named(hall.window)


def test_a_known_organisation_is_named_by_its_id(hall):
    hall.begin()
    key = str(uuid4())
    organisation = Organisation(
        id=key, name="Dinas Kesehatan", short_name="Dinkes", aliases=("DKK",), sector="subnational"
    )
    add_record(hall.workspace, OTHER, organisation)
    hall.store.forget_history()
    hall.add()
    hall.go("leads")
    hall.type("dinkes")
    hall.press(KEY.Key_Return)
    hall.settle()
    assert hall.commitment().leads == (Party(name="dinkes", organisation_id=key),)


def test_undo_and_redo_show_on_the_canvas_and_leave_the_focus(hall):
    hall.begin()
    hall.add(problem="Ada")
    hall.go("problem")
    editor = focused()
    hall.press(KEY.Key_End, CONTROL)
    hall.type(" masalah")
    hall.press(KEY.Key_Down, CONTROL)
    hall.go("problem")
    hall.press(KEY.Key_Z, CONTROL)
    assert (editor.value(), hall.commitment().problem) == ("Ada", "Ada")
    hall.press(KEY.Key_Z, CONTROL | SHIFT)
    assert (editor.value(), hall.commitment().problem) == ("Ada masalah", "Ada masalah")
    assert focused() is editor


def test_a_new_commitment_that_is_taken_back_gives_way_to_the_list(hall):
    hall.begin()
    hall.add()
    hall.store.undo()
    assert hall.place.record("commitments") == ""
    assert not hall.view.shows_canvas()
    hall.store.redo()
    assert hall.listed() == [f"1 {hall.words('canvas.untitled')}"]


def test_the_next_commitment_is_begun_from_inside_another(hall):
    hall.begin()
    hall.add(problem="Ada")
    first = hall.place.record("commitments")
    hall.go("problem")
    hall.press(KEY.Key_N, CONTROL)
    hall.type("Yang kedua")
    hall.settle()
    assert hall.place.record("commitments") != first
    assert hall.commitment().title == "Yang kedua"


def test_milestones_and_contacts_by_keys_end_in_the_register(hall):
    hall.begin()
    hall.add()
    rows = hall.canvas.cards.rows("milestones")[0]
    for text in ("Satu", "Dua"):
        rows.add_button.setFocus()
        hall.press(KEY.Key_Return)
        hall.type(text)
    hall.press(KEY.Key_Tab)
    hall.type("Laporan")
    hall.press(KEY.Key_Tab)
    hall.type("3/2021")
    hall.press(KEY.Key_Tab)
    hall.press(KEY.Key_Tab)
    hall.type("Forum")
    hall.press(KEY.Key_Return)
    hall.press(KEY.Key_Up, ALT)
    hall.settle()
    found = hall.dossier().milestones
    assert [(m.text, m.output, m.start) for m in found] == [
        ("Dua", "Laporan", "2021-03"), ("Satu", "", "")
    ]  # fmt: skip
    assert found[0].actors == (Party(name="Forum"),)
    hall.press(KEY.Key_Delete, CONTROL | SHIFT)
    assert [m.text for m in hall.dossier().milestones] == ["Satu"]
    assert hall.told[-1][1] == hall.words("canvas.milestones.removed")
    hall.actions[hall.words("canvas.undo")]()
    assert [m.text for m in hall.dossier().milestones] == ["Dua", "Satu"]
    contacts = hall.canvas.cards.rows("contacts")[0]
    contacts.add_button.setFocus()
    hall.press(KEY.Key_Return)
    for text in ("Ratri", "Kepala Bidang", "Dinas", "ratri@contoh.id", "0812"):
        hall.type(text)
        hall.press(KEY.Key_Tab)
    hall.settle()
    one = hall.dossier().contacts[0]
    assert (one.side, one.name, one.title, one.organisation, one.email, one.phone) == (
        "implementer", "Ratri", "Kepala Bidang", "Dinas", "ratri@contoh.id", "0812"
    )  # fmt: skip


def test_a_contact_of_another_side_goes_to_its_section_with_the_focus(hall):
    hall.begin("ogi-2020")
    hall.add()
    first, second = hall.canvas.cards.rows("contacts")
    first.add_button.setFocus()
    hall.press(KEY.Key_Return)
    hall.type("Ratri")
    for _ in range(5):
        hall.press(KEY.Key_Tab)
    assert isinstance(focused(), ChoiceBox)
    hall.press(KEY.Key_Down)
    hall.settle()
    assert (len(first.rows()), len(second.rows())) == (0, 1)
    assert second.rows()[0].start.value() == "Ratri"
    assert hall.dossier().contacts[0].side == "cso"
    assert focused() is second.rows()[0].start


def test_another_form_keeps_all_texts_and_the_choice(hall):
    hall.begin()
    hall.add(problem="Ada", additional="Catatan")
    hall.store.run(
        edit_field, "commitments", hall.place.record("commitments"), "done_so_far", "Portal"
    )
    assert hall.canvas._sections[-1].field == "done_so_far"
    hall.go("title")
    hall.press(KEY.Key_Tab)
    hall.press(KEY.Key_End)
    assert hall.commitment().form == "opi-2020"
    hall.press(KEY.Key_Up)
    assert hall.commitment().form == "ogp-2022"
    assert "done_so_far" in [s.field for s in hall.canvas._sections if s.asked]
    shown = {s.field for s in hall.canvas._sections}
    assert {"problem", "additional", "done_so_far"} <= shown
    assert isinstance(focused(), ChoiceBox)
    hall.store.undo()
    assert hall.commitment().form == "opi-2020"


def test_a_form_that_nobody_knows_is_kept_and_said(hall):
    hall.begin()
    hall.add(form="city-2031", problem="Ada")
    assert hall.canvas.view.form.name == "ogi-2020"
    title = hall.canvas.view.form.title("id")
    assert hall.canvas.view.problem == hall.words(
        "canvas.form_unknown", name="city-2031", shown=title
    )
    assert hall.commitment().form == "city-2031"


def test_what_another_hand_writes_shows_but_not_over_what_is_typed(hall):
    hall.begin()
    commitment_id = hall.add()
    hall.go("problem")
    hall.type("Ada")
    edit_field(hall.workspace, OTHER, "commitments", commitment_id, "description", "Isi")
    edit_field(hall.workspace, OTHER, "commitments", commitment_id, "problem", "Lain")
    hall.store.replaced.emit()
    assert focused().value() == "Ada"
    hall.go("description")
    assert focused().value() == "Isi"


def test_the_plan_and_its_commitment_stay_together(hall):
    hall.begin()
    first = hall.add(title="Satu")
    other = create_plan(hall.workspace, OTHER, "ogi-2020").record_id
    second = str(uuid4())
    add_record(hall.workspace, OTHER, Commitment(id=second, plan_id=other, number=1, title="Dua"))
    hall.place.show("plans", other)
    assert hall.place.record("commitments") == ""
    assert hall.listed() == ["1 Dua"]
    hall.place.show("commitments", first)
    assert hall.place.record("plans") != other
    hall.place.show("commitments", second)
    assert hall.place.record("plans") == other
    delete_records(hall.workspace, OTHER, "commitments", [second])
    hall.store.replaced.emit()
    assert hall.place.record("commitments") == ""
    assert focused().text() == hall.words("canvas.new")


def test_the_canvas_leads_to_matrix_and_paper(hall):
    hall.begin()
    commitment_id = hall.add()
    QApplication.processEvents()
    hall.press(KEY.Key_M, CONTROL)
    assert (hall.place.screen, hall.place.record("commitments")) == ("matrix", commitment_id)
    hall.place.go("commitments")
    QApplication.processEvents()
    hall.choose(hall.header("more"), 2)
    hall.qtbot.waitUntil(lambda: hall.place.screen == "documents")


def test_a_commitment_is_removed_from_its_canvas(hall):
    hall.begin()
    hall.add(title="Satu")
    hall.choose(hall.header("more"), 7)
    assert not hall.view.shows_canvas()
    assert hall.told[-1][1] == hall.words("canvas.removed", title="Satu")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_sample_opens_on_every_canvas(qtbot, tmp_path: Path, language):
    hall = Hall(qtbot, tmp_path, language)
    add_sample(hall.workspace)
    hall.open()
    for commitment in hall.store.read(list_commitments):
        hall.place.show("commitments", commitment.id)
        hall.settle()
        for section in hall.canvas._sections:
            hall.canvas.go_to(section.key)
        assert_all_named(hall.window)
    hall.close()


def test_looking_at_everything_changes_nothing(hall):
    add_sample(hall.workspace)
    hall.open()
    before = [hall.store.read(commitment_dossier, c.id) for c in hall.store.read(list_commitments)]
    for dossier in before:
        hall.place.show("commitments", dossier.commitment.id)
        QApplication.processEvents()
        for section in hall.canvas._sections:
            hall.canvas.go_to(section.key)
            hall.press(KEY.Key_Tab)
    hall.settle()
    after = [hall.store.read(commitment_dossier, c.id) for c in hall.store.read(list_commitments)]
    assert after == before
    assert hall.store.can_undo() is None


def test_the_real_plans_open_complete(qtbot, tmp_path: Path, reference_data: Path):
    hall = Hall(qtbot, tmp_path)
    receive(hall.workspace, OTHER, sorted(reference_data.glob("*.rembuk")))
    hall.open()
    for plan in hall.store.read(list_plans):
        hall.place.show("plans", plan.id)
        hall.place.show("commitments", "")
        for commitment in hall.store.read(list_commitments, plan.id):
            dossier = hall.store.read(commitment_dossier, commitment.id)
            hall.place.show("commitments", commitment.id)
            shown = {s.field for s in hall.canvas._sections} | {"values"}
            for field, value in dict(dossier.commitment).items():
                if value and field not in ("id", "plan_id", "number", "start", "end", "matrix_head",
                                           "form", "coordinating_unit"):  # fmt: skip
                    assert field in shown
            assert len(hall.canvas.cards.rows("milestones")[0].rows()) == len(dossier.milestones)
            people = [row for rows in hall.canvas.cards.rows("contacts") for row in rows.rows()]
            assert len(people) == len(dossier.contacts)
    hall.close()


def test_a_plan_of_twenty_four_long_commitments_lists_them(hall):
    plan_id = hall.begin()
    for number in range(24):
        one = Commitment(
            id=str(uuid4()), plan_id=plan_id, number=number, title=f"Komitmen {number} " * 9,
            problem="Rembuk warga. " * 7_000, leads=(Party(name="Dinas"),),
        )  # fmt: skip
        add_record(hall.workspace, OTHER, one)
    hall.store.replaced.emit()
    assert len(hall.listed()) == 24


def test_what_was_typed_survives_the_program(hall, tmp_path: Path):
    hall.begin()
    hall.add()
    hall.go("problem")
    QTest.keyClicks(focused(), "Dari 46 posyandu")
    hall.saved()
    other = Workspace.open(tmp_path / "w.db")
    with other.read() as session:
        assert list_commitments(session)[0].problem == "Dari 46 posyandu"
        assert get_record(session, Plan, hall.place.record("plans")).short_title == "Muara Seruni"
    other.close()
