"""New records are stored while they are typed: one record, one revision, one step of undo."""

from uuid import uuid4

import pytest

from db.commands.records import add_record, reverse
from db.commands.unfinished import write_unfinished
from db.queries.records import get_record, list_records
from db.records import FollowUp, Meeting, Plan, Point
from tests.db.registers import dump


@pytest.fixture
def meeting(workspace, author) -> Meeting:
    plan = Plan(id=str(uuid4()))
    add_record(workspace, author, plan)
    meeting = Meeting(id=str(uuid4()), plan_id=plan.id)
    add_record(workspace, author, meeting)
    return meeting


def typed(workspace, author, point: Point, *texts: str):
    """Write a point letter by letter and return the one step that it is."""
    step = write_unfinished(workspace, author, point.model_copy(update={"text": texts[0]}))
    for text in texts[1:]:
        later = write_unfinished(workspace, author, point.model_copy(update={"text": text}), True)
        step = step.followed_by(later)
        assert step is not None
    return step


def read(workspace, point: Point) -> Point:
    with workspace.read() as session:
        return get_record(session, Point, point.id)


def test_what_is_typed_is_one_record_with_one_revision_of_its_text(workspace, author, meeting):
    point = Point(id=str(uuid4()), meeting_id=meeting.id, kind="note")
    typed(workspace, author, point, "U", "Usu", "Usulan")
    assert (read(workspace, point).text, read(workspace, point).position) == ("Usulan", 1)
    revisions = dump(workspace)["revisions"].values()
    texts = [r for r in revisions if r["record_id"] == point.id and r["field"] == "text"]
    assert [(r["value"], r["parents"]) for r in texts] == [("Usulan", [])]


def test_undo_takes_the_whole_record_and_redo_brings_all_of_it(workspace, author, meeting):
    point = Point(id=str(uuid4()), meeting_id=meeting.id)
    step = typed(workspace, author, point, "U", "Usulan")
    undone = reverse(workspace, author, step)
    with workspace.read() as session:
        assert list_records(session, Point) == ()
    reverse(workspace, author, undone)
    assert read(workspace, point).text == "Usulan"


def test_what_is_typed_on_into_a_record_that_was_taken_back_is_there(workspace, author, meeting):
    point = Point(id=str(uuid4()), meeting_id=meeting.id)
    reverse(workspace, author, typed(workspace, author, point, "U", "Usulan"))
    step = typed(workspace, author, point, "Usulan dua", "Usulan dua kota")
    assert read(workspace, point).text == "Usulan dua kota"
    undone = reverse(workspace, author, step)
    with workspace.read() as session:
        assert list_records(session, Point) == ()
    reverse(workspace, author, undone)
    assert read(workspace, point).text == "Usulan dua kota"


def test_an_unfinished_point_that_becomes_a_follow_up_owns_one(workspace, author, meeting):
    point = Point(id=str(uuid4()), meeting_id=meeting.id)
    step = typed(workspace, author, point, "Surat")
    as_follow_up = point.model_copy(update={"text": "Surat", "kind": "follow_up"})
    step = step.followed_by(write_unfinished(workspace, author, as_follow_up, True))
    longer = as_follow_up.model_copy(update={"text": "Surat dikirim"})
    step = step.followed_by(write_unfinished(workspace, author, longer, True))
    with workspace.read() as session:
        (owned,) = list_records(session, FollowUp)
    assert (owned.text, owned.point_id) == ("Surat dikirim", point.id)
    undone = reverse(workspace, author, step)
    with workspace.read() as session:
        assert list_records(session, FollowUp) == ()
    reverse(workspace, author, undone)
    with workspace.read() as session:
        assert list_records(session, FollowUp)[0].text == "Surat dikirim"


def test_a_follow_up_made_and_unmade_while_typing_leaves_nothing_to_undo(
    workspace, author, meeting
):
    point = Point(id=str(uuid4()), meeting_id=meeting.id, text="Surat", kind="follow_up")
    step = write_unfinished(workspace, author, point)
    note = point.model_copy(update={"kind": "note"})
    step = step.followed_by(write_unfinished(workspace, author, note, True))
    undone = reverse(workspace, author, step)
    reverse(workspace, author, undone)
    assert read(workspace, point).kind == "note"
    with workspace.read() as session:
        assert list_records(session, FollowUp) == ()


def test_two_unfinished_records_are_two_steps(workspace, author, meeting):
    one = Point(id=str(uuid4()), meeting_id=meeting.id, text="satu")
    other = Point(id=str(uuid4()), meeting_id=meeting.id, text="dua")
    step = write_unfinished(workspace, author, one)
    assert step.followed_by(write_unfinished(workspace, author, other)) is None


def test_two_additions_in_a_row_are_two_steps(workspace, author, meeting):
    one = Point(id=str(uuid4()), meeting_id=meeting.id, text="satu")
    other = Point(id=str(uuid4()), meeting_id=meeting.id, text="dua")
    step = add_record(workspace, author, one)
    assert step.followed_by(add_record(workspace, author, other)) is None


def test_a_follow_ups_owner_and_due_date_are_written_with_it_as_one_step(
    workspace, author, meeting
):
    point = Point(id=str(uuid4()), meeting_id=meeting.id, kind="follow_up", text="Surat")
    task = {"owner": "JKS", "owner_id": None, "due": "2018-09-21"}
    step = write_unfinished(workspace, author, point, False, task)
    later = write_unfinished(workspace, author, point, True, {**task, "due": "2018-09-22"})
    with workspace.read() as session:
        (owned,) = list_records(session, FollowUp)
    assert (owned.owner, owned.due, owned.text) == ("JKS", "2018-09-22", "Surat")
    dues = [r for r in dump(workspace)["revisions"].values() if r["field"] == "due"]
    assert [(r["value"], r["parents"]) for r in dues if r["record_id"] == owned.id] == [
        ("2018-09-22", [])
    ]
    step = step.followed_by(later)
    assert step is not None
    as_note = point.model_copy(update={"kind": "note"})
    step = step.followed_by(write_unfinished(workspace, author, as_note, True, task))
    assert step is not None
    reverse(workspace, author, step)
    with workspace.read() as session:
        assert (list_records(session, FollowUp), list_records(session, Point)) == ((), ())
