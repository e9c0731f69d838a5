"""Writing with a memory: every change of a field goes through here and leaves a revision."""

from collections.abc import Sequence
from typing import Any, Literal
from uuid import uuid4

from sqlmodel import Session

from db import deletion, history, revisions
from db.catalogue import KIND_OF_RECORD, KINDS
from db.changes import Change, Edit
from db.errors import CommandError, FieldValueError
from db.fields import (
    DELETED,
    POSITION,
    check_value,
    clean_value,
    is_empty,
    read_field,
    split_values,
    write_field,
)
from db.models import TABLES, RecordRow, RevisionRow
from db.records import Record, Revision
from db.references import check_references
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
        if KINDS[kind].owner:
            self._live(KINDS[kind].owner_kind, getattr(record, KINDS[kind].owner))
        row = TABLES[kind].model_validate(record.model_dump(mode="json"))
        for field, value in values.items():
            write_field(row, field, value)
            if not is_empty(kind, field, value):
                self._add_revision(kind, record.id, field, value, ())
        self.session.add(row)
        self.session.flush()
        for field, value in values.items():
            check_references(self.session, kind, record.id, field, value)
        self.edits.append(Edit(kind, record.id, DELETED, True, False, ""))

    def set(self, kind: str, record_id: str, field: str, value: Any, visit: str = "") -> str:
        """Set a field and return the revision that holds its value now.

        With `visit`, the revision that an earlier autosave of the same visit returned, that
        one is written again as long as nobody has seen it; "" begins a new one. An equal
        value writes nothing and returns `visit`.
        """
        if field == DELETED:
            raise FieldValueError("field_unknown", kind=kind, field=field)
        return self._write(kind, record_id, field, clean_value(value), visit)

    def put_back(self, kind: str, record_id: str, field: str, value: Any) -> None:
        """Set a field to a value that it had before, code point for code point."""
        self._write(kind, record_id, field, value, "")

    def answer(self, kind: str, record_id: str, field: str, value: Any) -> None:
        """End a field's conflict by a revision that has all its heads as parents.

        Raises CommandError when the field's heads don't differ.
        """
        row = self._live(kind, record_id)
        value = check_value(kind, field, clean_value(value))
        heads = history.heads(revisions.of_field(self.session, record_id, field))
        if not history.differing(heads):
            raise CommandError("conflict_settled", kind=kind, id=record_id, field=field)
        check_references(self.session, kind, record_id, field, value)
        parents = [head.id for head in heads]
        revision_id = self._add_revision(kind, record_id, field, value, parents)
        self._show(row, kind, field, value, revision_id, "made")

    def reopen(self, edit: Edit) -> None:
        """Undo an answer: what it ended is a head again, and what was shown is shown.

        Ancestry only grows, so each of these values is written anew, as what replaced both
        itself and the answer; a deletion keeps what it had seen besides. Whoever receives it
        has the question back, too. Raises CommandError when the answer holds no longer.
        """
        found = revisions.of_field(self.session, edit.record_id, edit.field)
        if edit.revision_id not in {head.id for head in history.heads(found)}:
            raise CommandError("undo_overtaken", kind=edit.kind, id=edit.record_id)
        known = {revision.id: revision for revision in found}
        shown = ""
        for old in (known[one] for one in known[edit.revision_id].parents if one in known):
            seen = old.parents if edit.field == DELETED else ()
            parents = sorted({edit.revision_id, old.id, *seen})
            again = self._add_revision(edit.kind, old.record_id, old.field, old.value, parents)
            shown = again if old.value == edit.before else shown
        row = self._row(edit.kind, edit.record_id)
        if edit.field == DELETED:
            self._reopen_deletion(row, edit, shown)
        else:
            self._show(row, edit.kind, edit.field, edit.before, shown, "undone")

    def _reopen_deletion(self, row: RecordRow, edit: Edit, revision_id: str) -> None:
        """A deletion that nothing contradicts any more would hold at once, and nobody asked."""
        self.session.flush()
        fields = history.by_field(revisions.of_records(self.session, [row.id]))
        deletion.settle(self.session, edit.kind, row.id, fields)
        if row.deleted and not edit.after:
            raise CommandError("undo_overtaken", kind=edit.kind, id=row.id)
        values = (edit.after, row.deleted, revision_id)
        self.edits.append(Edit(edit.kind, row.id, DELETED, *values, decision="undone"))
        self.session.flush()
        self._settle_owners(edit.kind, row.id)

    def _write(self, kind: str, record_id: str, field: str, value: Any, visit: str) -> str:
        row = self._live(kind, record_id)
        value = check_value(kind, field, value)
        before = read_field(row, field)
        if before == value:
            return visit
        check_references(self.session, kind, record_id, field, value)
        if visit and self._rewrite(visit, record_id, field, value):
            revision_id = visit
        else:
            parents = self._shown_heads(kind, record_id, field, before)
            revision_id = self._add_revision(kind, record_id, field, value, parents)
        self._show(row, kind, field, value, revision_id)
        return revision_id

    def _show(
        self,
        row: RecordRow,
        kind: str,
        field: str,
        value: Any,
        revision_id: str,
        decision: Literal["", "made", "undone"] = "",
    ) -> None:
        before = read_field(row, field)
        write_field(row, field, value)
        self.session.add(row)
        edit = Edit(kind, row.id, field, before, value, revision_id, decision=decision)
        self.edits.append(edit)

    def delete(self, kind: str, record_id: str) -> None:
        """Delete a record and everything that belongs to it; their texts stay in history.

        Raises CommandError for a frozen copy, and for what has one: frozen things stay.
        """
        self._delete(kind, record_id)
        self._settle_owners(kind, record_id)

    def _delete(self, kind: str, record_id: str) -> None:
        row = self._live(kind, record_id)
        if KINDS[kind].frozen:
            raise CommandError("record_frozen", kind=kind, id=record_id)
        for child_kind, child_id in deletion.live_children(self.session, kind, record_id):
            if KINDS[child_kind].frozen:
                raise CommandError("record_has_frozen", kind=kind, id=record_id)
            self._delete(child_kind, child_id)
        found = history.by_field(revisions.of_records(self.session, [record_id]))
        parents = [head.id for seen in found.values() for head in history.heads(seen)]
        asked = bool(history.deletions(found, record_id))
        revision_id = self._add_revision(kind, record_id, DELETED, True, sorted(parents))
        self._mark_deleted(row, kind, True, revision_id, asked)

    def restore(self, kind: str, record_id: str) -> None:
        """Bring a deleted record back, alone; its children come back by their own edits.

        For a record whose deletion is only a question, it is the answer that keeps it.
        """
        row = self._row(kind, record_id)
        heads = history.heads(revisions.of_field(self.session, record_id, DELETED))
        asked = not row.deleted and any(head.value is True for head in heads)
        parents = [head.id for head in heads]
        revision_id = self._add_revision(kind, record_id, DELETED, False, parents)
        self._mark_deleted(row, kind, False, revision_id, asked)
        self._settle_owners(kind, record_id)

    def _mark_deleted(
        self, row: RecordRow, kind: str, deleted: bool, revision_id: str, asked: bool
    ) -> None:
        """Note it; `asked` when a deletion was only a question until now, which this answers."""
        values = (row.deleted, deleted, revision_id)
        made = "made" if asked else ""
        self.edits.append(Edit(kind, row.id, DELETED, *values, decision=made))
        row.deleted = deleted
        self.session.add(row)
        self.session.flush()

    def _settle_owners(self, kind: str, record_id: str) -> None:
        """Owners may lose the child that contradicted their deletion, or get one that does."""
        owner = deletion.owner_of(self.session, kind, record_id)
        while owner is not None:
            # Only what somebody deleted can be contradicted; its whole history is long.
            if revisions.of_field(self.session, owner[1], DELETED):
                self._settle(*owner)
            owner = deletion.owner_of(self.session, *owner)

    def _settle(self, kind: str, record_id: str) -> None:
        fields = history.by_field(revisions.of_records(self.session, [record_id]))
        if deletion.settle(self.session, kind, record_id, fields):
            deleted = self._row(kind, record_id).deleted
            edit = Edit(kind, record_id, DELETED, not deleted, deleted, "", settled=True)
            self.edits.append(edit)
        self.session.flush()

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
        if row is None or (row.record_id, row.field) != (record_id, field):
            return False
        if row.exported or row.received or revisions.has_children(self.session, visit):
            return False
        row.value = value
        row.at = self._at
        self.session.add(row)
        return True
