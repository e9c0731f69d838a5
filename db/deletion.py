"""Whether records are deleted: told by their own history and by whether a child of theirs lives."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session, col, select

from db import history
from db.catalogue import KINDS, children_of
from db.history import FieldKey
from db.models import TABLES
from db.records import Revision

Fields = Mapping[FieldKey, Sequence[Revision]]


def settle(session: Session, kind: str, record_id: str, fields: Fields) -> bool:
    """Mark a record as deleted or not, as its history says; True when that changed it.

    `fields` holds every revision of the record. What is only settled leaves no revision.
    """
    row = session.get_one(TABLES[kind], record_id)
    deleted = is_deleted(session, kind, record_id, fields)
    changed = row.deleted != deleted
    row.deleted = deleted
    session.add(row)
    return changed


def is_deleted(session: Session, kind: str, record_id: str, fields: Fields) -> bool:
    """Tell whether a record's own history and its children say that it is deleted."""
    return bool(history.deletions(fields, record_id)) and history.is_deleted(
        fields, record_id, has_live_child(session, kind, record_id)
    )


def has_live_child(session: Session, kind: str, record_id: str) -> bool:
    """Tell whether something that isn't deleted belongs to a record; a frozen copy never is."""
    return any(_live(session, child.name, child.owner, record_id, 1) for child in children_of(kind))


def live_children(session: Session, kind: str, record_id: str) -> list[tuple[str, str]]:
    """Return what belongs to a record and isn't deleted, as lists and ids."""
    return [
        (child.name, child_id)
        for child in children_of(kind)
        for child_id in _live(session, child.name, child.owner, record_id)
    ]


def owner_of(session: Session, kind: str, record_id: str) -> tuple[str, str] | None:
    """Return the list and the id of the record that owns this one, None when it stands alone."""
    if not KINDS[kind].owner:
        return None
    row = session.get_one(TABLES[kind], record_id)
    return KINDS[kind].owner_kind, getattr(row, KINDS[kind].owner)


def _live(
    session: Session, kind: str, owner: str, owner_id: str, limit: int | None = None
) -> Sequence[str]:
    table: Any = TABLES[kind]
    query = select(table.id).where(getattr(table, owner) == owner_id, col(table.deleted).is_(False))
    return session.exec(query.limit(limit)).all()
