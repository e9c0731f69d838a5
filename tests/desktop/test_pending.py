"""Edits on their way: the newest value of each field, in the order of typing."""

from desktop.pending import PendingEdit, PendingEdits

PLACE = ("meetings", "m", "place")
TOPIC = ("meetings", "m", "topic")


def edit(field: tuple[str, str, str], value: str) -> PendingEdit:
    return PendingEdit(field, value, None)


def test_a_field_waits_once_with_its_newest_value_in_its_old_place() -> None:
    waiting = PendingEdits()
    for field, value in ((PLACE, "B"), (TOPIC, "J"), (PLACE, "Balai")):
        waiting.put(edit(field, value))
    assert [one.value for one in waiting.all()] == ["Balai", "J"]
    assert len(waiting) == 2


def test_those_that_are_passed_over_wait_on() -> None:
    waiting = PendingEdits()
    for field in (PLACE, TOPIC):
        waiting.put(edit(field, "x"))
    assert waiting.first({PLACE}).field == TOPIC
    assert waiting.first({PLACE, TOPIC}) is None
    assert waiting.first().field == PLACE


def test_a_visit_lasts_until_the_field_is_left() -> None:
    waiting = PendingEdits()
    assert waiting.visit(PLACE) == ""
    waiting.note_visit(PLACE, "r1")
    waiting.note_visit(TOPIC, "r2")
    waiting.leave(PLACE)
    assert (waiting.visit(PLACE), waiting.visit(TOPIC)) == ("", "r2")
    waiting.leave_all()
    assert waiting.visit(TOPIC) == ""


def test_what_is_dropped_waits_no_more() -> None:
    waiting = PendingEdits()
    waiting.put(edit(PLACE, "Balai"))
    waiting.drop(PLACE)
    waiting.drop(TOPIC)
    assert waiting.first() is None


def test_a_stored_edit_does_not_take_a_newer_one_along() -> None:
    waiting, first, second = PendingEdits(), edit(PLACE, "B"), edit(PLACE, "Balai")
    waiting.put(first)
    assert waiting.holds(first)
    waiting.put(second)
    assert not waiting.holds(first)
    assert not waiting.drop_edit(first)
    assert waiting.drop_edit(second)
    assert len(waiting) == 0


def test_a_postponed_one_waits_behind_the_others() -> None:
    waiting, bad = PendingEdits(), edit(PLACE, "Balai")
    waiting.put(bad)
    waiting.put(edit(TOPIC, "Jadwal"))
    waiting.postpone(bad)
    assert [one.field for one in waiting.all()] == [TOPIC, PLACE]


def test_an_edit_of_several_records_names_every_field() -> None:
    several = PendingEdit(PLACE, "Balai", None, ("n", "o"))
    assert several.fields == (PLACE, ("meetings", "n", "place"), ("meetings", "o", "place"))


def test_of_an_edit_of_several_what_a_newer_one_does_not_say_waits_on() -> None:
    waiting, place = PendingEdits(), {one: ("meetings", one, "place") for one in "mno"}
    waiting.put(PendingEdit(place["m"], "Balai", None, ("n", "o")))
    waiting.put(PendingEdit(place["m"], "Kantor", None))
    assert [(one.fields, one.value) for one in waiting.all()] == [
        ((place["m"],), "Kantor"),
        ((place["n"], place["o"]), "Balai"),
    ]
    waiting.put(PendingEdit(place["o"], "Aula", None, ("m",)))
    assert [(one.fields, one.value) for one in waiting.all()] == [
        ((place["n"],), "Balai"),
        ((place["o"], place["m"]), "Aula"),
    ]
