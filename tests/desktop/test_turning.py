"""Undo and redo say what they turned round, and lead there."""

from PySide6.QtWidgets import QApplication

from db.commands.commitments import add_milestone, create_commitment, move_commitment
from db.commands.records import delete_records, edit_field
from desktop.turning import name_step, turn
from tests.ui.helpers import focused


def said(hall, key: str, change: str, place: str) -> str:
    return hall.words(f"shell.{key}", what=hall.words(f"changes.{change}"), place=place)


def section_in_focus(hall) -> str:
    QApplication.processEvents()
    return hall.canvas.cards.card_of(focused()).section.field


def test_a_part_of_a_canvas_is_named_as_on_its_form_and_gone_to(hall):
    hall.begin("ogi-2018")
    first = hall.add(title="Jadwal")
    other = hall.add(title="Anggaran")
    hall.place.show("commitments", first)
    milestone = hall.store.run(add_milestone, first).record_id
    hall.store.forget_history()
    hall.store.run(edit_field, "milestones", milestone, "output", "Laman")
    hall.store.run(edit_field, "commitments", first, "start", "2023-01")
    hall.go("problem")
    hall.type("Peta lama")
    hall.store.leave("commitments", first, "problem")
    hall.go("title")
    problem = "B. Masalah masyarakat, Komitmen 1"
    assert turn(hall.store, hall.words) == said(hall, "undone_place", "edit_field", problem)
    assert section_in_focus(hall) == "problem"
    caret = focused()
    assert turn(hall.store, hall.words, again=True) == (
        said(hall, "redone_place", "edit_field", problem)
    )
    assert focused() is caret
    turn(hall.store, hall.words)
    # What is not in view comes into view, from another commitment, too.
    hall.place.show("commitments", other)
    begin = f"{hall.words('canvas.fields.start')}, Komitmen 1"
    assert turn(hall.store, hall.words) == said(hall, "undone_place", "edit_field", begin)
    assert (hall.place.record("commitments"), section_in_focus(hall)) == (first, "period")
    output = "Milestone 1 – keluaran, Komitmen 1"
    step = name_step(hall.store, hall.words, hall.store.can_undo())
    assert step == f"{hall.words('changes.edit_field')}, {output}"
    assert turn(hall.store, hall.words) == said(hall, "undone_place", "edit_field", output)
    assert hall.canvas.cards.part_of(focused()) == milestone


def test_a_milestone_of_another_commitment_is_gone_to_in_its_own(hall):
    hall.begin("ogi-2018")
    first, other = hall.add(title="Jadwal"), hall.add(title="Anggaran")
    milestone = hall.store.run(add_milestone, first).record_id
    hall.store.run(edit_field, "milestones", milestone, "output", "Laman")
    hall.place.show("commitments", other)
    turn(hall.store, hall.words)
    QApplication.processEvents()
    assert hall.place.record("commitments") == first
    assert hall.canvas.cards.part_of(focused()) == milestone
    # One that is gone by then leads to where it stood; one that is back is named.
    hall.place.show("commitments", other)
    turn(hall.store, hall.words)
    assert (hall.place.record("commitments"), section_in_focus(hall)) == (first, "milestones")
    added = said(hall, "redone_place", "add_milestone", "Milestone 1, Komitmen 1")
    assert turn(hall.store, hall.words, again=True) == added


def test_what_several_commitments_changed_by_leads_nowhere(hall):
    plan_id = hall.begin("ogi-2018")
    first, other = hall.add(title="Jadwal"), hall.add(title="Anggaran")
    hall.store.run(move_commitment, first, None)
    hall.place.show("commitments", other)
    hall.go("problem")
    words = hall.words("shell.undone", what=hall.words("changes.move_record"))
    assert turn(hall.store, hall.words) == words
    assert (hall.place.record("commitments"), section_in_focus(hall)) == (other, "problem")
    hall.store.run(delete_records, "commitments", [first])
    assert turn(hall.store, hall.words).endswith(", Komitmen 1")
    hall.store.run(create_commitment, plan_id)
    created = said(hall, "undone_place", "create_commitment", "Komitmen 3")
    assert turn(hall.store, hall.words) == created
    assert (hall.place.record("commitments"), section_in_focus(hall)) == (other, "problem")


def test_a_field_of_anything_else_is_named(hall):
    plan_id = hall.begin()
    hall.store.run(edit_field, "plans", plan_id, "organiser", "Bappeda")
    assert turn(hall.store, hall.words) == (
        said(hall, "undone_place", "edit_field", hall.words.field_name("plans", "organiser"))
    )
