"""Whether records are deleted: told by their own history and by whether a child of theirs lives."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlmodel import Session, col, select

from db import history, revisions
from db.catalogue import KINDS, children_of
from db.fields import DELETED
from db.history import FieldKey
from db.models import TABLES
from db.queries import columns
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
    return any(
        _has_live(session, child.name, child.owner, record_id) for child in children_of(kind)
    )


def live_children(session: Session, kind: str, record_id: str) -> list[tuple[str, str]]:
    """Return what belongs to a record and isn't deleted, as lists and ids."""
    return [
        (child, child_id) for child, child_id, _ in live_children_of(session, kind, [record_id])
    ]


def live_children_of(
    session: Session, kind: str, record_ids: Sequence[str]
) -> list[tuple[str, str, str]]:
    """Return what belongs to some records and isn't deleted: its list, its id, its owner's id."""
    found: list[tuple[str, str, str]] = []
    for child in children_of(kind):
        rows = columns.table(child.name)
        owner = getattr(rows, child.owner)
        for batch in revisions.batches(record_ids):
            query = columns.select(rows.id, owner).where(owner.in_(batch), rows.deleted.is_(False))
            found += [(child.name, *row) for row in columns.fetch(session, query)]
    return found


def taken_along(session: Session, kind: str, record_id: str) -> list[tuple[str, str]]:
    """Return what the deletion of a record took with it and is gone still: owners first.

    What had been deleted before, or was later, has a deletion of its own, from another moment.
    """
    own = revisions.of_field(session, record_id, DELETED)
    moments = {_moment(one) for one in own if one.value is True}
    taken: list[tuple[str, str]] = []
    for child in children_of(kind):
        rows = columns.table(child.name)
        gone = columns.select(rows.id).where(
            getattr(rows, child.owner) == record_id, rows.deleted.is_(True)
        )
        ids = columns.fetch(session, gone)
        said = history.by_record(revisions.of_records(session, ids, DELETED))
        for child_id in ids:
            if any(_moment(one) in moments for one in history.heads(said.get(child_id, ()))):
                taken += [(child.name, child_id), *taken_along(session, child.name, child_id)]
    return taken


def _moment(revision: Revision) -> tuple[str, str, str]:
    return (revision.at, revision.author, revision.device)


def settle_owners(
    session: Session, kind: str, record_ids: Iterable[str]
) -> list[tuple[str, str, bool]]:
    """Mark what owns these records anew, up to what stands alone.

    An owner may have lost the child that contradicted its deletion, or got one that does. Return
    the lists and ids of those that are other than before, and whether they are deleted now.
    """
    changed: list[tuple[str, str, bool]] = []
    level = [(kind, record_id) for record_id in record_ids]
    while level:
        owners = dict.fromkeys(owner_of(session, *one) for one in level)
        level = [owner for owner in owners if owner is not None]
        for owner in level:
            # Only what somebody deleted can be contradicted; its whole history is long.
            if revisions.of_field(session, owner[1], DELETED):
                fields = history.by_field(revisions.of_records(session, [owner[1]]))
                if settle(session, *owner, fields):
                    changed.append((*owner, session.get_one(TABLES[owner[0]], owner[1]).deleted))
                session.flush()
    return changed


def owner_of(session: Session, kind: str, record_id: str) -> tuple[str, str] | None:
    """Return the list and the id of the record that owns this one, None when it stands alone."""
    if not KINDS[kind].owner:
        return None
    row = session.get_one(TABLES[kind], record_id)
    return KINDS[kind].owner_kind, getattr(row, KINDS[kind].owner)


def _has_live(session: Session, kind: str, owner: str, owner_id: str) -> bool:
    table: Any = TABLES[kind]
    query = select(table.id).where(getattr(table, owner) == owner_id, col(table.deleted).is_(False))
    return session.exec(query.limit(1)).first() is not None
