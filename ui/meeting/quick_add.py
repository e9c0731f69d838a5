"""The field that takes one attendee after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QCompleter, QWidget

from db.text import clean
from resources.words import Words
from ui.common.line_edit import LineEdit
from ui.common.suggestions import suggest
from ui.meeting.invitees import KnownNames, offers, read_line

if TYPE_CHECKING:
    from db.snapshot import KnownAttendance

_COMING_BACK = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class QuickAdd(LineEdit):
    """`unit, organisation`, stored while it is typed; Enter only goes on to the next.

    Attributes:
        draft_id: the attendance that is being written, "" for none.

    Signals:
        draft_edited(id, fields): what is written, understood as an attendance.
        draft_left(id): it is done.
        draft_emptied(id): the text was taken away again.
        list_pasted(str): several lines were pasted, which are a list.
        list_wanted(): Down was pressed where nothing is offered to choose from.
    """

    draft_edited = Signal(str, object)
    draft_left = Signal(str)
    draft_emptied = Signal(str)
    list_pasted = Signal(str)
    list_wanted = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        name = words("meetings.attendance.add_name")
        super().__init__(name, words("meetings.attendance.add"), parent=parent)
        self.setAccessibleDescription(words("meetings.attendance.add_hint"))
        self.draft_id = ""
        self._known = KnownNames()
        self._completer = suggest(self, [])
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._choose, Qt.ConnectionType.QueuedConnection)
        self.edited.connect(self._take)
        self.returnPressed.connect(self.finish)

    def set_known(self, known: tuple[KnownAttendance, ...]) -> None:
        """Offer and recognise these."""
        if known is not self._known.source:
            self._known = KnownNames(known)

    def finish(self) -> None:
        """Store who stands here and be ready for the next."""
        done = self.draft_id
        self.forget()
        if done:
            self.draft_left.emit(done)

    def forget(self) -> None:
        """Let go of the attendance that was being written; it is stored, or was taken back."""
        self.draft_id = ""
        self.reset("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Who only looks something up in another window goes on typing afterwards.
        if event.reason() not in _COMING_BACK:
            self.finish()

    def paste_list(self) -> bool:
        """Tell of several lines on the clipboard; False where it is one, or none."""
        text = clean(QApplication.clipboard().text())
        if "\n" not in text.strip():
            return False
        self.list_pasted.emit(text)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pastes = event.matches(QKeySequence.StandardKey.Paste)
        if pastes and not self.isReadOnly() and self.paste_list():
            event.accept()
            return
        popup = self._completer.popup()
        if event.key() == Qt.Key.Key_Down and not event.modifiers() and not popup.isVisible():
            self.list_wanted.emit()
            event.accept()
            return
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enters or not popup.isVisible():
            super().keyPressEvent(event)
            return
        # The first Enter counts, for what is marked in the list or else for what was typed.
        marked = popup.currentIndex()
        popup.hide()
        if marked.isValid():
            self._take(str(marked.data()))
        self.finish()
        event.accept()

    def _take(self, text: str) -> None:
        self._completer.model().setStringList(offers(text, self._known))  # type: ignore[attr-defined]
        if text.strip(" ,"):
            self.draft_id = self.draft_id or str(uuid4())
            self.draft_edited.emit(self.draft_id, read_line(text, self._known))
        elif self.draft_id:
            emptied, self.draft_id = self.draft_id, ""
            self.draft_emptied.emit(emptied)

    def _choose(self, text: str) -> None:
        if self.hasFocus() and text:
            self._take(text)
            self.finish()
