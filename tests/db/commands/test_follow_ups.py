"""Follow-ups are edited, closed, dropped, opened again and carried on, each in one step."""

import pytest

from db.commands.follow_ups import (
    carry_follow_up,
    close_follow_ups,
    create_follow_up,
    drop_follow_ups,
    edit_follow_up,
    reopen_follow_ups,
)
from db.commands.points import delete_points
from db.commands.records import delete_records, edit_field
from db.errors import CommandError, FieldValueError
from db.records import FollowUp, Plan, Point
from tests.db.following import Following, new_id


@pytest.fixture
def desk(workspace, author) -> Following:
    return Following(workspace, author)


def state(desk: Following, follow_up: FollowUp) -> tuple[str, str]:
    found = next(one for one in desk.all(FollowUp) if one.id == follow_up.id)
    return found.status, found.closed_on


def test_a_follow_up_without_a_point_belongs_to_the_meeting_that_was_chosen(desk):
    meeting = desk.meeting("2025-01-10")
    values = {"text": "Kirim undangan", "due": "2025-02-01", "commitment_id": desk.roads.id}
    desk.run(create_follow_up, meeting.id, values)
    (made,) = desk.all(FollowUp)
    assert (made.meeting_id, made.status, made.point_id) == (meeting.id, "open", None)
    assert (made.text, made.due, made.commitment_id) == tuple(values.values())


def test_done_is_noted_with_its_day_and_taken_back(desk, clock):
    first, second = (desk.follow_up(desk.meeting(), text) for text in ("Satu", "Dua"))
    desk.run(close_follow_ups, [first.id, second.id])
    day = clock.time.astimezone().date().isoformat()
    assert state(desk, first) == state(desk, second) == ("done", day)
    desk.run(reopen_follow_ups, [first.id])
    assert state(desk, first) == ("open", "")
    assert state(desk, second) == ("done", day)


def test_what_is_done_keeps_its_day_when_it_is_closed_with_others(desk):
    done, waiting = (desk.follow_up(desk.meeting(), text) for text in ("Satu", "Dua"))
    desk.run(close_follow_ups, [done.id], on="2025-01-05")
    desk.run(close_follow_ups, [done.id, waiting.id], on="2025-02-02")
    assert state(desk, done) == ("done", "2025-01-05")
    assert state(desk, waiting) == ("done", "2025-02-02")


def test_one_without_a_state_waits_so_that_opening_it_changes_nothing(desk):
    bare = desk.follow_up(desk.meeting(), "Satu", status="")
    assert desk.run(reopen_follow_ups, [bare.id]).edits == ()
    desk.run(drop_follow_ups, [bare.id], on="2025-02-02")
    assert state(desk, bare) == ("dropped", "2025-02-02")


def test_the_text_is_written_in_the_point_that_asks_for_it(desk):
    asked = desk.asked(desk.meeting(), "Kirim data")
    desk.run(edit_follow_up, asked.id, {"text": "Kirim data banjir", "owner": "Bappeda"})
    (point,) = desk.all(Point)
    (found,) = desk.all(FollowUp)
    assert point.text == found.text == "Kirim data banjir"
    assert found.owner == "Bappeda"


def test_without_a_point_the_text_is_its_own(desk):
    own = desk.follow_up(desk.meeting(), "Kirim data")
    desk.run(edit_follow_up, own.id, {"text": "Kirim peta"})
    assert [one.text for one in desk.all(FollowUp)] == ["Kirim peta"]


def test_a_bad_date_changes_nothing(desk):
    asked = desk.asked(desk.meeting(), "Kirim data")
    before = desk.living()
    with pytest.raises(FieldValueError):
        edit_follow_up(desk.workspace, desk.author, asked.id, {"owner": "X", "due": "2025-02-30"})
    assert desk.living() == before


def test_carried_on_it_stays_one_record_and_the_later_meeting_gets_a_point(desk):
    first = desk.meeting("2025-01-10", desk.floods)
    later = desk.meeting("2025-02-10", desk.floods)
    desk.point(later, "Pembukaan")
    asked = desk.asked(first, "Kirim data", commitment_id=desk.floods.id)
    change = desk.run(carry_follow_up, asked.id, later.id)
    assert [one.id for one in desk.all(FollowUp)] == [asked.id]
    assert state(desk, asked) == ("open", "")
    point = next(one for one in desk.all(Point) if one.id == change.record_id)
    assert (point.kind, point.text, point.carries_id) == ("follow_up", "Kirim data", asked.id)
    assert (point.meeting_id, point.commitment_id, point.position) == (later.id, desk.floods.id, 2)


def test_what_is_said_about_it_later_leaves_it_as_it_was(desk):
    first, later = desk.meeting("2025-01-10"), desk.meeting("2025-02-10")
    asked = desk.asked(first, "Kirim data")
    point_id = desk.run(carry_follow_up, asked.id, later.id).record_id
    edit_field(desk.workspace, desk.author, "points", point_id, "text", "Masih menunggu data")
    edit_field(desk.workspace, desk.author, "points", point_id, "kind", "note")
    edit_field(desk.workspace, desk.author, "points", point_id, "kind", "follow_up")
    assert [one.text for one in desk.all(FollowUp)] == ["Kirim data"]


def test_carrying_on_twice_changes_nothing_more(desk):
    first, later = desk.meeting("2025-01-10"), desk.meeting("2025-02-10")
    asked = desk.asked(first, "Kirim data")
    point_id = desk.run(carry_follow_up, asked.id, later.id).record_id
    again = desk.run(carry_follow_up, asked.id, later.id)
    assert (again.edits, again.record_id) == ((), point_id)
    delete_points(desk.workspace, desk.author, [point_id])
    assert desk.run(carry_follow_up, asked.id, later.id).record_id != point_id


def test_deleting_the_point_that_carries_it_on_leaves_it_open(desk):
    first, later = desk.meeting("2025-01-10"), desk.meeting("2025-02-10")
    asked = desk.asked(first, "Kirim data")
    point_id = desk.run(carry_follow_up, asked.id, later.id).record_id
    desk.run(delete_points, [point_id])
    assert state(desk, asked) == ("open", "")


def test_what_is_closed_or_of_the_same_meeting_or_of_another_plan_is_not_carried_on(desk):
    meeting, later = desk.meeting("2025-01-10"), desk.meeting("2025-02-10")
    waiting, closed = desk.asked(meeting, "Satu"), desk.follow_up(meeting, "Dua", status="done")
    other = desk.add(Plan(id=new_id()))
    foreign = desk.meeting("2025-02-10", plan_id=other.id)
    before = desk.living()
    for follow_up, into, key in (
        (closed, later, "follow_up_closed"),
        (waiting, meeting, "follow_up_of_this_meeting"),
        (waiting, foreign, "reference_other_plan"),
    ):
        with pytest.raises((CommandError, FieldValueError)) as refused:
            carry_follow_up(desk.workspace, desk.author, follow_up.id, into.id)
        assert refused.value.key == key
    assert desk.living() == before


def test_what_was_deleted_is_refused(desk):
    own = desk.follow_up(desk.meeting(), "Kirim data")
    delete_records(desk.workspace, desk.author, "follow_ups", [own.id])
    with pytest.raises(CommandError) as refused:
        close_follow_ups(desk.workspace, desk.author, [own.id])
    assert refused.value.key == "record_unknown"
