"""What a commitment said before a meeting began."""

import datetime as dt
from uuid import uuid4

from db.commands.records import add_record, delete_records, edit_field, reverse
from db.queries.room import fields_before, milestones_gone
from db.records import Commitment, Milestone, Plan


def test_fields_are_told_as_they_were_and_those_that_nobody_touched_are_left_out(
    workspace, author, clock
):
    plan, commitment = Plan(id=str(uuid4())), str(uuid4())
    add_record(workspace, author, plan)
    record = Commitment(id=commitment, plan_id=plan.id, problem="lama", title="Judul")
    add_record(workspace, author, record)
    edit_field(workspace, author, "commitments", commitment, "problem", "sebelum")
    clock.time += dt.timedelta(hours=1)
    moment = workspace.instant()
    clock.time += dt.timedelta(hours=1)
    for text in ("sesudah", "sesudah lagi"):
        edit_field(workspace, author, "commitments", commitment, "problem", text)
    edit_field(workspace, author, "commitments", commitment, "description", "baru")
    with workspace.read() as session:
        assert fields_before(session, commitment, moment) == {
            "description": "", "problem": "sebelum",
        }  # fmt: skip
        assert fields_before(session, commitment, workspace.instant()) == {}


def test_the_milestones_that_went_since_are_those_that_were_there(workspace, author, clock):
    plan, commitment = Plan(id=str(uuid4())), str(uuid4())
    add_record(workspace, author, plan)
    add_record(workspace, author, Commitment(id=commitment, plan_id=plan.id))

    def add(text: str) -> Milestone:
        made = Milestone(id=str(uuid4()), commitment_id=commitment, text=text)
        add_record(workspace, author, made)
        return made

    def gone() -> list[str]:
        with workspace.read() as session:
            return [one.text for one in milestones_gone(session, commitment, moment)]

    before, there, stays = add("hapus lama"), add("hapus"), add("tetap")
    delete_records(workspace, author, "milestones", [before.id])
    clock.time += dt.timedelta(hours=1)
    moment = workspace.instant()
    clock.time += dt.timedelta(hours=1)
    brief = add("sebentar")
    assert gone() == []
    delete_records(workspace, author, "milestones", [brief.id])
    deletion = delete_records(workspace, author, "milestones", [there.id])
    assert gone() == ["hapus"]
    reverse(workspace, author, deletion)
    assert (gone(), bool(stays)) == ([], True)
