"""Writing with a memory: every change of a field goes through here and leaves a revision."""

from collections.abc import Sequence
from typing import Any, Literal

from db import deletion, history, revisions
from db.catalogue import KIND_OF_RECORD, KINDS
from db.changes import Edit
from db.errors import CommandError, FieldValueError
from db.fields import (
    DELETED,
    check_value,
    clean_value,
    is_empty,
    read_field,
    split_values,
    write_field,
)
from db.models import TABLES, RecordRow
from db.notebook import Notebook
from db.records import Record, Revision
from db.references import check_references


class Recorder(Notebook):
    """Makes the changes of one command inside its transaction and notes them."""

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
        self._settle_owners(edit.kind, [row.id])

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
        self.delete_all(kind, [record_id])

    def delete_all(self, kind: str, record_ids: Sequence[str]) -> None:
        """Delete several records of a list, reading once what is known of all of them."""
        self._delete(kind, record_ids)
        self._settle_owners(kind, record_ids)

    def _delete(self, kind: str, record_ids: Sequence[str]) -> None:
        known = self.rows(kind, record_ids)
        rows = [self._live(kind, record_id) for record_id in record_ids]
        if KINDS[kind].frozen:
            raise CommandError("record_frozen", kind=kind, id=record_ids[0])
        children: dict[str, list[str]] = {}
        for child_kind, child_id, owner in deletion.live_children_of(
            self.session, kind, record_ids
        ):
            if KINDS[child_kind].frozen:
                raise CommandError("record_has_frozen", kind=kind, id=owner)
            children.setdefault(child_kind, []).append(child_id)
        for child_kind, ids in children.items():
            self._delete(child_kind, ids)
        said = history.by_record(revisions.of_records(self.session, known))
        written: list[Revision] = []
        for row in rows:
            found = history.by_field(said.get(row.id, ()))
            parents = [head.id for seen in found.values() for head in history.heads(seen)]
            asked = bool(history.deletions(found, row.id))
            written.append(self._revision(kind, row.id, DELETED, True, sorted(parents)))
            self._mark_deleted(row, kind, True, written[-1].id, asked)
        self._store(written)

    def restore(self, kind: str, record_id: str) -> None:
        """Bring a deleted record back, alone; its children come back by their own edits.

        For a record whose deletion is only a question, it is the answer that keeps it.
        """
        self.restore_all(kind, [record_id])

    def restore_all(self, kind: str, record_ids: Sequence[str]) -> None:
        """Bring several deleted records of a list back, as `restore` does each."""
        known = self.rows(kind, record_ids)
        rows = [self._row(kind, record_id) for record_id in record_ids]
        said = history.by_record(revisions.of_records(self.session, known, DELETED))
        written: list[Revision] = []
        for row in rows:
            heads = history.heads(said.get(row.id, ()))
            asked = not row.deleted and any(head.value is True for head in heads)
            parents = [head.id for head in heads]
            written.append(self._revision(kind, row.id, DELETED, False, parents))
            self._mark_deleted(row, kind, False, written[-1].id, asked)
        self._store(written)
        self._settle_owners(kind, record_ids)
