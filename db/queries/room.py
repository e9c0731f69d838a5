"""What a commitment said before a meeting began, for showing the room what has changed since."""

from typing import Any

from sqlmodel import Session, col, select

from db.fields import DELETED
from db.models import MilestoneRow, RevisionRow
from db.queries.records import as_record
from db.records import Milestone


def fields_before(session: Session, record_id: str, moment: str) -> dict[str, Any]:
    """Return the fields that were written at this moment or later, as they were before it.

    The moment is written as revisions write theirs. A field that had no value then is "".
    """
    order = col(RevisionRow.at), col(RevisionRow.id)
    query = (
        select(RevisionRow.field, RevisionRow.at, RevisionRow.value)
        .where(RevisionRow.record_id == record_id)
        .order_by(*order)
    )
    earlier: dict[str, Any] = {}
    changed: set[str] = set()
    for field, at, value in session.exec(query):
        if at < moment:
            earlier[field] = value
        else:
            changed.add(field)
    return {field: earlier.get(field, "") for field in sorted(changed)}


def milestones_gone(session: Session, commitment_id: str, moment: str) -> tuple[Milestone, ...]:
    """Return the milestones that were there before this moment and have been deleted since."""
    rows = session.exec(
        select(MilestoneRow).where(
            MilestoneRow.commitment_id == commitment_id, col(MilestoneRow.deleted).is_(True)
        )
    )
    return tuple(as_record(row, Milestone) for row in rows if _went_since(session, row.id, moment))


def _went_since(session: Session, record_id: str, moment: str) -> bool:
    """Tell whether a deleted record was made before this moment, and deleted at it or later."""
    query = select(RevisionRow.field, RevisionRow.at).where(RevisionRow.record_id == record_id)
    made, gone = "", ""
    for field, at in session.exec(query):
        made = min(made or at, at)
        gone = max(gone, at) if field == DELETED else gone
    return made < moment <= gone
