"""What the controllers of the desk's columns have in common."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from db.records import Record
from desktop.controllers.base import Controller
from ui.meeting.screen import MeetingsScreen


class MeetingPart(QObject):
    """Carries out what is done with one kind of record of the meeting in view.

    It writes in the name of the screen's controller, which so knows its own echo.

    Attributes:
        kind: the list that the records are of.
    """

    kind: str = ""

    def __init__(self, controller: Controller, view: MeetingsScreen) -> None:
        super().__init__(controller)
        self.controller = controller
        self.view = view
        self.words = controller.words
        self.store = controller.store
        self.place = controller.place
        # The unfinished record whose last letters are being stored because it is done.
        self._leaving = ""

    def is_leaving(self, record_id: str) -> bool:
        """Tell whether this record's last letters are being stored because it is done."""
        return bool(record_id) and record_id == self._leaving

    def write_unfinished(self, record: Record, task: Mapping[str, Any] | None = None) -> None:
        """Store a new record while it is typed, and fields of the follow-up that it owns."""
        self.store.write_unfinished(record, origin=self.controller, task=task)

    def leave_unfinished(self, record_id: str) -> None:
        """End the typing of a new record."""
        self._leaving = record_id
        self.store.leave_unfinished(self.kind, record_id)
        self._leaving = ""
        self.show_new(record_id)

    def withdraw_unfinished(self, record_id: str) -> None:
        """Take a new record back that was emptied again."""
        self.store.withdraw_unfinished(self.kind, record_id)

    def show_new(self, record_id: str) -> None:
        """Bring the desk up to date with a record that was just written."""
        self.controller.invalidate()

    def tell_undoable(self, key: str, **values: Any) -> None:
        """Tell that something is gone, with the button that brings it back."""
        undo = (self.words("meetings.undo"), self.store.undo)
        self.controller.parts.tell(self.words(key, **values), "info", undo)
