"""What a session file would bring to this register, found by reading only."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from db import history, revisions
from db.catalogue import KINDS
from db.errors import SessionFileError
from db.exchange.archive import SESSION
from db.exchange.check import shown_in
from db.exchange.document import REVISIONS, SessionFile, describe
from db.fields import DELETED, check_value, is_checkpoints, is_empty
from db.history import FieldKey
from db.models import TABLES
from db.queries.records import as_record
from db.records import Record, Revision
from db.revisions import batches


@dataclass
class Arrival:
    """What a file has that the register hasn't, by list.

    Attributes:
        records: new records by list.
        revisions: new revisions, those included that values without history have.
        known: the records of the file that the register has already, by list.
    """

    file: SessionFile
    records: dict[str, list[Record]] = field(default_factory=dict[str, list[Record]])
    revisions: list[Revision] = field(default_factory=list[Revision])
    known: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    @property
    def is_empty(self) -> bool:
        return not self.revisions and not any(self.records.values())


def compare(session: Session, file: SessionFile) -> Arrival:
    """Return what the file brings.

    Raises SessionFileError when it contradicts what may never change: a record's owner, a
    frozen copy, a revision's content.
    """
    arrival = Arrival(file)
    for kind, rows in file.records.items():
        known = _known(session, kind, rows)
        for index, (record_id, record) in enumerate(rows.items()):
            if record_id in known:
                _check_same(kind, index, known[record_id], record)
        arrival.known[kind] = set(known)
        arrival.records[kind] = [row for record_id, row in rows.items() if record_id not in known]
    _check_other_lists(session, arrival)
    arrival.revisions = _new_revisions(session, [*file.revisions.values(), *_first_values(file)])
    _check_circles(session, arrival.revisions)
    return arrival


def canonical(revision: Revision) -> Revision:
    """Return a revision with its value's parts written out as this program writes them."""
    value = check_value(revision.entity, revision.field, revision.value)
    return revision.model_copy(update={"value": value})


def _known(session: Session, kind: str, ids: Iterable[str]) -> dict[str, Record]:
    """Return the records of these ids that the register has, deleted ones too."""
    table, record = TABLES[kind], KINDS[kind].record
    found: dict[str, Record] = {}
    for batch in batches(ids):
        for row in session.exec(select(table).where(col(table.id).in_(batch))):
            found[row.id] = as_record(row, record)
    return found


def _check_same(kind: str, index: int, ours: Record, theirs: Record) -> None:
    owner = KINDS[kind].owner
    where = describe(SESSION, (kind, index))
    if owner and getattr(ours, owner) != getattr(theirs, owner):
        raise SessionFileError("file_owner_changed", where=where, id=ours.id)
    if KINDS[kind].frozen and ours != theirs:
        raise SessionFileError("file_frozen_changed", where=where, id=ours.id)


def _check_other_lists(session: Session, arrival: Arrival) -> None:
    """Refuse a new record whose id another list here has: ids are of one record only."""
    new = {record.id: kind for kind, found in arrival.records.items() for record in found}
    for table in TABLES.values():
        for batch in batches(new):
            taken = session.exec(select(table.id).where(col(table.id).in_(batch))).first()
            if taken is not None:
                index = list(arrival.file.records[new[taken]]).index(taken)
                where = describe(SESSION, (new[taken], index))
                raise SessionFileError("file_id_twice", where=where, id=taken)


def _check_circles(session: Session, new: list[Revision]) -> None:
    """Refuse revisions that, with those here, would replace each other in a circle."""
    known = revisions.of_records(session, {revision.record_id for revision in new})
    found = history.circle([*known, *new])
    if found is not None:
        raise SessionFileError("file_revision_circle", where=REVISIONS, id=found)


def _first_values(file: SessionFile) -> list[Revision]:
    """Return the revisions of values that came without any: not empty, and no history."""
    with_history = set(history.by_field(file.revisions.values()))
    found: list[Revision] = []
    for kind, rows in file.raw.items():
        for record_id, raw in rows.items():
            for name in _present_fields(kind, raw):
                key: FieldKey = (record_id, name)
                value = shown_in(raw, kind, name)
                if value is None or key in with_history or is_empty(kind, name, value):
                    continue
                found.append(history.first_value(kind, record_id, name, value))
    return found


def _present_fields(kind: str, raw: dict[str, object]) -> list[str]:
    names: list[str] = []
    for name in KINDS[kind].fields:
        value = raw.get(name)
        if is_checkpoints(kind, name) and isinstance(value, dict):
            names += [f"{name}.{checkpoint}" for checkpoint in value]  # pyright: ignore[reportUnknownVariableType]
        elif name in raw:
            names.append(name)
    # Deleted, but by whom and having seen what is not said: a question then, as any other.
    return [*names, DELETED] if raw.get(DELETED) is True else names


def _new_revisions(session: Session, found: list[Revision]) -> list[Revision]:
    known = revisions.by_id(session, [revision.id for revision in found])
    new: dict[str, Revision] = {}
    for revision in map(canonical, found):
        ours = known.get(revision.id) or new.get(revision.id)
        if ours is None:
            new[revision.id] = revision
        elif canonical(ours) != revision:
            raise SessionFileError("file_revision_changed", id=revision.id)
    return list(new.values())
