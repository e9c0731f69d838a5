"""What the home screen reads: numbers counted by the database, and what waits."""

from uuid import uuid4

import pytest

from db.commands.meetings import create_meeting
from db.commands.records import delete_records, edit_field
from db.errors import CommandError
from db.exchange.send import write_session
from db.queries.differing import list_differing
from db.queries.home import count_waiting, list_plan_lines, plan_overview
from db.records import (
    Attendance,
    Commitment,
    Contact,
    FollowUp,
    Meeting,
    Milestone,
    Party,
    Plan,
    Point,
    Target,
)
from tests.db.registers import SEKAR, take


def new_id() -> str:
    return str(uuid4())


@pytest.fixture
def plan(add) -> Plan:
    return add(Plan(id=new_id(), short_title="RAN", form="ogi-2018", start="2021-01"))


@pytest.fixture
def overview(workspace, plan):
    def read():
        with workspace.read() as session:
            return plan_overview(session, plan.id)

    return read


def test_plans_come_latest_first_and_are_called_by_their_short_title(workspace, add, plan):
    later = add(Plan(id=new_id(), title="Rencana 2027", start="2027-01"))
    with workspace.read() as session:
        lines = list_plan_lines(session)
    assert [(line.id, line.name) for line in lines] == [
        (later.id, "Rencana 2027"),
        (plan.id, "RAN"),
    ]


def test_a_plan_that_is_gone_is_refused(workspace, author, plan, overview):
    delete_records(workspace, author, "plans", [plan.id])
    with pytest.raises(CommandError):
        overview()


def test_meetings_come_latest_first_with_their_people_and_points(
    workspace, author, add, plan, overview
):
    old = add(Meeting(id=new_id(), plan_id=plan.id, date="2021-02-01", topic="Lama"))
    new = add(Meeting(id=new_id(), plan_id=plan.id, date="2021-03-01", subtitle="Baru"))
    for values in (
        {},
        {"people": 6},
        {"men": 2, "women": 3},
        {"presence": "excused"},
        {"presence": "online"},
    ):
        add(Attendance(id=new_id(), meeting_id=old.id, **values))
    gone = add(Point(id=new_id(), meeting_id=old.id))
    add(Point(id=new_id(), meeting_id=old.id))
    delete_records(workspace, author, "points", [gone.id])
    first, second = overview().meetings
    assert (first.id, first.topic, first.points, first.participants) == (new.id, "Baru", 0, 0)
    assert (second.id, second.points, second.participants) == (old.id, 1, 1 + 6 + 5 + 1)


def test_a_commitment_says_which_of_its_fields_are_filled(add, plan, overview):
    commitment = add(
        Commitment(
            id=new_id(), plan_id=plan.id, number=2, title="Data", problem="Sulit",
            leads=(Party(name="Dinas"),), start="2021-01", end="2021-12",
        )
    )  # fmt: skip
    add(Commitment(id=new_id(), plan_id=plan.id, number=1, form="ogp-2022", start="2021-01"))
    add(Milestone(id=new_id(), commitment_id=commitment.id))
    add(Contact(id=new_id(), commitment_id=commitment.id))
    first, second = overview().commitments
    assert (first.number, first.form, first.filled) == (1, "ogp-2022", frozenset())
    assert second.form == "ogi-2018"
    assert second.filled == {"title", "problem", "leads", "period", "milestones", "contacts"}


def test_a_matrix_counts_its_checkpoints(add, plan, overview):
    commitment = add(Commitment(id=new_id(), plan_id=plan.id))
    add(Target(id=new_id(), commitment_id=commitment.id, targets={"B06": "a", "B30": "b"}))
    add(Target(id=new_id(), commitment_id=commitment.id))
    (line,) = overview().commitments
    # A fifth checkpoint that one row uses is a column for both.
    assert (line.targets, line.target_texts, line.target_fields) == (2, 2, 10)


def test_inputs_wait_until_they_have_a_response_and_a_reason(add, plan, overview):
    meeting = add(Meeting(id=new_id(), plan_id=plan.id))
    text = "x" * 100_000
    for values in (
        {"kind": "input", "text": text},
        {"kind": "input", "response": "accepted"},
        {"kind": "input", "response": "accepted", "reason": "Sesuai"},
        {"kind": "note"},
    ):
        add(Point(id=new_id(), meeting_id=meeting.id, **values))
    waiting = overview().inputs
    assert [(one.response, len(one.text)) for one in waiting] == [("", 240), ("accepted", 0)]


def test_open_follow_ups_come_by_their_due_date_and_those_without_last(add, plan, overview):
    meeting = add(Meeting(id=new_id(), plan_id=plan.id))
    for text, due, status in (
        ("tanpa", "", "open"),
        ("nanti", "2021-09-01", ""),
        ("dulu", "2021-02-01", "open"),
        ("selesai", "2021-01-01", "done"),
    ):
        add(FollowUp(id=new_id(), meeting_id=meeting.id, text=text, due=due, status=status))
    waiting = overview().follow_ups
    assert [one.text for one in waiting] == ["dulu", "nanti", "tanpa"]
    assert [one.is_overdue("2021-03-01") for one in waiting] == [True, False, False]


def test_what_waits_is_counted_for_its_plan_only(workspace, author, add, plan):
    other = add(Plan(id=new_id()))
    for plan_id in (plan.id, other.id):
        meeting = add(Meeting(id=new_id(), plan_id=plan_id))
        add(Point(id=new_id(), meeting_id=meeting.id, kind="input"))
        add(FollowUp(id=new_id(), meeting_id=meeting.id, due="2021-02-01", status="open"))
        add(FollowUp(id=new_id(), meeting_id=meeting.id, status="open"))
    with workspace.read() as session:
        assert count_waiting(session, plan.id, "2021-03-01") == 2
        assert count_waiting(session, plan.id, "2021-02-01") == 1
        assert count_waiting(session, "", "2021-03-01") == 0


def test_a_record_that_differs_is_named_with_its_place(
    tmp_path, open_workspace, workspace, author, add, plan
):
    meeting_id = create_meeting(workspace, author, plan.id, "bilateral").record_id
    point = add(Point(id=new_id(), meeting_id=meeting_id, text="Semula"))
    sent, back = tmp_path / "sent.rembuk", tmp_path / "back.rembuk"
    sent.write_bytes(write_session(workspace, author, "test", plan.id))
    other = open_workspace("other.db")
    take(other, sent)
    edit_field(other, SEKAR, "points", point.id, "text", "Di sana")
    edit_field(workspace, author, "points", point.id, "text", "Di sini")
    back.write_bytes(write_session(other, SEKAR, "test", plan.id))
    take(workspace, back)
    with workspace.read() as session:
        (found,) = list_differing(session)
    assert (found.kind, found.id, found.title, found.fields) == (
        "points", point.id, "Di sini", ("text",),
    )  # fmt: skip
    assert (found.plan_id, found.meeting_id, found.commitment_id) == (plan.id, meeting_id, "")
