"""Records are added and edited: one revision for each field and visit."""

from db.exchange.send import write_session
from db.records import (
    Milestone,
    Minutes,
    Target,
)
from tests.db.commands.one_commitment import Desk, refused
from tests.db.registers import Clock, conflicts_of, dump
from tests.db.session_files import new_id


def test_a_new_record_has_a_revision_for_every_field_that_is_filled_in(desk: Desk) -> None:
    found = [r for r in dump(desk.workspace)["revisions"].values() if r["record_id"] == desk.id]
    assert [(r["field"], r["value"], r["parents"]) for r in found] == [("title", "Data banjir", [])]
    assert (found[0]["author"], found[0]["device"]) == ("Ratri", "laptop-1")
    assert found[0]["at"].startswith("2025-03-01T02:00:00.")


def test_each_checkpoint_has_a_revision_of_its_own(desk: Desk) -> None:
    target = Target(id=new_id(), commitment_id=desk.id, targets={"B06": "a", "B12": ""})
    desk.add(target)
    found = [r for r in dump(desk.workspace)["revisions"].values() if r["record_id"] == target.id]
    assert {r["field"]: r["value"] for r in found} == {"position": 1, "targets.B06": "a"}


def test_a_map_with_an_empty_text_is_not_empty(desk: Desk) -> None:
    desk.edit("matrix_head", {"B06": ""})
    assert [r["value"] for r in desk.history("matrix_head")] == [{"B06": ""}]
    desk.edit("matrix_head", {})
    assert [r["value"] for r in desk.history("matrix_head")] == [{"B06": ""}, {}]


def test_a_record_without_owner_is_refused(desk: Desk) -> None:
    lost = Milestone(id=new_id(), commitment_id=new_id())
    assert refused(lambda: desk.add(lost)).key == "record_unknown"
    desk.delete("commitments", desk.id)
    late = Milestone(id=new_id(), commitment_id=desk.id)
    assert refused(lambda: desk.add(late)).key == "record_deleted"


def test_a_frozen_copy_has_no_history(desk: Desk) -> None:
    minutes = Minutes(id=new_id(), meeting_id=desk.meeting_id, version=1, content={"a": 1})
    desk.add(minutes)
    kept = dump(desk.workspace)
    assert kept["minutes"][minutes.id]["content"] == {"a": 1}
    assert not [r for r in kept["revisions"].values() if r["record_id"] == minutes.id]


def test_one_visit_is_one_revision(desk: Desk, clock: Clock) -> None:
    visit = ""
    for text in ("D", "Da", "Dat", "Data"):
        visit = desk.edit("title", text, visit).edits[0].revision_id
    assert [r["value"] for r in desk.history()] == ["Data banjir", "Data"]
    assert desk.history()[1]["parents"] == [desk.history()[0]["id"]]
    assert desk.history()[1]["at"] == clock.time.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def test_a_new_visit_is_a_new_revision(desk: Desk) -> None:
    desk.edit("title", "Satu")
    desk.edit("title", "Dua")
    assert [r["value"] for r in desk.history()] == ["Data banjir", "Satu", "Dua"]


def test_a_visit_that_ends_where_it_began_is_kept_as_it_was(desk: Desk) -> None:
    visit = desk.edit("title", "Satu").edits[0].revision_id
    desk.edit("title", "Data banjir", visit)
    assert [r["value"] for r in desk.history()] == ["Data banjir", "Data banjir"]
    assert conflicts_of(desk.workspace) == set()


def test_an_equal_value_writes_nothing(desk: Desk) -> None:
    change = desk.edit("title", "Data banjir")
    assert (change.edits, len(desk.history())) == ((), 1)


def test_a_visit_that_was_exported_is_never_written_again(desk: Desk) -> None:
    visit = desk.edit("title", "Satu").edits[0].revision_id
    write_session(desk.workspace, desk.author, "test", desk.plan_id)
    later = desk.edit("title", "Satu dua", visit).edits[0].revision_id
    assert later != visit
    assert [r["value"] for r in desk.history()] == ["Data banjir", "Satu", "Satu dua"]
    assert desk.history()[2]["parents"] == [visit]


def test_a_visit_that_something_builds_on_is_never_written_again(desk: Desk) -> None:
    visit = desk.edit("title", "Satu").edits[0].revision_id
    desk.edit("title", "Dua")
    desk.edit("title", "Tiga", visit)
    assert [r["value"] for r in desk.history()] == ["Data banjir", "Satu", "Dua", "Tiga"]


def test_a_visit_that_a_deletion_saw_is_never_written_again(desk: Desk) -> None:
    visit = desk.edit("title", "Satu").edits[0].revision_id
    desk.undo(desk.delete("commitments", desk.id))
    assert desk.edit("title", "Dua", visit).edits[0].revision_id != visit


def test_a_visit_of_another_field_is_not_written_here(desk: Desk) -> None:
    visit = desk.edit("title", "Satu").edits[0].revision_id
    change = desk.edit("problem", "Banjir", visit)
    assert change.edits[0].revision_id != visit
    assert desk.history()[1]["value"] == "Satu"
    assert desk.edit("problem", "Rob", new_id()).edits[0].after == "Rob"
