"""What a commitment said before a meeting began, for showing the room what has changed since."""

from typing import Any

from sqlmodel import Session, col, select

from db.models import RevisionRow


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
