"""Commands about action plans."""

from uuid import uuid4

from sqlmodel import Session, col, select

from db.changes import Change
from db.models import PlanRow
from db.recorder import Recorder
from db.records import DEFAULT_STAGES, Plan
from db.workspace import Author, Workspace


def create_plan(workspace: Workspace, author: Author, form: str) -> Change:
    """Add a plan with the usual stages, under the letterhead of the office's latest plan."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        plan = Plan(
            id=str(uuid4()), form=form, organiser=_organiser(session), stages=DEFAULT_STAGES
        )
        recorder.create(plan)
        return recorder.change("create_plan", plan.id)


def delete_plan(
    workspace: Workspace, author: Author, plan_id: str, organisation_ids: tuple[str, ...] = ()
) -> Change:
    """Delete a plan with everything in it, and these organisations, in one step."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        recorder.delete("plans", plan_id)
        for organisation_id in organisation_ids:
            recorder.delete("organisations", organisation_id)
        return recorder.change("delete_plan", plan_id)


def _organiser(session: Session) -> str:
    query = (
        select(PlanRow.organiser)
        .where(col(PlanRow.deleted).is_(False), PlanRow.organiser != "")
        .order_by(col(PlanRow.start).desc())
    )
    return session.exec(query.limit(1)).first() or ""
