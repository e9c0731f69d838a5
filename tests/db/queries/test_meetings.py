"""What the desk reads: numbers of many meetings, what is open, and who may come."""

from uuid import uuid4

import pytest

from db.commands.attendances import move_attendance
from db.commands.records import delete_records
from db.queries.meetings import (
    known_attendances,
    meeting_dossier,
    meeting_summaries,
)
from db.records import Attendance, FollowUp, Meeting, Organisation, Plan, Point


def new_id() -> str:
    return str(uuid4())


@pytest.fixture
def plan(add) -> Plan:
    return add(Plan(id=new_id()))


def test_a_summary_counts_what_is_alive(workspace, author, add, plan):
    meeting = add(Meeting(id=new_id(), plan_id=plan.id))
    for presence, people in (("", 3), ("invited", None), ("absent", None)):
        add(Attendance(id=new_id(), meeting_id=meeting.id, presence=presence, people=people))
    points = [
        add(Point(id=new_id(), meeting_id=meeting.id, kind="input", response=answer, reason=why))
        for answer, why in (("", ""), ("accepted", "Sesuai"), ("declined", "\n"))
    ]
    add(FollowUp(id=new_id(), meeting_id=meeting.id, status="open"))
    add(FollowUp(id=new_id(), meeting_id=meeting.id, status="done"))
    delete_records(workspace, author, "points", [points[0].id])
    with workspace.read() as session:
        (found,) = meeting_summaries(session, plan.id)
    assert (found.meeting.id, found.people, found.points) == (meeting.id, 3, 2)
    assert (found.unanswered, found.open_follow_ups) == (1, 1)


def test_who_came_before_is_offered_first_then_the_directory(workspace, add, plan):
    known = add(Organisation(id=new_id(), name="Badan Perencanaan", short_name="Bapkot"))
    add(Organisation(id=new_id(), name="Arsip Kota", sector="subnational"))
    old = add(Meeting(id=new_id(), plan_id=plan.id, date="2025-01-01"))
    new = add(Meeting(id=new_id(), plan_id=plan.id, date="2025-02-01"))

    def came(meeting, **values):
        add(Attendance(id=new_id(), meeting_id=meeting.id, **values))

    came(old, unit="Bidang Data", organisation="Bapkot", organisation_id=known.id)
    came(old, organisation="Warga", sector="public")
    came(new, unit="bidang data", organisation="BAPKOT", organisation_id=known.id)
    with workspace.read() as session:
        found = known_attendances(session)
    assert [(k.unit, k.organisation) for k in found] == [
        ("bidang data", "BAPKOT"), ("", "Warga"),
        ("", "Arsip Kota"), ("", "Badan Perencanaan"),
    ]  # fmt: skip
    assert found[0].names == ("Badan Perencanaan", "Bapkot")
    assert found[2].sector == "subnational"


def test_attendances_are_put_in_order(workspace, author, add, plan):
    meeting = add(Meeting(id=new_id(), plan_id=plan.id))
    lines = [
        add(Attendance(id=new_id(), meeting_id=meeting.id, organisation=name)) for name in "abc"
    ]
    move_attendance(workspace, author, lines[2].id, lines[0].id)
    move_attendance(workspace, author, lines[0].id, None)
    with workspace.read() as session:
        found = meeting_dossier(session, meeting.id).attendances
    assert [line.organisation for line in found] == ["c", "b", "a"]
