"""Where the conflicts are: each record that has some, with what it is called and belongs to."""

from typing import Any

from sqlmodel import Session

from db.catalogue import KINDS
from db.models import TABLES
from db.overview import DifferingRecord
from db.queries.conflicts import Conflict, list_conflicts
from db.queries.subjects import title_of

_OWNERS = {"plans": "plan_id", "meetings": "meeting_id", "commitments": "commitment_id"}


def list_differing(session: Session) -> tuple[DifferingRecord, ...]:
    """Return every record with an open conflict; slow where the history is long."""
    fields: dict[tuple[str, str], list[str]] = {}
    for conflict in list_conflicts(session):
        fields.setdefault(_key(conflict), []).append(conflict.field)
    return tuple(_describe(session, *key, tuple(names)) for key, names in fields.items())


def _key(conflict: Conflict) -> tuple[str, str]:
    return (conflict.kind, conflict.record_id)


def _describe(
    session: Session, kind: str, record_id: str, fields: tuple[str, ...]
) -> DifferingRecord:
    row: Any = session.get_one(TABLES[kind], record_id)
    places = _places(session, kind, row)
    return DifferingRecord(kind, record_id, title_of(row), fields, **places)


def _places(session: Session, kind: str, row: Any) -> dict[str, str]:
    """Return the plan, meeting and commitment that a record is, or belongs to."""
    places = {_OWNERS[kind]: row.id} if kind in _OWNERS else {}
    owner, owner_kind = KINDS[kind].owner, KINDS[kind].owner_kind
    if not owner:
        return places
    parent = session.get_one(TABLES[owner_kind], getattr(row, owner))
    return _places(session, owner_kind, parent) | places
