"""What waits for a decision: fields with several heads, and contradicted deletions."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from db import history, revisions
from db.fields import DELETED
from db.models import TABLES, RevisionParentRow, RevisionRow
from db.records import Revision


@dataclass(frozen=True)
class Conflict:
    """A field that differs, with its heads by id; or, with `deleted`, a contradicted deletion."""

    kind: str
    record_id: str
    field: str
    heads: tuple[Revision, ...]


def list_conflicts(session: Session) -> tuple[Conflict, ...]:
    """Return every open conflict of the workspace, by record and field."""
    found = [*_differing_fields(session), *_contradicted_deletions(session)]
    return tuple(sorted(found, key=lambda c: (c.kind, c.record_id, c.field)))


def conflicts_of(session: Session, record_ids: Iterable[str]) -> tuple[Conflict, ...]:
    """Return the open conflicts of these records, which are alive, in their order."""
    ids = list(record_ids)
    fields = history.by_field(revisions.of_records(session, ids))
    found: list[Conflict] = []
    for (record_id, field), past in fields.items():
        heads = history.heads(past)
        contradicted = field == DELETED and any(head.value is True for head in heads)
        if contradicted or (field != DELETED and history.differing(heads)):
            found.append(Conflict(heads[0].entity, record_id, field, heads))
    return tuple(sorted(found, key=lambda c: (ids.index(c.record_id), c.field)))


def _differing_fields(session: Session) -> list[Conflict]:
    conflicts: list[Conflict] = []
    for record_id, field in _candidates(session):
        heads = history.heads(revisions.of_field(session, record_id, field))
        if history.differing(heads) and not _is_deleted(session, heads[0].entity, record_id):
            conflicts.append(Conflict(heads[0].entity, record_id, field, heads))
    return conflicts


def _candidates(session: Session) -> list[tuple[str, str]]:
    """Fields with more than one revision that no other of the same field replaced."""
    child = aliased(RevisionRow)
    replaced = (
        select(RevisionParentRow.revision_id)
        .join(child, col(child.id) == col(RevisionParentRow.revision_id))
        .where(
            RevisionParentRow.parent_id == RevisionRow.id,
            child.field == RevisionRow.field,
            child.record_id == RevisionRow.record_id,
        )
    )
    query = (
        select(RevisionRow.record_id, RevisionRow.field)
        .where(RevisionRow.field != DELETED, ~replaced.exists())
        .group_by(col(RevisionRow.record_id), col(RevisionRow.field))
        .having(func.count() > 1)
    )
    return list(session.exec(query))


def _contradicted_deletions(session: Session) -> list[Conflict]:
    rows = session.exec(select(RevisionRow).where(RevisionRow.field == DELETED)).all()
    conflicts: list[Conflict] = []
    for found in history.by_field(revisions.with_parents(session, rows)).values():
        heads = history.heads(found)
        kind, record_id = heads[0].entity, heads[0].record_id
        unanswered = any(head.value is True for head in heads)
        if unanswered and not _is_deleted(session, kind, record_id):
            conflicts.append(Conflict(kind, record_id, DELETED, heads))
    return conflicts


def _is_deleted(session: Session, kind: str, record_id: str) -> bool:
    # A list that is none is damage; `check` tells it.
    row = session.get(TABLES[kind], record_id) if kind in TABLES else None
    return row is None or row.deleted
