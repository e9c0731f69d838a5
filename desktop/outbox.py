"""What was typed, on its way to the register: waiting, being written, tried again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from db.changes import Change, FieldPlace
from db.errors import RembukError, WorkspaceError
from desktop.pending import WHOLE, PendingEdit, PendingEdits, Visits
from desktop.writer import Writer

# Typing is stored this long after the first letter that is not: well within the second that
# is promised, and seldom enough that nobody feels it.
AUTOSAVE_MS = 350
# A disk that is full is tried again this often, until somebody has made room.
RETRY_MS = 2000

WriteOf = Callable[[PendingEdit, Visits], Callable[[], Change]]


class Outbox(QObject):
    """Keeps what was typed until it is stored.

    What waits is written by itself off the window's thread, so that no disk is felt between
    two letters; `flush` writes it at once.

    Signals:
        stored(PendingEdit, Change): an edit is durable, by this change.
        saving(), saved(), not_saved(WorkspaceError), lost(RembukError, PendingEdit): as the
            store's.
    """

    stored = Signal(object, object)
    saving = Signal()
    saved = Signal()
    not_saved = Signal(object)
    lost = Signal(object, object)

    def __init__(self, write_of: WriteOf, parent: QObject) -> None:
        super().__init__(parent)
        self._write_of = write_of
        self._pending = PendingEdits()
        # Whether anything waits that nobody was told of as saved.
        self._behind = False
        self._writer = Writer(self)
        self._writer.ended.connect(self._on_ended)
        self._flying: PendingEdit | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._autosave)

    def put(self, edit: PendingEdit) -> None:
        """Take an edit; it is stored by itself very soon."""
        self._pending.put(edit)
        self._behind = True
        self.saving.emit()
        if not self._timer.isActive():
            self._timer.start(AUTOSAVE_MS)

    def flush(self) -> bool:
        """Store all that waits, at once; False when the register cannot take it now."""
        self._land()
        stuck: set[FieldPlace] = set()
        while (edit := self._pending.first(stuck)) is not None:
            if not self._settle(edit, self._job(edit)):
                return False
            if self._pending.holds(edit):
                stuck.add(edit.field)
        if stuck:
            return self._try_later(WorkspaceError("edit_not_stored"))
        self._tell_saved()
        return True

    def unsaved(self) -> tuple[PendingEdit, ...]:
        """Return the edits that are only in memory, the oldest first."""
        return self._pending.all()

    def withdraw(self, field: FieldPlace) -> None:
        """Let go of a field's edit that was taken back, and of its visit."""
        self._land()
        self._pending.drop(field)
        self._pending.leave(field)

    def leave(self, field: FieldPlace) -> None:
        """End a field's visit: its next edit is a revision of its own."""
        self._land()
        self._pending.leave(field)

    def leave_all(self) -> None:
        """End every visit, since something else has happened in between."""
        self._land()
        self._pending.leave_all()

    def give_up(self) -> None:
        """Let go of all that waits: the person knows that it is lost."""
        self._land()
        self._timer.stop()
        self._pending = PendingEdits()

    def _autosave(self) -> None:
        edit = self._pending.first()
        if edit is not None and self._flying is None:
            self._flying = edit
            self._writer.begin(self._job(edit))

    def _on_ended(self) -> None:
        # It may have been taken by then, and the next one begun.
        edit = self._flying
        if edit is not None and self._writer.is_done() and self._land():
            self._go_on(edit)

    def _land(self) -> bool:
        """Take what has become of an autosave, waiting for it if need be."""
        if self._flying is None:
            return True
        edit, self._flying = self._flying, None
        return self._settle(edit, self._writer.take)

    def _go_on(self, edit: PendingEdit) -> None:
        following = self._pending.first()
        if following is None:
            self._tell_saved()
        elif following is edit:
            self._try_later(WorkspaceError("edit_not_stored"))
        elif following.field == edit.field:
            # Typed meanwhile.
            self._timer.start(AUTOSAVE_MS)
        else:
            self._autosave()

    def _settle(self, edit: PendingEdit, write: Callable[[], Change]) -> bool:
        """Have an edit written and take note of it; False when it has to be tried later."""
        try:
            change = write()
        except WorkspaceError as error:
            return self._try_later(error)
        except RembukError as error:
            # The record is gone or the value does not fit: no later try can mend that.
            if self._pending.drop_edit(edit):
                self.lost.emit(error, edit)
        except Exception as error:  # noqa: BLE001
            # A fault of our own must not keep back what was typed behind it.
            self._pending.postpone(edit)
            QTimer.singleShot(0, partial(_raise, error))
        else:
            self._note(edit, change)
        return True

    def _note(self, edit: PendingEdit, change: Change) -> None:
        self._pending.drop_edit(edit)
        _, record_id, field = edit.field
        if field == WHOLE:
            self._pending.note_visit(edit.field, record_id)
        for written in change.edits:
            name = (written.kind, written.record_id, written.field)
            if name in edit.fields:
                self._pending.note_visit(name, written.revision_id)
        if change.edits or field == WHOLE:
            self.stored.emit(edit, change)

    def _try_later(self, error: WorkspaceError) -> bool:
        self._timer.start(RETRY_MS)
        self.not_saved.emit(error)
        return False

    def _tell_saved(self) -> None:
        # Else the next letter would wait as long as a full disk does.
        self._timer.stop()
        if self._behind:
            self._behind = False
            self.saved.emit()

    def _job(self, edit: PendingEdit) -> Callable[[], Change]:
        return self._write_of(edit, {name: self._pending.visit(name) for name in edit.fields})


def _raise(error: BaseException) -> None:
    raise error
