"""Points: their outline, their follow-ups, and that each step can be turned round."""

import pytest

from db.commands.points import (
    delete_points,
    edit_points,
    indent_points,
    mark_answered,
    move_points,
    outdent_points,
)
from db.commands.records import add_record, edit_field, edit_fields, reverse
from db.errors import CommandError
from db.queries.records import get_record
from db.records import FollowUp, Organisation
from tests.db.following import new_id
from tests.db.outlines import Desk
from tests.db.registers import dump


@pytest.fixture
def desk(workspace, author) -> Desk:
    return Desk(workspace, author)


def test_points_come_last_as_they_are_added(desk):
    desk.add("satu", "dua", "tiga")
    assert desk.outline() == ["1 satu", "2 dua", "3 tiga"]


def test_a_point_becomes_the_last_below_the_one_before(desk):
    desk.add("satu", "dua", "tiga", "empat")
    desk.run(indent_points, [desk.id("dua")])
    desk.run(indent_points, [desk.id("tiga")])
    assert desk.outline() == ["1 satu", "  a dua", "  b tiga", "2 empat"]


def test_the_first_point_cannot_be_below_anything(desk):
    desk.add("satu")
    assert indent_points(desk.workspace, desk.author, [desk.id("satu")]).edits == ()
    assert desk.outline() == ["1 satu"]


def test_sub_points_go_along_and_stay_on_two_levels(desk):
    desk.add("satu", "dua")
    desk.add("anak", "adik", below="dua")
    desk.run(indent_points, [desk.id("dua")])
    assert desk.outline() == ["1 satu", "  a dua", "  b anak", "  c adik"]


def test_promoting_keeps_the_reading_order(desk):
    desk.add("satu", "dua")
    desk.add("anak", "adik", "bungsu", below="satu")
    desk.run(outdent_points, [desk.id("adik")])
    assert desk.outline() == ["1 satu", "  a anak", "2 adik", "  a bungsu", "3 dua"]


def test_a_point_at_the_top_cannot_be_promoted(desk):
    desk.add("satu")
    assert outdent_points(desk.workspace, desk.author, [desk.id("satu")]).edits == ()


def test_moving_before_another_and_to_the_end(desk):
    desk.add("satu", "dua", "tiga")
    desk.run(move_points, [desk.id("tiga")], None, desk.id("satu"))
    assert desk.outline() == ["1 tiga", "2 satu", "3 dua"]
    desk.run(move_points, [desk.id("tiga")], None, None)
    assert desk.outline() == ["1 satu", "2 dua", "3 tiga"]


def test_moving_below_another_parent(desk):
    desk.add("satu", "dua")
    desk.add("anak", below="satu")
    desk.run(move_points, [desk.id("anak")], desk.id("dua"), None)
    assert desk.outline() == ["1 satu", "2 dua", "  a anak"]


def test_a_point_cannot_go_below_itself(desk):
    desk.add("satu")
    desk.add("anak", below="satu")
    with pytest.raises(CommandError, match="point_below_itself"):
        move_points(desk.workspace, desk.author, [desk.id("satu")], desk.id("anak"), None)


def test_moving_a_hundred_times_into_the_same_gap_never_ends_in_a_tie(desk):
    desk.add("satu", "dua", "tiga")
    for step in range(100):
        mover, fixed = ("dua", "tiga") if step % 2 else ("tiga", "dua")
        move_points(desk.workspace, desk.author, [desk.id(mover)], None, desk.id(fixed))
        assert [line[2:] for line in desk.outline()] == ["satu", mover, fixed]


def test_points_without_positions_can_be_moved(desk):
    desk.add("satu", "dua", "tiga")
    for text in ("satu", "dua", "tiga"):
        edit_field(desk.workspace, desk.author, "points", desk.id(text), "position", None)
    order = [point.text for point in desk.dossier().points]
    desk.run(move_points, [desk.id(order[2])], None, desk.id(order[0]))
    assert [point.text for point in desk.dossier().points] == [order[2], order[0], order[1]]


def test_a_point_goes_with_what_is_below_it_and_its_follow_ups(desk):
    desk.add("satu", "dua")
    desk.add("anak", below="satu")
    edit_fields(desk.workspace, desk.author, "points", desk.id("anak"), {"kind": "follow_up"})
    desk.run(delete_points, [desk.id("satu")])
    assert desk.outline() == ["1 dua"]
    assert desk.dossier().follow_ups == ()


def test_a_follow_up_takes_the_points_text_from_then_on(desk):
    desk.add("Surat dikirim")
    point_id = desk.id("Surat dikirim")
    desk.run(edit_fields, "points", point_id, {"kind": "follow_up"})
    (owned,) = desk.dossier().follow_ups
    assert (owned.text, owned.point_id, owned.status) == ("Surat dikirim", point_id, "open")
    desk.run(edit_field, "points", point_id, "text", "Surat dikirim ulang")
    assert desk.dossier().follow_ups[0].text == "Surat dikirim ulang"


def test_typing_on_writes_the_same_visit_of_both_texts(desk):
    desk.add("Surat", kind="follow_up")
    point_id = desk.id("Surat")
    first = edit_field(desk.workspace, desk.author, "points", point_id, "text", "Surat di")
    visit = first.edits[0].revision_id
    later = edit_field(
        desk.workspace, desk.author, "points", point_id, "text", "Surat dikirim", visit
    )
    both = first.followed_by(later)
    assert next((e.kind, e.before, e.after) for e in both.edits) == (
        "points", "Surat", "Surat dikirim",
    )  # fmt: skip
    assert desk.dossier().follow_ups[0].text == "Surat dikirim"
    revisions = dump(desk.workspace)["revisions"].values()
    texts = [r["value"] for r in revisions if r["field"] == "text"]
    assert sorted(texts) == ["Surat", "Surat", "Surat dikirim", "Surat dikirim"]


def test_whoever_raised_it_is_proposed_as_the_owner_of_what_becomes_a_follow_up(desk):
    organisation = new_id()
    add_record(desk.workspace, desk.author, Organisation(id=organisation, name="Forum Warga"))
    desk.add("Surat dikirim", raised_by="Forum Warga", raised_by_id=organisation)
    change = desk.run(edit_points, [desk.id("Surat dikirim")], {"kind": "follow_up"})
    (owned,) = desk.dossier().follow_ups
    assert (owned.owner, owned.owner_id) == ("Forum Warga", organisation)
    reverse(desk.workspace, desk.author, change)
    assert desk.dossier().follow_ups == ()


def test_changing_the_kind_and_back_keeps_owner_and_due_date(desk):
    desk.add("Surat")
    point_id = desk.id("Surat")
    desk.run(edit_fields, "points", point_id, {"kind": "follow_up"})
    (owned,) = desk.dossier().follow_ups
    edit_fields(desk.workspace, desk.author, "follow_ups", owned.id, {"owner": "Bappeda"})
    desk.run(edit_fields, "points", point_id, {"kind": "note"})
    assert desk.dossier().follow_ups == ()
    desk.run(edit_field, "points", point_id, "kind", "follow_up")
    with desk.workspace.read() as session:
        assert get_record(session, FollowUp, owned.id).owner == "Bappeda"


def test_several_points_move_and_change_their_level_together(desk):
    desk.add("satu", "dua", "tiga", "empat")
    desk.add("anak", below="tiga")
    three = [desk.id("empat"), desk.id("anak"), desk.id("tiga")]
    desk.run(move_points, three, None, desk.id("dua"))
    assert desk.outline() == ["1 satu", "2 tiga", "  a anak", "3 empat", "4 dua"]
    desk.run(indent_points, [desk.id("empat"), desk.id("dua")])
    assert desk.outline() == ["1 satu", "2 tiga", "  a anak", "  b empat", "  c dua"]
    desk.run(outdent_points, [desk.id("anak"), desk.id("empat")])
    assert desk.outline() == ["1 satu", "2 tiga", "3 anak", "4 empat", "  a dua"]
    # Before one of themselves is where they are.
    desk.run(move_points, [desk.id("tiga"), desk.id("anak")], None, desk.id("anak"))
    assert desk.outline() == ["1 satu", "2 tiga", "3 anak", "4 empat", "  a dua"]


def test_several_points_get_the_same_kind_and_own_what_it_asks_for(desk):
    desk.add("satu", "dua")
    desk.run(edit_points, [desk.id("satu"), desk.id("dua")], {"kind": "follow_up"})
    assert [task.text for task in desk.dossier().follow_ups] == ["satu", "dua"]


def test_only_questions_are_marked_as_answered(desk):
    desk.add("kapan?", "di mana?", kind="question")
    desk.add("catatan")
    every = [point.id for point in desk.dossier().points]
    desk.run(mark_answered, every, True)
    today = desk.workspace.now().astimezone().date().isoformat()
    assert [point.answered_on for point in desk.dossier().points] == [today, today, ""]
    desk.run(mark_answered, every[:1], False)
    assert [point.answered_on for point in desk.dossier().points] == ["", today, ""]
