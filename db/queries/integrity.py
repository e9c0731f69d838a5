"""Whether the register is whole: its pages, its references, its history."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, select

from db import history, revisions
from db.catalogue import KINDS, Kind
from db.fields import is_checkpoints, is_empty, read_field
from db.frozen import checksum, is_ours
from db.models import TABLES, RecordRow, RevisionRow
from db.records import Revision


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be; `key` names its sentence."""

    key: str
    kind: str = ""
    record_id: str = ""
    field: str = ""


def check_register(session: Session) -> tuple[Finding, ...]:
    """Return everything that is wrong with the register; nothing is changed."""
    return (*_database(session), *_shown_values(session), *_frozen(session))


def _database(session: Session) -> Iterator[Finding]:
    if session.get_bind().dialect.name != "sqlite":
        return
    connection = session.connection()
    if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
        yield Finding("pages")
    for table, row, _, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding("reference", str(table), str(row))


def _shown_values(session: Session) -> Iterator[Finding]:
    """A record shows a head of each field's history, and nothing where there is none."""
    every = revisions.with_parents(session, session.exec(select(RevisionRow)))
    fields = history.by_field(every)
    known: dict[str, list[str]] = defaultdict(list)
    for record_id, field in fields:
        known[record_id].append(field)
    for kind in KINDS.values():
        if kind.frozen:
            continue
        for row in session.exec(select(TABLES[kind.name])):
            for field in _field_names(kind, row, known[row.id]):
                if not _is_right(kind.name, row, field, fields.get((row.id, field), [])):
                    yield Finding("shown_value", kind.name, row.id, field)


def _frozen(session: Session) -> Iterator[Finding]:
    """What was frozen is what its checksum says; a page's own check misses half of such damage.

    Another program's copies may be written down otherwise, so only our own are judged.
    """
    for kind in KINDS.values():
        if not kind.frozen:
            continue
        for row in session.exec(select(TABLES[kind.name])):
            frozen: Any = row
            if is_ours(frozen.content) and checksum(frozen.content) != frozen.sha256:
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
