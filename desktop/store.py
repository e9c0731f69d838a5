"""The open workspace as the window uses it: reading, commands, autosave and undo."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from sqlmodel import Session

from db.catalogue import KIND_OF_RECORD, KINDS
from db.changes import DRAFT, Change
from db.commands.drafts import write_draft
from db.commands.records import delete_records, edit_alike, edit_field, reverse
from db.errors import RembukError, WorkspaceError
from db.queries.records import list_by_id
from db.records import Record
from db.workspace import Author, Workspace
from desktop.pending import WHOLE, FieldName, PendingEdit, PendingEdits

P = ParamSpec("P")
T = TypeVar("T")

# Typing is stored this long after the first letter that is not: well within the second that
# is promised, and seldom enough that nobody feels it.
AUTOSAVE_MS = 350
# A disk that is full is tried again this often, until somebody has made room.
RETRY_MS = 2000


class Store(QObject):
    """The one door between the window and the register.

    Everything a person types goes in by `edit`, everything else by `run`; whoever shows
    records listens to `changed` and reads again. Undo and redo know every step since start.

    Signals:
        changed(Change, object): a command, an autosave, an undo or a redo was stored, and who
            asked for it; whoever asked may skip its own echo.
        replaced(): many records may be other than before (an import): read everything again.
        refused(RembukError): a command was refused and has changed nothing.
        saving(): something typed waits to be stored.
        saved(): nothing waits any more.
        not_saved(RembukError): something typed cannot be stored now; it is kept and tried again.
        lost(RembukError, PendingEdit): something typed will never be stored: its record is gone,
            or the value does not fit. Nobody keeps it but who listens.
        history_changed(): what undo and redo would do is other than before.
    """

    changed = Signal(object, object)
    replaced = Signal()
    refused = Signal(object)
    saving = Signal()
    saved = Signal()
    not_saved = Signal(object)
    lost = Signal(object, object)
    history_changed = Signal()

    def __init__(self, workspace: Workspace, author: Author, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.author = author
        self._pending = PendingEdits()
        # Whether anything waits that nobody was told of as saved.
        self._behind = False
        self._undo: list[Change] = []
        self._redo: list[Change] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what a query of db.queries finds."""
        with self.workspace.read() as session:
            return query(session, *args, **kwargs)

    def run(
        self, command: Callable[..., Change], *args: Any, origin: object = None, **kwargs: Any
    ) -> Change | None:
        """Carry out a command of db.commands as one step of undo.

        What was typed before goes in first. Returns None when the command was refused; the
        person has been told by then.
        """
        if not self.flush():
            return None
        try:
            change = command(self.workspace, self.author, *args, **kwargs)
        except RembukError as error:
            self.refused.emit(error)
            return None
        self._pending.leave_all()
        self._note(change, origin)
        return change

    def edit(
        self,
        kind: str,
        record_id: str,
        field: str,
        value: Any,
        origin: object = None,
        alike: tuple[str, ...] = (),
    ) -> None:
        """Take a field's new value while it is typed; it is stored by itself very soon.

        `alike` are further records that get the same value in the same step.
        """
        self._wait(PendingEdit((kind, record_id, field), value, origin, alike))

    def draft(self, record: Record, origin: object = None) -> None:
        """Take a new record while it is typed; it is stored by itself very soon.

        All that is typed until `leave_draft` is one step of undo: the record's addition.
        """
        self._wait(PendingEdit((KIND_OF_RECORD[type(record)], record.id, WHOLE), record, origin))

    def leave_draft(self, kind: str, record_id: str) -> None:
        """End the typing of a new record; it is stored when this returns."""
        self.leave(kind, record_id, WHOLE)

    def withdraw_draft(self, kind: str, record_id: str) -> None:
        """Take a new record back that was typed and emptied again."""
        field = (kind, record_id, WHOLE)
        self._pending.drop(field)
        self._pending.leave(field)
        last = self.can_undo()
        if not self.read(list_by_id, KINDS[kind].record, [record_id]):
            self.flush()
        elif last is not None and (last.name, last.record_id) == (DRAFT, record_id):
            self.undo()
        else:
            self.run(delete_records, kind, [record_id])

    def write_in_meeting(self, meeting_id: str | None) -> None:
        """Note from now on that what is written comes out of a meeting (None: out of none)."""
        if self.author.meeting_id != meeting_id:
            self.flush()
            self.author = replace(self.author, meeting_id=meeting_id)

    def leave(self, kind: str, record_id: str, field: str) -> None:
        """End a visit of a field: what was typed is stored at once."""
        self.flush()
        self._pending.leave((kind, record_id, field))

    def flush(self) -> bool:
        """Store all that waits; False when the register cannot take it now."""
        stuck: set[FieldName] = set()
        while (edit := self._pending.first(stuck)) is not None:
            try:
                self._write(edit)
            except WorkspaceError as error:
                return self._try_later(error)
            except RembukError as error:
                # The record is gone or the value does not fit: no later try can mend that.
                self._pending.drop(edit.field)
                self.lost.emit(error, edit)
            except Exception as error:  # noqa: BLE001
                # A fault of our own must not keep back what was typed after it.
                stuck.add(edit.field)
                QTimer.singleShot(0, partial(_raise, error))
        if stuck:
            return self._try_later(WorkspaceError("edit_not_stored"))
        # Else the next letter would wait as long as a full disk does.
        self._timer.stop()
        if self._behind:
            self._behind = False
            self.saved.emit()
        return True

    @property
    def unsaved(self) -> tuple[PendingEdit, ...]:
        """The edits that are only in memory, for offering them when the window closes."""
        return self._pending.all()

    def can_undo(self) -> Change | None:
        """Return the step that undo would take back."""
        return self._undo[-1] if self._undo else None

    def can_redo(self) -> Change | None:
        """Return the step that redo would do again."""
        return self._redo[-1] if self._redo else None

    def undo(self) -> Change | None:
        """Take the last step back."""
        return self._turn(self._undo, self._redo)

    def redo(self) -> Change | None:
        """Do the step again that undo took back."""
        return self._turn(self._redo, self._undo)

    def forget_history(self) -> None:
        """Start undo anew and tell everyone to read again, after an import or its undo."""
        self._undo.clear()
        self._redo.clear()
        self._pending.leave_all()
        self.history_changed.emit()
        self.replaced.emit()

    def _wait(self, edit: PendingEdit) -> None:
        if self.workspace.read_only:
            # What a field took all the same gives way to what the register holds.
            self.refused.emit(WorkspaceError("workspace_for_reading", path=self.workspace.location))
            QTimer.singleShot(0, self.replaced.emit)
            return
        self._pending.put(edit)
        self._behind = True
        self.saving.emit()
        if not self._timer.isActive():
            self._timer.start(AUTOSAVE_MS)

    def _try_later(self, error: WorkspaceError) -> bool:
        self._timer.start(RETRY_MS)
        self.not_saved.emit(error)
        return False

    def _write(self, edit: PendingEdit) -> None:
        _, record_id, field = edit.field
        visit = self._pending.visit(edit.field)
        if field == WHOLE:
            change = write_draft(self.workspace, self.author, edit.value, bool(visit))
            self._pending.done(edit, record_id)
            self._note(change, edit.origin)
            return
        change = self._write_field(edit)
        self._pending.done(edit, visit)
        for written in change.edits:
            name = (written.kind, written.record_id, written.field)
            if name in edit.fields:
                self._pending.note_visit(name, written.revision_id)
        if change.edits:
            self._note(change, edit.origin)

    def _write_field(self, edit: PendingEdit) -> Change:
        kind, record_id, field = edit.field
        visits = {name[1]: self._pending.visit(name) for name in edit.fields}
        if edit.alike:
            return edit_alike(self.workspace, self.author, kind, visits, field, edit.value)
        visit = visits[record_id]
        return edit_field(self.workspace, self.author, kind, record_id, field, edit.value, visit)

    def _note(self, change: Change, origin: object) -> None:
        if change.edits:
            merged = self._undo[-1].followed_by(change) if self._undo else None
            if merged is not None:
                self._undo.pop()
            step = merged or change
            if step.edits:
                self._undo.append(step)
            self._redo.clear()
            self.history_changed.emit()
        self.changed.emit(change, origin)

    def _turn(self, steps: list[Change], others: list[Change]) -> Change | None:
        if not self.flush() or not steps:
            return None
        try:
            change = reverse(self.workspace, self.author, steps[-1])
        except RembukError as error:
            self.refused.emit(error)
            return None
        steps.pop()
        others.append(change)
        self._pending.leave_all()
        self.history_changed.emit()
        self.changed.emit(change, self)
        return change


def _raise(error: BaseException) -> None:
    raise error
