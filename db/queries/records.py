"""Reading records as snapshots: the ground of all other queries."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError
from sqlmodel import Session, SQLModel, col, select

from db.catalogue import KIND_OF_RECORD
from db.errors import CommandError, WorkspaceError
from db.models import TABLES
from db.records import Record
from db.revisions import batches

R = TypeVar("R", bound=Record)


def as_record(row: SQLModel, record: type[R]) -> R:
    """Return a row as its snapshot; WorkspaceError where damage made it none any more."""
    try:
        return record.model_validate(row.model_dump(warnings=False), strict=False)
    except ValidationError as error:
        kind, record_id = KIND_OF_RECORD[record], str(getattr(row, "id", ""))
        raise WorkspaceError("record_damaged", kind=kind, id=record_id) from error


def get_record(session: Session, record: type[R], record_id: str) -> R:
    """Return one record; CommandError when it is unknown or deleted."""
    kind = KIND_OF_RECORD[record]
    row = session.get(TABLES[kind], record_id)
    if row is None or row.deleted:
        raise CommandError("record_unknown", kind=kind, id=record_id)
    return as_record(row, record)


def list_records(session: Session, record: type[R], **conditions: Any) -> tuple[R, ...]:
    """Return the records that are not deleted and have these values, in no particular order.

    A condition whose value is a list means any of them; None leaves the condition out.
    """
    table = TABLES[KIND_OF_RECORD[record]]
    query = select(table).where(col(table.deleted).is_(False))
    for field, value in conditions.items():
        if isinstance(value, list | tuple):
            query = query.where(getattr(table, field).in_(value))
        elif value is not None:
            query = query.where(getattr(table, field) == value)
    return tuple(as_record(row, record) for row in session.exec(query))


def list_by_id(session: Session, record: type[R], ids: Iterable[str]) -> dict[str, R]:
    """Return the records of these ids that are not deleted."""
    found: list[R] = []
    for batch in batches(dict.fromkeys(ids)):
        found += list_records(session, record, id=batch)
    return {item.id: item for item in found}


def of_owners(
    session: Session, record: type[R], owner: str, ids: Sequence[str]
) -> dict[str, list[R]]:
    """Return the records of several owners at once, by owner."""
    found: dict[str, list[R]] = {owner_id: [] for owner_id in ids}
    for batch in batches(ids):
        for item in list_records(session, record, **{owner: batch}):
            found[getattr(item, owner)].append(item)
    return found
