"""Commands about commitments."""

from uuid import uuid4

from sqlmodel import col, func, select

from db.changes import Change
from db.models import CommitmentRow
from db.recorder import Recorder
from db.records import Commitment
from db.workspace import Author, Workspace


def create_commitment(workspace: Workspace, author: Author, plan_id: str) -> Change:
    """Add a commitment under the plan's next free number."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        highest = session.exec(
            select(func.max(CommitmentRow.number)).where(
                CommitmentRow.plan_id == plan_id, col(CommitmentRow.deleted).is_(False)
            )
        ).one()
        commitment = Commitment(id=str(uuid4()), plan_id=plan_id, number=(highest or 0) + 1)
        recorder.create(commitment)
        return recorder.change("create_commitment", commitment.id)
