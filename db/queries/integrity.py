"""Whether the register is whole: its pages, its references, its history."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, SQLModel, select

from db import deletion, history, revisions
from db.catalogue import KINDS, Kind
from db.errors import FieldValueError, WorkspaceError
from db.fields import check_value, is_checkpoints, is_empty, read_field
from db.frozen import checksum, is_ours
from db.history import FieldKey
from db.models import TABLES, RecordRow, RevisionRow
from db.queries.records import as_record
from db.records import Revision

Memory = dict[FieldKey, list[Revision]]
T = TypeVar("T", bound=SQLModel)


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be; `key` names its sentence."""

    key: str
    kind: str = ""
    record_id: str = ""
    field: str = ""


def check_register(session: Session) -> tuple[Finding, ...]:
    """Return everything that is wrong with the register; nothing is changed."""
    found = list(_database(session))
    every = list(_revisions(session, found))
    found += _circle(every)
    memory = history.by_field(every)
    of_record: dict[str, Memory] = defaultdict(dict)
    for key, seen in memory.items():
        of_record[key[0]][key] = seen
    for kind in KINDS.values():
        for row in _rows(session, TABLES[kind.name], found):
            found += _record(session, kind, row, of_record[row.id])
    return tuple(found)


def _database(session: Session) -> Iterator[Finding]:
    if session.get_bind().dialect.name != "sqlite":
        return
    connection = session.connection()
    if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
        yield Finding("pages")
    for table, row, _, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding("reference", str(table), str(row))


def _revisions(session: Session, found: list[Finding]) -> Iterator[Revision]:
    """Give the revisions that can be read and whose value fits their field."""
    for revision in revisions.with_parents(session, _rows(session, RevisionRow, found)):
        try:
            Revision.model_validate(revision.model_dump(warnings=False))
            check_value(revision.entity, revision.field, revision.value)
            yield revision
        except (FieldValueError, ValidationError):
            kind, record_id, field = revision.entity, revision.record_id, revision.field
            found.append(Finding("history", str(kind), str(record_id), str(field)))


def _circle(memory: Iterable[Revision]) -> Iterator[Finding]:
    turning = history.circle(memory)
    if turning is not None:
        yield Finding("history", "revisions", turning)


def _rows(session: Session, table: type[T], found: list[Finding]) -> list[T]:
    """Return a table's rows; those that damage has made unreadable are findings."""
    try:
        return list(session.exec(select(table)))
    except (WorkspaceError, DBAPIError):
        return list(_readable_rows(session, table, found))


def _readable_rows(session: Session, table: Any, found: list[Finding]) -> Iterator[Any]:
    for record_id in session.exec(select(table.id)).all():
        try:
            yield session.get_one(table, record_id)
        except (WorkspaceError, DBAPIError):
            found.append(Finding("record", table.__tablename__, record_id))


def _record(session: Session, kind: Kind, row: RecordRow, memory: Memory) -> Iterator[Finding]:
    try:
        as_record(row, kind.record)
    except WorkspaceError:
        yield Finding("record", kind.name, row.id)
        return
    if kind.frozen:
        yield from _frozen(kind, row)
        return
    for field in _field_names(kind, row, [name for _, name in memory]):
        if not _is_right(kind.name, row, field, memory.get((row.id, field), [])):
            yield Finding("shown_value", kind.name, row.id, field)
    if row.deleted != deletion.is_deleted(session, kind.name, row.id, memory):
        yield Finding("deleted", kind.name, row.id)


def _frozen(kind: Kind, row: Any) -> Iterator[Finding]:
    """What was frozen is what its checksum says; a page's own check misses half of such damage.

    Another program's copies may be written down otherwise, so only our own are judged.
    """
    if is_ours(row.content) and checksum(row.content) != row.sha256:
        yield Finding("frozen", kind.name, row.id)


def _field_names(kind: Kind, row: RecordRow, known: Iterable[str]) -> Iterator[str]:
    """Give a record's fields; of the checkpoints, those that it shows or ever had."""
    for name in kind.fields:
        if not is_checkpoints(kind.name, name):
            yield name
            continue
        shown = {f"{name}.{key}" for key in getattr(row, name)}
        yield from sorted(shown | {f for f in known if f.startswith(f"{name}.")})


def _is_right(kind: str, row: RecordRow, field: str, found: Sequence[Revision]) -> bool:
    value = read_field(row, field)
    if not found:
        return is_empty(kind, field, value)
    return any(head.value == value for head in history.heads(found))
