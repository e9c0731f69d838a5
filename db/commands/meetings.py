"""Commands about meetings."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from db.changes import Change
from db.proposing import propose_meeting
from db.queries.commitments import list_commitments
from db.queries.records import get_record, list_records
from db.recorder import Recorder
from db.records import Meeting, MeetingKind, Plan
from db.workspace import Author, Workspace

_NOTHING: Mapping[str, Any] = {}


def create_meeting(
    workspace: Workspace,
    author: Author,
    plan_id: str,
    kind: MeetingKind = "",
    values: Mapping[str, Any] = _NOTHING,
) -> Change:
    """Add a meeting of today as db.proposing proposes it; `values` are what is known better."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        today = workspace.now().astimezone().date().isoformat()
        plan = get_record(session, Plan, plan_id)
        earlier = list_records(session, Meeting, plan_id=plan_id)
        ids = [commitment.id for commitment in list_commitments(session, plan_id)]
        proposed = propose_meeting(plan, kind, earlier, ids, today)
        meeting = Meeting(id=str(uuid4()), plan_id=plan_id, **proposed | dict(values))
        recorder.create(meeting)
        return recorder.change("create_meeting", meeting.id)
