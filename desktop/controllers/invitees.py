"""A pasted list of invitees: understood, looked through, and added in one step."""

from collections.abc import Callable, Sequence
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from db.changes import Change
from db.commands.attendances import add_attendances
from db.errors import RembukError
from db.records import Attendance
from db.text import clean
from desktop.parts import Parts
from resources.invitees import Understood, read_invitees
from ui.dialogs.progress import ProgressDialog
from ui.matrix.clipboard import parse_block
from ui.meeting.invitee_dialog import InviteeDialog
from ui.meeting.invitee_rows import InviteeMatcher

# So many lines are there before anybody would see a sign.
_AT_ONCE = 150
# Above this it is no list of names, whatever it is.
_MOST_LETTERS = 20_000_000


class InviteeWishes(QObject):
    """Takes lists of invitees into a meeting."""

    _done = Signal(int)

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._words = parts.words
        self._stop = Event()
        self._sign: ProgressDialog | None = None
        self._done.connect(self._show_done)

    def take(self, text: str, meeting_id: str, matcher: InviteeMatcher) -> None:
        """Understand a list ("" for what the clipboard holds) and offer to add it."""
        text = clean((text or QApplication.clipboard().text())[:_MOST_LETTERS])
        if not text.strip():
            self._parts.tell(self._words("invitees.nothing"), "warning", None)
            return
        look_through = partial(self._look_through, meeting_id=meeting_id, matcher=matcher)
        if text.count("\n") < _AT_ONCE:
            look_through(read_invitees(parse_block(text)))
            return
        self._begin(self._words("invitees.reading"), 0)
        stopped = self._stop.is_set
        work = partial(_read, text, stopped)
        self._parts.workers.run(work, partial(self._end, look_through), self._fail)

    def _look_through(self, found: Understood, meeting_id: str, matcher: InviteeMatcher) -> None:
        if self._stop.is_set():
            self._stop.clear()
            return
        if not found.invitees:
            self._parts.tell(self._words("invitees.nothing"), "warning", None)
            return
        dialog = InviteeDialog(self._words, found, matcher, self._parts.window)
        dialog.accepted.connect(lambda: self._add(dialog, meeting_id))
        dialog.rejected.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, dialog: InviteeDialog, meeting_id: str) -> None:
        lines = [row.attendance(meeting_id) for row in dialog.chosen()]
        store = self._parts.store
        if len(lines) <= _AT_ONCE:
            if store.run(add_attendances, lines) is not None:
                self._tell(len(lines), dialog)
            else:
                dialog.open()
        elif store.flush():
            self._begin(self._words("invitees.adding"), len(lines))
            work = partial(self._write, lines)
            note = partial(self._note, number=len(lines), dialog=dialog)
            self._parts.workers.run(
                work, partial(self._end, note), partial(self._fail, dialog=dialog)
            )
        else:
            dialog.open()

    def _write(self, lines: Sequence[Attendance]) -> Change:
        store = self._parts.store
        return add_attendances(store.workspace, store.author, lines, self._go_on)

    def _go_on(self, done: int) -> bool:
        if done % 50 == 0:
            self._done.emit(done)
        return not self._stop.is_set()

    def _note(self, change: Change, number: int, dialog: InviteeDialog) -> None:
        self._parts.store.note(change)
        self._tell(number, dialog)

    def _begin(self, title: str, count: int) -> None:
        self._stop.clear()
        self._sign = ProgressDialog(self._words, title, count, self._parts.window)
        self._sign.rejected.connect(self._stop.set)
        self._sign.open()

    def _end(self, receiver: Callable[[Any], object], value: Any) -> None:
        self._close_sign()
        receiver(value)

    def _fail(self, error: BaseException, dialog: InviteeDialog | None = None) -> None:
        self._close_sign()
        if dialog is not None:
            # What was corrected in it is not lost.
            dialog.open()
        if not isinstance(error, RembukError):
            raise error
        self._parts.store.refused.emit(error)

    def _close_sign(self) -> None:
        sign, self._sign = self._sign, None
        if sign is not None:
            sign.rejected.disconnect(self._stop.set)
            sign.reject()
            sign.deleteLater()

    def _show_done(self, done: int) -> None:
        if self._sign is not None:
            self._sign.show_done(done)

    def _tell(self, number: int, dialog: InviteeDialog) -> None:
        dialog.deleteLater()
        undo = (self._words("meetings.undo"), self._parts.store.undo)
        self._parts.tell(self._words("invitees.done", n=number), "info", undo)


def _read(text: str, stopped: Callable[[], bool]) -> Understood:
    return read_invitees(parse_block(text), stopped)
