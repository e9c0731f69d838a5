"""The open workspace as the window uses it: reading, commands, autosave and undo."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from sqlmodel import Session

from db.catalogue import KIND_OF_RECORD, KINDS
from db.changes import UNFINISHED, Change
from db.commands.records import delete_records, reverse
from db.errors import RembukError, WorkspaceError
from db.fields import DELETED
from db.queries.records import list_by_id
from db.records import Record
from db.workspace import Author, Workspace
from desktop.outbox import Outbox
from desktop.patience import asking_for_patience
from desktop.pending import WHOLE, PendingEdit
from desktop.steps import Steps
from desktop.typed_over import with_typed

# Turning back so many edits takes longer than a blink.
_MANY = 200

P = ParamSpec("P")
T = TypeVar("T")


class Store(QObject):
    """The one door between the window and the register.

    Everything a person types goes in by `edit`, everything else by `run`; whoever shows
    records listens to `changed` and reads again. Undo and redo know every step since start.

    Signals:
        changed(Change, object): a command, an autosave, an undo or a redo was stored, and who
            asked for it; whoever asked may skip its own echo.
        replaced(): many records may be other than before (an import): read everything again.
        refused(RembukError): a command was refused and has changed nothing.
        typed(PendingEdit): something was typed, at once and before it is stored.
        at_work(): the window itself is about to store something, and to paint what came of it:
            whoever works behind it stands aside.
        saving(): something typed waits to be stored.
        saved(): nothing waits any more.
        not_saved(RembukError): something typed cannot be stored now; it is kept and tried again.
        lost(RembukError, PendingEdit): something typed will never be stored: its record is gone,
            or the value does not fit. Nobody keeps it but who listens.
        history_changed(): what undo and redo would do is other than before.
        finished(list, id): a new record that was being typed is done.
    """

    changed = Signal(object, object)
    replaced = Signal()
    refused = Signal(object)
    typed = Signal(object)
    at_work = Signal()
    saving = Signal()
    saved = Signal()
    not_saved = Signal(object)
    lost = Signal(object, object)
    history_changed = Signal()
    finished = Signal(str, str)

    def __init__(self, workspace: Workspace, author: Author, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.author = author
        self._steps = Steps()
        self._unfinished: set[str] = set()
        self._outbox = outbox = Outbox(
            lambda edit, visits: edit.command(self.workspace, self.author, visits), self
        )
        outbox.stored.connect(self._on_stored)
        outbox.saving.connect(self.saving)
        outbox.saved.connect(self.saved)
        outbox.not_saved.connect(self.not_saved)
        outbox.lost.connect(self.lost)

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what a query of db.queries finds, with what was typed and is not stored yet."""
        with self.workspace.read() as session:
            found = query(session, *args, **kwargs)
        return with_typed(found, self.unsaved)

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
        self._outbox.leave_all()
        self._note(change, origin)
        return change

    def note(self, change: Change, origin: object = None) -> None:
        """Take a command that a worker carried out as one step of undo, and tell everyone."""
        self._outbox.leave_all()
        self._note(change, origin)

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

    def write_unfinished(
        self, record: Record, origin: object = None, task: Mapping[str, Any] | None = None
    ) -> None:
        """Take a new record while it is typed; it is stored by itself very soon.

        All that is typed until `leave_unfinished` is one step of undo: the record's addition.
        `task` are fields of the follow-up that a point owns.
        """
        field = (KIND_OF_RECORD[type(record)], record.id, WHOLE)
        self._unfinished.add(record.id)
        self._wait(PendingEdit(field, record, origin, task=task))

    def leave_unfinished(self, kind: str, record_id: str) -> None:
        """End the typing of a new record; it is stored when this returns."""
        self.leave(kind, record_id, WHOLE)
        self._unfinished.discard(record_id)
        self.finished.emit(kind, record_id)

    def withdraw_unfinished(self, kind: str, record_id: str) -> None:
        """Take a new record back that was typed and emptied again."""
        self._outbox.withdraw((kind, record_id, WHOLE))
        self._unfinished.discard(record_id)
        last = self.can_undo()
        if not self.read(list_by_id, KINDS[kind].record, [record_id]):
            self.flush()
        elif last is not None and (last.name, last.record_id) == (UNFINISHED, record_id):
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
        self._outbox.leave((kind, record_id, field))

    def leave_all(self) -> None:
        """End all typing, of new records too: the screens that it was done in go."""
        self.flush()
        self._outbox.leave_all()
        self._unfinished.clear()

    def flush(self) -> bool:
        """Store all that waits, at once; False when the register cannot take it now."""
        self.at_work.emit()
        return self._outbox.flush()

    @property
    def unsaved(self) -> tuple[PendingEdit, ...]:
        """The edits that are only in memory, for offering them when the window closes."""
        return self._outbox.unsaved()

    @property
    def unfinished(self) -> frozenset[str]:
        """The new records that somebody is still typing, stored or not."""
        return frozenset(self._unfinished)

    def give_up(self) -> None:
        """Let go of what is not stored: the person wants it so."""
        self._outbox.give_up()

    def can_undo(self) -> Change | None:
        """Return the step that undo would take back."""
        return self._steps.last()

    def can_redo(self) -> Change | None:
        """Return the step that redo would do again."""
        return self._steps.last(undone=True)

    def undo(self) -> Change | None:
        """Take the last step back."""
        return self._turn(undone=False)

    def redo(self) -> Change | None:
        """Do the step again that undo took back."""
        return self._turn(undone=True)

    def forget_history(self) -> None:
        """Start undo anew and tell everyone to read again, after an import or its undo."""
        self._outbox.leave_all()
        self._steps.clear()
        self.history_changed.emit()
        self.replaced.emit()

    def _wait(self, edit: PendingEdit) -> None:
        if self.workspace.read_only:
            # What a field took all the same gives way to what the register holds.
            self.refused.emit(WorkspaceError("workspace_for_reading", path=self.workspace.location))
            QTimer.singleShot(0, self.replaced.emit)
            return
        self._outbox.put(edit)
        self.typed.emit(edit)

    def _on_stored(self, edit: PendingEdit, change: Change) -> None:
        self._note(change, edit.origin)

    def _note(self, change: Change, origin: object) -> None:
        if change.edits:
            self._steps.note(change)
            self.history_changed.emit()
        self.changed.emit(change, origin)

    def _turn(self, undone: bool) -> Change | None:
        if not self.flush() or (step := self._steps.last(undone)) is None:
            return None
        try:
            with asking_for_patience() if len(step.edits) > _MANY else nullcontext():
                change = reverse(self.workspace, self.author, step)
        except RembukError as error:
            self.refused.emit(error)
            return None
        self._steps.turn(change, undone)
        self._outbox.leave_all()
        # What was taken back is not typed any more: it comes again as one that is done.
        self._unfinished -= {edit.record_id for edit in change.edits if edit.field == DELETED}
        self.history_changed.emit()
        self.changed.emit(change, self)
        return change
