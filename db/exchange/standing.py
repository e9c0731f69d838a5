"""Where records stand after revisions came or went: shown values, deletions, conflicts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlmodel import Session, col, select

from db import deletion, history, revisions
from db.catalogue import KINDS
from db.fields import DELETED, empty_value, read_field, write_field
from db.history import FieldKey
from db.models import TABLES, RecordRow
from db.records import Revision
from db.revisions import batches

# Owners come after what they own, so that a deletion sees whether a child still lives.
_BOTTOM_UP = tuple(reversed(KINDS))


class Standing:
    """The records that an import or its undo touches, with their histories.

    Attributes:
        fields: every revision of these records, by field.
        moved: the fields whose shown value changed, with what was shown before.
    """

    def __init__(self, session: Session, touched: Mapping[str, Iterable[str]]) -> None:
        self.session = session
        # Held here, because the session forgets what nobody holds and would ask again.
        self._rows: dict[tuple[str, str], RecordRow] = {}
        self.touched = {kind: set(touched.get(kind, ())) for kind in KINDS}
        self._add_owners()
        ids = [record_id for found in self.touched.values() for record_id in found]
        self.fields = history.by_field(revisions.of_records(session, ids))
        self.moved: list[tuple[str, str, str, Any]] = []

    def _add_owners(self) -> None:
        """Owners are touched too: a child that comes can contradict their deletion."""
        for kind in _BOTTOM_UP:
            self._load(kind)
            if KINDS[kind].owner:
                rows = (self.row(kind, record_id) for record_id in self.touched[kind])
                owners = {getattr(row, KINDS[kind].owner) for row in rows}
                self.touched[KINDS[kind].owner_kind] |= owners

    def _load(self, kind: str) -> None:
        table = TABLES[kind]
        for batch in batches(self.touched[kind]):
            for row in self.session.exec(select(table).where(col(table.id).in_(batch))):
                self._rows[kind, row.id] = row

    def row(self, kind: str, record_id: str) -> RecordRow:
        return self._rows[kind, record_id]

    def conflicts(self) -> set[FieldKey]:
        """Return the fields that differ now, and the deletions that something contradicts."""
        found: set[FieldKey] = set()
        for kind in _BOTTOM_UP:
            for record_id in self.touched[kind]:
                if not self.row(kind, record_id).deleted:
                    found |= self._conflicts_of(record_id)
        return found

    def kinds_of(self, fields: Iterable[FieldKey]) -> Counter[str]:
        """Count fields by the list that their record is in."""
        return Counter(self.fields[key][0].entity for key in fields)

    def _conflicts_of(self, record_id: str) -> set[FieldKey]:
        found = {
            key
            for key, seen in self._fields_of(record_id)
            if key[1] != DELETED and history.differing(history.heads(seen))
        }
        if history.deletions(self.fields, record_id):
            found.add((record_id, DELETED))
        return found

    def show(self, field: FieldKey, preferred: Any) -> bool:
        """Make the record show what the field's heads say; True when that changed it."""
        found = self.fields[field]
        heads = history.heads(found)
        row = self.row(found[0].entity, field[0])
        current = read_field(row, field[1])
        value = history.shown_value(heads, current, preferred)
        if value == current:
            return False
        self.moved.append((found[0].entity, field[0], field[1], current))
        self.write(found[0].entity, field[0], field[1], value)
        return True

    def write(self, kind: str, record_id: str, field: str, value: Any) -> None:
        row = self.row(kind, record_id)
        write_field(row, field, value)
        self.session.add(row)

    def show_what_is_left(self, kind: str, field: FieldKey, before: Any) -> None:
        """Make a record show its field's heads after revisions went; `before` if it is one."""
        heads = history.heads(self.fields.get(field, ()))
        value = empty_value(kind, field[1])
        if heads:
            current = read_field(self.row(kind, field[0]), field[1])
            value = history.shown_value(heads, current, before)
        self.write(kind, field[0], field[1], value)

    def settle_deletions(self) -> None:
        """Mark every touched record as deleted or not, children before owners."""
        for kind in _BOTTOM_UP:
            for record_id in () if KINDS[kind].frozen else self.touched[kind]:
                deletion.settle(self.session, kind, record_id, dict(self._fields_of(record_id)))
            self.session.flush()

    def _fields_of(self, record_id: str) -> Sequence[tuple[FieldKey, list[Revision]]]:
        return self._by_record().get(record_id, ())

    def _by_record(self) -> dict[str, list[tuple[FieldKey, list[Revision]]]]:
        if not hasattr(self, "_grouped"):
            self._grouped: dict[str, list[tuple[FieldKey, list[Revision]]]] = {}
            for key, found in self.fields.items():
                self._grouped.setdefault(key[0], []).append((key, found))
        return self._grouped
