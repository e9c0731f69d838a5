"""Deleting records with what belongs to them, and what comes back."""

from db.commands.records import (
    edit_field,
)
from db.records import (
    Draft,
)
from tests.db.commands.one_commitment import Desk, refused
from tests.db.registers import conflicts_of, dump
from tests.db.session_files import new_id


def test_deleting_takes_along_what_belongs_to_it_and_undo_brings_all_back(desk: Desk) -> None:
    desk.milestones(3)
    before = dump(desk.workspace)
    change = desk.delete("plans", desk.plan_id)
    deleted = dump(desk.workspace)
    for kind in ("plans", "commitments", "milestones", "meetings"):
        assert all(row["deleted"] for row in deleted[kind].values()), kind
    undone = desk.undo(change)
    shown = {kind: rows for kind, rows in dump(desk.workspace).items() if kind != "revisions"}
    assert shown == {kind: rows for kind, rows in before.items() if kind != "revisions"}
    desk.undo(undone)
    assert dump(desk.workspace)["milestones"] == deleted["milestones"]


def test_a_deletion_saw_every_head(desk: Desk) -> None:
    desk.edit("problem", "Banjir")
    desk.delete("commitments", desk.id)
    [deletion] = desk.history("deleted")
    heads = {desk.history()[-1]["id"], desk.history("problem")[-1]["id"]}
    assert (deletion["value"], set(deletion["parents"])) == (True, heads)
    assert conflicts_of(desk.workspace) == set()


def test_what_is_deleted_cannot_be_edited_moved_or_deleted_again(desk: Desk) -> None:
    [milestone] = desk.milestones(1)
    desk.delete("milestones", milestone)
    for command in (
        lambda: edit_field(desk.workspace, desk.author, "milestones", milestone, "text", "x"),
        lambda: desk.move("milestones", milestone, None, None),
        lambda: desk.delete("milestones", milestone),
    ):
        assert refused(command).key == "record_deleted"
    assert refused(lambda: desk.delete("milestones", new_id())).key == "record_unknown"


def test_deleting_several_is_all_or_nothing(desk: Desk) -> None:
    ids = desk.milestones(2)
    before = dump(desk.workspace)
    assert refused(lambda: desk.delete("milestones", *ids, new_id())).key == "record_unknown"
    assert dump(desk.workspace) == before


def test_frozen_copies_stay_and_so_does_what_they_were_made_of(desk: Desk) -> None:
    draft = desk.add(Draft(id=new_id(), commitment_id=desk.id, level="1"))
    assert refused(lambda: desk.delete("drafts", draft)).key == "record_frozen"
    assert refused(lambda: desk.delete("commitments", desk.id)).key == "record_has_frozen"
    assert refused(lambda: desk.delete("plans", desk.plan_id)).key == "record_has_frozen"
    desk.delete("meetings", desk.meeting_id)


def test_a_child_that_comes_back_makes_its_owner_visible_with_a_question(desk: Desk) -> None:
    [milestone] = desk.milestones(1)
    gone = desk.delete("milestones", milestone)
    desk.delete("commitments", desk.id)
    assert conflicts_of(desk.workspace) == set()
    back = desk.undo(gone)
    assert not dump(desk.workspace)["commitments"][desk.id]["deleted"]
    assert [conflict[:3] for conflict in conflicts_of(desk.workspace)] == [
        ("commitments", desk.id, "deleted")
    ]
    assert desk.id in back.ids
    desk.undo(back)
    assert dump(desk.workspace)["commitments"][desk.id]["deleted"]
    assert conflicts_of(desk.workspace) == set()
