"""What a command notes in its transaction: rows, the revisions of their fields, the edits."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from sqlmodel import Session, select

from db import deletion, history, revisions
from db.changes import Change, Edit
from db.errors import CommandError
from db.fields import DELETED, POSITION, is_empty
from db.models import TABLES, RecordRow, RevisionRow
from db.records import Revision
from db.workspace import Author


class Notebook:
    """Reads what a command changes and notes what it did, one revision for each value.

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

    def rows(self, kind: str, record_ids: Sequence[str]) -> dict[str, RecordRow]:
        """Return the rows that there are of these ids, read at once.

        As long as they are held, nothing reads them again one by one.
        """
        table: Any = TABLES[kind]
        found: list[RecordRow] = []
        for batch in revisions.batches(record_ids):
            found += self.session.exec(select(table).where(table.id.in_(batch)))
        return {row.id: row for row in found}

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

    def _mark_deleted(
        self, row: RecordRow, kind: str, deleted: bool, revision_id: str, asked: bool
    ) -> None:
        """Note it; `asked` when a deletion was only a question until now, which this answers."""
        values = (row.deleted, deleted, revision_id)
        made = "made" if asked else ""
        self.edits.append(Edit(kind, row.id, DELETED, *values, decision=made))
        row.deleted = deleted
        self.session.add(row)

    def _store(self, written: Sequence[Revision]) -> None:
        revisions.store_all(self.session, written)
        self.session.flush()

    def _settle_owners(self, kind: str, record_ids: Sequence[str]) -> None:
        for owner, owner_id, deleted in deletion.settle_owners(self.session, kind, record_ids):
            edit = Edit(owner, owner_id, DELETED, not deleted, deleted, "", settled=True)
            self.edits.append(edit)

    def _shown_heads(self, kind: str, record_id: str, field: str, shown: Any) -> list[str]:
        """Return the heads that hold the shown value: an edit answers only what it saw."""
        found = revisions.of_field(self.session, record_id, field)
        heads = history.heads(found)
        if field == POSITION:
            # Nobody is asked which of several positions holds, so a move answers them all.
            return [head.id for head in heads]
        if heads or is_empty(kind, field, shown):
            return [head.id for head in heads if head.value == shown]
        # A value that came without any revision: give it the one that every machine gives it.
        first = history.first_value(kind, record_id, field, shown)
        revisions.store(self.session, first)
        return [first.id]

    def _add_revision(
        self, kind: str, record_id: str, field: str, value: Any, parents: Sequence[str]
    ) -> str:
        revision = self._revision(kind, record_id, field, value, parents)
        revisions.store(self.session, revision)
        return revision.id

    def _revision(
        self, kind: str, record_id: str, field: str, value: Any, parents: Sequence[str]
    ) -> Revision:
        return Revision(
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

    def _rewrite(self, visit: str, record_id: str, field: str, value: Any) -> bool:
        row = self.session.get(RevisionRow, visit)
        if row is None or (row.record_id, row.field) != (record_id, field):
            return False
        if row.exported or row.received or revisions.has_children(self.session, visit):
            return False
        row.value = value
        row.at = self._at
        self.session.add(row)
        return True
