"""Edits on their way from a field to the register, and the visits that they belong to."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from db.changes import Change, FieldPlace
from db.commands.records import edit_alike, edit_field
from db.commands.unfinished import write_unfinished
from db.workspace import Author, Workspace

WHOLE = ""
"""The field's name of an edit whose value is a new record as a whole, while it is typed."""

Visits = dict[FieldPlace, str]
"""The revisions that the visits of an edit's fields write, "" before their first."""


@dataclass(frozen=True)
class PendingEdit:
    """A field's newest value that is not stored yet, and who typed it.

    `alike` are further records whose same field gets the same value. `task` are fields of the
    follow-up that a new point owns.
    """

    field: FieldPlace
    value: Any
    origin: object
    alike: tuple[str, ...] = ()
    task: Mapping[str, Any] | None = None

    @property
    def fields(self) -> tuple[FieldPlace, ...]:
        """Every field that it writes."""
        kind, record_id, name = self.field
        return tuple((kind, one, name) for one in (record_id, *self.alike))

    def command(self, workspace: Workspace, author: Author, visits: Visits) -> Callable[[], Change]:
        """Return the command that stores it, with all that it needs of now."""
        kind, record_id, field = self.field
        begin, visit = (workspace, author), visits[self.field]
        if field == WHOLE:
            return partial(write_unfinished, *begin, self.value, bool(visit), self.task)
        if self.alike:
            ids = {name[1]: one for name, one in visits.items()}
            return partial(edit_alike, *begin, kind, ids, field, self.value)
        return partial(edit_field, *begin, kind, record_id, field, self.value, visit)


class PendingEdits:
    """The newest value of every field that waits to be stored, in the order of typing."""

    def __init__(self) -> None:
        self._edits: dict[FieldPlace, PendingEdit] = {}
        self._visits: dict[FieldPlace, str] = {}

    def __len__(self) -> int:
        return len(self._edits)

    def put(self, edit: PendingEdit) -> None:
        """Let an edit wait; it takes an older one's place.

        Of an older one for several records, what it says of the others waits on.
        """
        taken = set(edit.fields)
        for older in self.all():
            if (left := [one for one in older.fields if one not in taken]) == [*older.fields]:
                continue
            if older.field != edit.field:
                del self._edits[older.field]
            if left:
                alike = tuple(record_id for _, record_id, _ in left[1:])
                self._edits[left[0]] = replace(older, field=left[0], alike=alike)
        self._edits[edit.field] = edit

    def first(self, passed: Container[FieldPlace] = ()) -> PendingEdit | None:
        """Return the edit that waits longest, those of the fields in `passed` aside."""
        return next((one for one in self._edits.values() if one.field not in passed), None)

    def all(self) -> tuple[PendingEdit, ...]:
        """Return every edit that waits, the oldest first."""
        return tuple(self._edits.values())

    def holds(self, edit: PendingEdit) -> bool:
        """Tell whether just this edit waits, and no newer one of its field."""
        return self._edits.get(edit.field) is edit

    def drop_edit(self, edit: PendingEdit) -> bool:
        """Let go of an edit that is stored or refused; whether it was the field's newest."""
        if not self.holds(edit):
            return False
        del self._edits[edit.field]
        return True

    def note_visit(self, field: FieldPlace, visit: str) -> None:
        """Note the revision that a visit of a field writes."""
        self._visits[field] = visit

    def postpone(self, edit: PendingEdit) -> None:
        """Let an edit wait behind all others."""
        if self.drop_edit(edit):
            self._edits[edit.field] = edit

    def drop(self, field: FieldPlace) -> None:
        """Give an edit up: the register refuses it for good, or it was taken back."""
        self._edits.pop(field, None)

    def visit(self, field: FieldPlace) -> str:
        """Return the revision that this visit of a field writes, "" before its first."""
        return self._visits.get(field, "")

    def leave(self, field: FieldPlace) -> None:
        """End a field's visit: its next edit is a revision of its own."""
        self._visits.pop(field, None)

    def leave_all(self) -> None:
        """End every visit, since something else has happened in between."""
        self._visits.clear()
