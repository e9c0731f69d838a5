"""Commands about meetings."""

from uuid import uuid4

from sqlmodel import Session, col, select

from db.changes import Change
from db.models import MeetingRow, PlanRow
from db.recorder import Recorder
from db.records import DEFAULT_STAGES, Meeting, MeetingKind
from db.workspace import Author, Workspace

# What the official papers print above minutes.
DEFAULT_TITLE = "NOTULEN RAPAT"
DEFAULT_TIMEZONE = "WIB"
# The default stages' own kinds of meeting, counted from 1.
_STAGES = {
    "workshop": 2,
    "kickoff": 3,
    "bilateral": 4,
    "multilateral": 4,
    "public": 5,
    "consultative": 6,
    "finalisation": 7,
}


def create_meeting(
    workspace: Workspace, author: Author, plan_id: str, kind: MeetingKind = ""
) -> Change:
    """Add a meeting of today, headed like the plan's latest one.

    Its stage is the one that this kind of meeting belongs to; in a plan with stages of its
    own it is the latest meeting's.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        latest = _latest(session, plan_id)
        meeting = Meeting(
            id=str(uuid4()),
            plan_id=plan_id,
            kind=kind,
            stage=_stage(session, plan_id, kind, latest),
            title=(latest.title if latest else "") or DEFAULT_TITLE,
            subtitle=latest.subtitle if latest else "",
            date=workspace.now().astimezone().date().isoformat(),
            timezone=(latest.timezone if latest else "") or DEFAULT_TIMEZONE,
            status="draft",
        )
        recorder.create(meeting)
        return recorder.change("create_meeting", meeting.id)


def _latest(session: Session, plan_id: str) -> Meeting | None:
    query = (
        select(MeetingRow)
        .where(MeetingRow.plan_id == plan_id, col(MeetingRow.deleted).is_(False))
        .order_by(col(MeetingRow.date).desc(), col(MeetingRow.start_time).desc())
    )
    row = session.exec(query.limit(1)).first()
    return None if row is None else Meeting.model_validate(row.model_dump(), strict=False)


def _stage(session: Session, plan_id: str, kind: str, latest: Meeting | None) -> int | None:
    plan = session.get(PlanRow, plan_id)
    if plan is not None and tuple(plan.stages) == DEFAULT_STAGES and kind in _STAGES:
        return _STAGES[kind]
    return latest.stage if latest else None
