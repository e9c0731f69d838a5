"""Writing with a memory: every change of a field goes through here and leaves a revision."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from sqlmodel import Session, col, select

from db import history, revisions
from db.catalogue import KIND_OF_RECORD, KINDS, children_of
from db.changes import Change, Edit
from db.errors import CommandError
from db.fields import (
    DELETED,
    check_value,
    clean_value,
    is_empty,
    read_field,
    split_values,
    write_field,
)
from db.models import TABLES, RecordRow, RevisionRow
from db.records import Record, Revision
from db.workspace import Author


class Recorder:
    """Makes the changes of one command inside its transaction and notes them.

    Attributes:
        session: the transaction, for what a command has to read first.
        edits: what was changed so far.
    """

    def __init__(self, session: Session, author: Author, at: str) -> None:
        self.session = session
        self.edits: list[Edit] = []
        self._author = author
        self._at = at

    def change(self, name: str, record_id: str = "") -> Change:
        """Return what was done, under the command's name."""
        return Change(name, tuple(self.edits), record_id)

    def create(self, record: Record) -> None:
        """Store a new record, with a first revision for every field that is not empty."""
        kind = KIND_OF_RECORD[type(record)]
        values = {
            field: check_value(kind, field, clean_value(value))
            for field, value in split_values(kind, record).items()
        }
        self._refuse_deleted_owner(kind, record)
        row = TABLES[kind].model_validate(record.model_dump(mode="json"))
        for field, value in values.items():
            write_field(row, field, value)
            if not is_empty(kind, field, value):
                self._add_revision(kind, record.id, field, value, ())
        self.session.add(row)
        self.edits.append(Edit(kind, record.id, DELETED, True, False, ""))

    def set(self, kind: str, record_id: str, field: str, value: Any, visit: str = "") -> str:
        """Set a field and return the revision that holds its value now.

        With `visit`, the revision that an earlier autosave of the same visit returned, that
        one is written again as long as nobody has seen it; "" begins a new one. An equal
        value writes nothing and returns `visit`.
        """
        row = self._live(kind, record_id)
        value = check_value(kind, field, clean_value(value))
        before = read_field(row, field)
        if before == value:
            return visit
        if visit and self._rewrite(visit, record_id, field, value):
            revision_id = visit
        else:
            parents = self._shown_heads(kind, record_id, field, before)
            revision_id = self._add_revision(kind, record_id, field, value, parents)
        write_field(row, field, value)
        self.session.add(row)
        self.edits.append(Edit(kind, record_id, field, before, value, revision_id))
        return revision_id

    def delete(self, kind: str, record_id: str) -> None:
        """Delete a record and everything that belongs to it; their texts stay in history."""
        row = self._live(kind, record_id)
        for child in children_of(kind):
            if not child.frozen:
                for child_id in self._live_children(child.name, child.owner, record_id):
                    self.delete(child.name, child_id)
        found = history.by_field(revisions.of_records(self.session, [record_id]))
        parents = [head.id for seen in found.values() for head in history.heads(seen)]
        revision_id = self._add_revision(kind, record_id, DELETED, True, sorted(parents))
        self._mark_deleted(row, kind, True, revision_id)

    def restore(self, kind: str, record_id: str) -> None:
        """Bring a deleted record back, alone; its children come back by their own edits."""
        row = self._row(kind, record_id)
        heads = history.heads(revisions.of_field(self.session, record_id, DELETED))
        parents = [head.id for head in heads]
        revision_id = self._add_revision(kind, record_id, DELETED, False, parents)
        self._mark_deleted(row, kind, False, revision_id)

    def _mark_deleted(self, row: RecordRow, kind: str, deleted: bool, revision_id: str) -> None:
        row.deleted = deleted
        self.session.add(row)
        self.edits.append(Edit(kind, row.id, DELETED, not deleted, deleted, revision_id))

    def _live_children(self, kind: str, owner: str, owner_id: str) -> Sequence[str]:
        table = TABLES[kind]
        query = select(table.id).where(
            getattr(table, owner) == owner_id, col(table.deleted).is_(False)
        )
        return self.session.exec(query).all()

    def _row(self, kind: str, record_id: str) -> RecordRow:
        row = self.session.get(TABLES[kind], record_id)
        if row is None:
            raise CommandError("record_unknown", kind=kind, id=record_id)
        return row

    def _live(self, kind: str, record_id: str) -> RecordRow:
        row = self._row(kind, record_id)
        if row.deleted:
            raise CommandError("record_deleted", kind=kind, id=record_id)
        return row

    def _refuse_deleted_owner(self, kind: str, record: Record) -> None:
        owner = KINDS[kind].owner
        if owner:
            self._live(KINDS[kind].owner_kind, getattr(record, owner))

    def _shown_heads(self, kind: str, record_id: str, field: str, shown: Any) -> list[str]:
        """Return the heads that hold the shown value: an edit answers only what it saw."""
        found = revisions.of_field(self.session, record_id, field)
        heads = history.heads(found)
        if heads or is_empty(kind, field, shown):
            return [head.id for head in heads if head.value == shown]
        # A value that came without any revision: give it the one that every machine gives it.
        first = history.first_value(kind, record_id, field, shown)
        revisions.store(self.session, first)
        return [first.id]

    def _add_revision(
        self, kind: str, record_id: str, field: str, value: Any, parents: Sequence[str]
    ) -> str:
        revision = Revision(
            id=str(uuid4()),
            entity=kind,
            record_id=record_id,
            field=field,
            value=value,
            parents=tuple(parents),
            at=self._at,
            author=self._author.name,
            device=self._author.device,
            meeting_id=self._author.meeting_id,
            point_id=self._author.point_id,
        )
        revisions.store(self.session, revision)
        return revision.id

    def _rewrite(self, visit: str, record_id: str, field: str, value: Any) -> bool:
        row = self.session.get(RevisionRow, visit)
        if row is None or row.exported or (row.record_id, row.field) != (record_id, field):
            return False
        if revisions.has_children(self.session, visit):
            return False
        row.value = value
        row.at = self._at
        self.session.add(row)
        return True
