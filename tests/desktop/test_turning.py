"""Undo and redo say what they turned round, and lead there."""

from PySide6.QtWidgets import QApplication

from db.commands.commitments import add_milestone
from db.commands.records import edit_field
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


def test_a_field_of_anything_else_is_named(hall):
    plan_id = hall.begin()
    hall.store.run(edit_field, "plans", plan_id, "organiser", "Bappeda")
    assert turn(hall.store, hall.words) == (
        said(hall, "undone_place", "edit_field", hall.words.field_name("plans", "organiser"))
    )
