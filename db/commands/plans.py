"""Commands about action plans."""

from typing import Any
from uuid import uuid4

from sqlmodel import Session, col, select

from db.catalogue import children_of
from db.changes import Change
from db.models import TABLES, PlanRow
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


def restore_plan(
    workspace: Workspace, author: Author, plan_id: str, organisation_ids: tuple[str, ...] = ()
) -> Change:
    """Bring a deleted plan back with everything that was ever in it, and these organisations."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        for organisation_id in organisation_ids:
            _restore(recorder, "organisations", organisation_id)
        _restore(recorder, "plans", plan_id)
        return recorder.change("restore_plan", plan_id)


def _restore(recorder: Recorder, kind: str, record_id: str) -> None:
    if recorder.session.get_one(TABLES[kind], record_id).deleted:
        recorder.restore(kind, record_id)
    for child in children_of(kind):
        table: Any = TABLES[child.name]
        ids = select(table.id).where(getattr(table, child.owner) == record_id)
        for child_id in recorder.session.exec(ids).all():
            _restore(recorder, child.name, child_id)


def _organiser(session: Session) -> str:
    query = (
        select(PlanRow.organiser)
        .where(col(PlanRow.deleted).is_(False), PlanRow.organiser != "")
        .order_by(col(PlanRow.start).desc())
    )
    return session.exec(query.limit(1)).first() or ""
