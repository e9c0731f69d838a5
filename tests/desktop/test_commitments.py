"""Commitments over a real register, by keys: the list, and the canvas of one."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.commands.plans import create_plan
from db.commands.records import add_record, delete_records, edit_field
from db.exchange.receive import receive
from db.queries.commitments import commitment_dossier, list_commitments, list_plans
from db.queries.records import get_record
from db.records import Commitment, Party, Plan
from db.workspace import Workspace
from desktop.sample import add_sample
from tests.desktop.desk import ALT, CONTROL, KEY, SHIFT
from tests.desktop.hall import Hall
from tests.desktop.room import OTHER
from tests.ui.helpers import accessible_name, assert_all_named, focused


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
