"""A change made in a meeting waits for the minutes; an input knows what became of it."""

from dataclasses import replace
from uuid import uuid4

import pytest

from db.commands.commitments import add_milestone
from db.commands.records import add_record, delete_records, edit_field, edit_fields, reverse
from db.exchange.receive import receive
from db.exchange.send import write_session
from db.queries.canvas_changes import linkable_changes, list_answers, proposed_changes
from db.queries.meetings import meeting_summaries
from db.records import Attendance, Dismissal, Organisation, Point
from tests.db.following import Following, new_id


@pytest.fixture
def desk(workspace, author) -> Following:
    return Following(workspace, author)


def write(desk: Following, field: str, value: object, meeting=None, record=None, **more: object):
    """Write in the canvas, of the floods unless said otherwise, out of a meeting or none."""
    author = replace(desk.author, meeting_id=meeting.id if meeting else None)
    kind, record_id = record or ("commitments", desk.floods.id)
    return edit_field(desk.workspace, author, kind, record_id, field, value, **more)


def proposals(desk: Following, meeting) -> list[tuple[str, object, object]]:
    return [
        (change.field, change.before, change.after)
        for proposal in desk.read(proposed_changes, meeting.id)
        for change in proposal.changes
    ]


def test_what_a_meeting_changed_is_proposed_once_from_before_it_to_now(desk):
    meeting, other = desk.meeting("2025-01-10"), desk.meeting("2025-01-11")
    write(desk, "problem", "Sungai meluap")
    write(desk, "problem", "Sungai m", meeting)
    write(desk, "problem", "Sungai meluap tiap tahun", meeting)
    write(desk, "title", "Banjir kota", other)
    assert proposals(desk, meeting) == [("problem", "Sungai meluap", "Sungai meluap tiap tahun")]
    write(desk, "problem", "Sungai meluap", meeting)
    assert proposals(desk, meeting) == []


def test_a_point_settles_what_it_names_and_a_further_change_is_proposed_from_there(desk):
    meeting = desk.meeting("2025-01-10")
    write(desk, "problem", "satu", meeting)
    (proposal,) = desk.read(proposed_changes, meeting.id)
    told = desk.point(meeting, "Disepakati", changes=proposal.revisions)
    assert proposals(desk, meeting) == []
    write(desk, "problem", "dua", meeting)
    assert proposals(desk, meeting) == [("problem", "satu", "dua")]
    delete_records(desk.workspace, desk.author, "points", [told.id])
    assert proposals(desk, meeting) == [("problem", "", "dua")]


def test_the_list_of_meetings_counts_what_waits_in_which(desk):
    quiet, told, waits = (desk.meeting(f"2025-01-1{day}") for day in range(3))
    write(desk, "problem", "satu", told)
    (proposal,) = desk.read(proposed_changes, told.id)
    desk.point(told, "Disepakati", changes=proposal.revisions)
    write(desk, "problem", "dua", waits)
    write(desk, "title", "Banjir kota", waits)
    counts = {one.meeting.id: one.proposed for one in desk.read(meeting_summaries, desk.plan.id)}
    assert counts == {quiet.id: 0, told.id: 0, waits.id: 2}


def test_what_was_left_out_is_not_proposed_until_that_is_taken_back(desk):
    meeting = desk.meeting("2025-01-10")
    write(desk, "problem", "satu", meeting)
    (proposal,) = desk.read(proposed_changes, meeting.id)
    dismissal = Dismissal(id=new_id(), meeting_id=meeting.id, changes=proposal.revisions)
    change = desk.run(add_record, dismissal)
    assert proposals(desk, meeting) == []
    reverse(desk.workspace, desk.author, change)
    assert proposals(desk, meeting) == [("problem", "", "satu")]


def test_a_milestone_is_one_proposal_and_one_made_and_taken_away_again_none(desk):
    meeting = desk.meeting("2025-01-10")
    author = replace(desk.author, meeting_id=meeting.id)
    kept = add_milestone(desk.workspace, desk.author, desk.floods.id).record_id
    edit_field(desk.workspace, desk.author, "milestones", kept, "text", "Peta")
    values = {"end": "2025-06", "start": "2025-01", "text": "Peta risiko"}
    edit_fields(desk.workspace, author, "milestones", kept, values)
    passing = add_milestone(desk.workspace, author, desk.floods.id).record_id
    edit_field(desk.workspace, author, "milestones", passing, "text", "Rambu")
    delete_records(desk.workspace, author, "milestones", [passing])
    (proposal,) = desk.read(proposed_changes, meeting.id)
    # Told in the order of the form, whatever was written first.
    found = [(one.field, one.before, one.after) for one in proposal.changes]
    assert found == [("text", "Peta", "Peta risiko"), ("start", "", "2025-01"),
                     ("end", "", "2025-06")]  # fmt: skip
    assert {(one.place, one.commitment_number) for one in proposal.changes} == {(1, 4)}
    delete_records(desk.workspace, author, "milestones", [kept])
    (proposal,) = desk.read(proposed_changes, meeting.id)
    (change,) = proposal.changes
    assert (change.field, change.after, change.name) == ("deleted", True, "Peta")
    assert len(proposal.revisions) == 4


def test_proposals_travel_and_are_settled_on_another_laptop(desk, open_workspace, tmp_path):
    meeting = desk.meeting("2025-01-10", desk.floods)
    write(desk, "problem", "satu", meeting)
    file = tmp_path / "s.rembuk"
    file.write_bytes(write_session(desk.workspace, desk.author, "Rembuk", desk.plan.id))
    other = open_workspace("other.db")
    receive(other, desk.author, [file])
    with other.read() as session:
        (proposal,) = proposed_changes(session, meeting.id)
    told = Point(id=new_id(), meeting_id=meeting.id, text="Ya", changes=proposal.revisions)
    add_record(other, desk.author, told)
    file.write_bytes(write_session(other, desk.author, "Rembuk", desk.plan.id))
    receive(desk.workspace, desk.author, [file])
    assert proposals(desk, meeting) == []


def test_an_input_knows_who_raised_it_and_the_exact_change_it_made(desk):
    ngo = desk.add(Organisation(id=new_id(), name="Forum Sungai", sector="cso"))
    meeting = desk.meeting("2025-01-10", desk.floods)
    write(desk, "problem", "Sungai meluap", desk.meeting("2025-01-09"))
    write(desk, "problem", "Sungai meluap tiap tahun", meeting)
    by_point = replace(desk.author, meeting_id=meeting.id)
    asked = desk.point(meeting, "Sebut tahun", kind="input", raised_by_id=ngo.id,
                       canvas_field="problem")  # fmt: skip
    by_point = replace(by_point, point_id=asked.id)
    edit_field(desk.workspace, by_point, "commitments", desk.floods.id, "title", "Banjir 2025")
    desk.point(meeting, "Lain", kind="input")
    latest = desk.read(linkable_changes, asked.id)[0]
    assert (latest.field, latest.before) == ("problem", "Sungai meluap")
    edit_field(desk.workspace, desk.author, "points", asked.id, "changes", list(latest.revisions))
    answered, silent = desk.read(list_answers, desk.plan.id)
    assert (answered.sector, answered.state, silent.state) == ("cso", "unanswered", "unanswered")
    assert {(c.field, c.before, c.after) for c in answered.changes} == {
        ("problem", "Sungai meluap", "Sungai meluap tiap tahun"),
        ("title", "Banjir", "Banjir 2025"),
    }
    assert silent.changes == ()


def test_an_input_has_the_sector_that_the_attendance_list_says_where_no_directory_does(desk):
    meeting = desk.meeting("2025-01-10", desk.floods)
    desk.add(Attendance(id=new_id(), meeting_id=meeting.id, organisation="Forum Sungai",
                        unit="Bidang Data", sector="cso"))  # fmt: skip
    for name in ("Forum Sungai · Bidang Data", "FORUM SUNGAI", "Orang lain", ""):
        desk.point(meeting, "Sebut tahun", kind="input", raised_by=name)
    desk.point(
        desk.meeting("2025-01-11", desk.floods), "Lain", kind="input", raised_by="Forum Sungai"
    )
    sectors = [one.sector for one in desk.read(list_answers, desk.plan.id)]
    assert sectors == ["cso", "cso", "", "", ""]


def test_a_revision_that_is_unknown_here_is_passed_over(desk):
    meeting = desk.meeting("2025-01-10")
    desk.point(meeting, "x", kind="input", changes=(str(uuid4()),))
    (found,) = desk.read(list_answers)
    assert found.changes == ()
