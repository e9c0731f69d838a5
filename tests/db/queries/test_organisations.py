"""The directory: joined organisations, where one appears, and the working groups."""

from uuid import uuid4

import pytest

from db.commands.organisations import join_organisation
from db.commands.records import delete_records, edit_field
from db.queries.appearances import list_appearances
from db.queries.organisations import (
    list_directory,
    list_grouped_commitments,
    list_organisations,
    list_party_names,
)
from db.records import (
    Attendance,
    Commitment,
    FollowUp,
    Meeting,
    Member,
    Milestone,
    Organisation,
    Party,
    Plan,
    Point,
    WorkingGroup,
)


def new_id() -> str:
    return str(uuid4())


@pytest.fixture
def plan(add) -> Plan:
    return add(Plan(id=new_id()))


def directory(workspace):
    with workspace.read() as session:
        return {line.name: line for line in list_directory(session)}


def test_a_joined_organisation_stands_under_the_one_that_stands_for_it(workspace, author, add):
    full = add(Organisation(id=new_id(), name="Kementerian Dalam Negeri"))
    short = add(Organisation(id=new_id(), name="Kemendagri", aliases=("Depdagri",)))
    join_organisation(workspace, author, short.id, full.id)
    lines = directory(workspace)
    assert lines["Kemendagri"].same_as == full.id
    assert lines["Kemendagri"].names == ("Kemendagri", "Depdagri")
    assert lines["Kementerian Dalam Negeri"].joined == (short.id,)
    with workspace.read() as session:
        assert [o.id for o in list_organisations(session)] == [full.id]


def test_names_that_only_commitments_know_can_be_given_again_after_the_directorys(
    workspace, author, add, plan
):
    known = add(Organisation(id=new_id(), name="Dinas Air", aliases=("Dinas PU",)))
    one = add(
        Commitment(
            id=new_id(),
            plan_id=plan.id,
            leads=(Party(name="dinas air", organisation_id=known.id), Party(name="Warga Hulu")),
            proposers=(Party(name="Aliansi Sungai"),),
        )
    )
    add(Milestone(id=new_id(), commitment_id=one.id, actors=(Party(name="Balai Sungai"),)))
    gone = add(Commitment(id=new_id(), plan_id=plan.id, leads=(Party(name="Tim Lama"),)))
    delete_records(workspace, author, "commitments", [gone.id])
    with workspace.read() as session:
        names = list_party_names(session)
    assert names == (
        ("Dinas Air", known.id),
        ("Dinas PU", known.id),
        ("Aliansi Sungai", None),
        ("Balai Sungai", None),
        ("Warga Hulu", None),
    )


def test_one_that_was_joined_into_a_deleted_one_stands_for_itself(workspace, author, add):
    gone = add(Organisation(id=new_id(), name="Dihapus"))
    left = add(Organisation(id=new_id(), name="Tinggal"))
    join_organisation(workspace, author, left.id, gone.id)
    delete_records(workspace, author, "organisations", [gone.id])
    assert directory(workspace)["Tinggal"].same_as == ""
    with workspace.read() as session:
        assert [o.id for o in list_organisations(session)] == [left.id]


def test_of_a_circle_that_two_machines_made_one_stays(workspace, author, add):
    one = add(Organisation(id="00000000-0000-4000-8000-000000000001", name="A"))
    add(Organisation(id="00000000-0000-4000-8000-000000000002", name="B", same_as=one.id))
    # What the other machine sent: A joined into B.
    edit_field(
        workspace, author, "organisations", one.id, "same_as",
        "00000000-0000-4000-8000-000000000002",
    )  # fmt: skip
    with workspace.read() as session:
        assert [o.name for o in list_organisations(session)] == ["A"]


def test_it_appears_by_its_id_and_by_its_names(workspace, author, add, plan):
    full = add(Organisation(id=new_id(), name="Dinas Kesehatan", short_name="Dinkes"))
    old = add(Organisation(id=new_id(), name="Jawatan Kesehatan"))
    join_organisation(workspace, author, old.id, full.id)
    commitment = add(
        Commitment(id=new_id(), plan_id=plan.id, number=2, title="Data",
                   leads=(Party(name="dinas  kesehatan"),))
    )  # fmt: skip
    add(
        Milestone(
            id=new_id(),
            commitment_id=commitment.id,
            actors=(Party(name="Lain", organisation_id=old.id),),
        )
    )
    meeting = add(Meeting(id=new_id(), plan_id=plan.id, topic="Air", date="2025-01-02"))
    add(Attendance(id=new_id(), meeting_id=meeting.id, organisation="DINKES"))
    add(Point(id=new_id(), meeting_id=meeting.id, raised_by="Dinas Pertanian"))
    add(FollowUp(id=new_id(), meeting_id=meeting.id, owner_id=full.id))
    group = add(
        WorkingGroup(
            id=new_id(),
            plan_id=plan.id,
            theme="Layanan",
            members=(Member(organisation_id=full.id),),
        )
    )
    with workspace.read() as session:
        found = list_appearances(session, full.id)
    assert [(one.kind, one.id, one.roles) for one in found] == [
        ("commitments", commitment.id, ("leads", "milestones")),
        ("meetings", meeting.id, ("attendances", "follow_ups")),
        ("working_groups", group.id, ("members",)),
    ]
    assert (found[0].number, found[1].date, found[1].title) == (2, "2025-01-02", "Air")


def test_an_id_decides_over_a_name(workspace, add, plan):
    one = add(Organisation(id=new_id(), name="Forum Warga"))
    other = add(Organisation(id=new_id(), name="Forum Warga"))
    meeting = add(Meeting(id=new_id(), plan_id=plan.id))
    add(
        Attendance(
            id=new_id(), meeting_id=meeting.id, organisation="Forum Warga", organisation_id=one.id
        )
    )
    with workspace.read() as session:
        assert len(list_appearances(session, one.id)) == 1
        assert list_appearances(session, other.id) == ()
        assert list_appearances(session, new_id()) == ()


def test_commitments_come_by_number_with_their_group(workspace, add, plan):
    group = add(WorkingGroup(id=new_id(), plan_id=plan.id))
    add(Commitment(id=new_id(), plan_id=plan.id, title="Tanpa nomor"))
    add(Commitment(id=new_id(), plan_id=plan.id, number=2, working_group_id=group.id))
    add(Commitment(id=new_id(), plan_id=plan.id, number=1))
    with workspace.read() as session:
        found = list_grouped_commitments(session, plan.id)
    assert [(one.number, one.working_group_id) for one in found] == [
        (1, ""),
        (2, group.id),
        (None, ""),
    ]
