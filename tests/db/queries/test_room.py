"""What a commitment said before a meeting began."""

import datetime as dt
from uuid import uuid4

from db.commands.records import add_record, edit_field
from db.queries.room import fields_before
from db.records import Commitment, Plan


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
