"""Adding plans, meetings and commitments: what a new one starts with."""

from uuid import uuid4

import pytest

from db.commands.commitments import create_commitment
from db.commands.meetings import create_meeting
from db.commands.plans import create_plan, delete_plan, restore_plan
from db.commands.records import add_record, edit_fields, reverse
from db.queries.commitments import list_plans
from db.queries.records import get_record, list_records
from db.records import DEFAULT_STAGES, Commitment, Meeting, Organisation, Plan


@pytest.fixture
def plan_id(workspace, author) -> str:
    return create_plan(workspace, author, "ogi-2018").record_id


def read(workspace, record, record_id):
    with workspace.read() as session:
        return get_record(session, record, record_id)


def test_a_plan_starts_with_the_usual_stages_under_the_same_letterhead(workspace, author, plan_id):
    edit_fields(workspace, author, "plans", plan_id, {"organiser": "BAPPEDA", "start": "2024-01"})
    plan = read(workspace, Plan, create_plan(workspace, author, "opi-2020").record_id)
    assert (plan.form, plan.stages, plan.organiser) == ("opi-2020", DEFAULT_STAGES, "BAPPEDA")


def test_the_first_meeting_has_the_usual_heading_and_today(workspace, author, plan_id):
    meeting = read(
        workspace, Meeting, create_meeting(workspace, author, plan_id, "kickoff").record_id
    )
    assert (meeting.title, meeting.timezone, meeting.status) == ("NOTULEN RAPAT", "WIB", "draft")
    assert (meeting.kind, meeting.stage) == ("kickoff", 3)
    assert meeting.date == workspace.now().astimezone().date().isoformat()


def test_the_next_meeting_is_headed_like_the_latest(workspace, author, plan_id):
    first = create_meeting(workspace, author, plan_id, "bilateral").record_id
    values = {"subtitle": "Pembahasan", "title": "RISALAH", "timezone": "WIT", "place": "Aula"}
    edit_fields(workspace, author, "meetings", first, values)
    meeting = read(workspace, Meeting, create_meeting(workspace, author, plan_id).record_id)
    assert (meeting.title, meeting.subtitle, meeting.timezone) == ("RISALAH", "Pembahasan", "WIT")
    # No kind says nothing about the stage, so it goes on where the plan is.
    assert (meeting.stage, meeting.place) == (4, "Aula")
    better = {"topic": "Jalan", "place": "Ruang 2"}
    known = create_meeting(workspace, author, plan_id, "bilateral", better).record_id
    meeting = read(workspace, Meeting, known)
    assert (meeting.topic, meeting.place, meeting.subtitle) == ("Jalan", "Ruang 2", "Pembahasan")


def test_in_a_plan_with_stages_of_its_own_the_stage_goes_on(workspace, author, plan_id):
    edit_fields(workspace, author, "plans", plan_id, {"stages": ["Usul", "Bahas"]})
    first = create_meeting(workspace, author, plan_id, "finalisation").record_id
    assert read(workspace, Meeting, first).stage is None
    edit_fields(workspace, author, "meetings", first, {"stage": 2})
    second = create_meeting(workspace, author, plan_id, "bilateral").record_id
    assert read(workspace, Meeting, second).stage == 2


def test_a_commitment_takes_the_next_number(workspace, author, plan_id):
    add_record(workspace, author, Commitment(id=str(uuid4()), plan_id=plan_id, number=7))
    commitment = create_commitment(workspace, author, plan_id).record_id
    assert read(workspace, Commitment, commitment).number == 8


def test_a_plan_goes_with_all_that_is_in_it_and_comes_back_in_one_step(workspace, author, plan_id):
    create_meeting(workspace, author, plan_id, "bilateral")
    create_commitment(workspace, author, plan_id)
    organisation = Organisation(id=str(uuid4()), name="Forum Warga")
    add_record(workspace, author, organisation)

    def count():
        with workspace.read() as session:
            kinds = (Meeting, Commitment, Organisation)
            return len(list_plans(session)), [len(list_records(session, kind)) for kind in kinds]

    change = delete_plan(workspace, author, plan_id, (organisation.id,))
    assert count() == (0, [0, 0, 0])
    reverse(workspace, author, change)
    assert count() == (1, [1, 1, 1])


def test_a_deleted_plan_is_brought_back_with_what_was_in_it(workspace, author, plan_id):
    meeting_id = create_meeting(workspace, author, plan_id, "bilateral").record_id
    organisation = Organisation(id=str(uuid4()), name="Forum Warga")
    add_record(workspace, author, organisation)
    delete_plan(workspace, author, plan_id, (organisation.id,))
    change = restore_plan(workspace, author, plan_id, (organisation.id,))
    assert change.ids == {plan_id, meeting_id, organisation.id}
    assert read(workspace, Meeting, meeting_id).kind == "bilateral"
    assert read(workspace, Organisation, organisation.id).name == "Forum Warga"
    # What is alive already is left as it is.
    assert restore_plan(workspace, author, plan_id).edits == ()
