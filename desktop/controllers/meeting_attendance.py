"""Who attends the meeting in view: added, changed, moved and deleted."""

from functools import partial
from typing import Any

from db.changes import Change
from db.commands.attendances import move_attendance, set_presence
from db.commands.records import delete_records
from db.queries.meetings import known_attendances
from db.queries.records import get_record, list_by_id
from db.records import Attendance
from db.snapshot import KnownAttendance
from desktop.controllers.base import Controller
from desktop.controllers.invitees import InviteeWishes
from desktop.controllers.meeting_part import MeetingPart
from ui.meeting.invitee_rows import InviteeMatcher
from ui.meeting.screen import MeetingsScreen
from ui.meeting.wording import attendance_name

# What is known about who may come depends on these.
_PEOPLE = ("attendances", "organisations", "meetings")


class MeetingAttendance(MeetingPart):
    """Carries out what is done at the left of the desk, and knows who may come."""

    kind = "attendances"

    def __init__(self, controller: Controller, view: MeetingsScreen) -> None:
        super().__init__(controller, view)
        self._known: tuple[KnownAttendance, ...] | None = None
        panel = view.desk.attendance
        panel.draft_edited.connect(self._write)
        panel.draft_left.connect(self.leave_unfinished)
        panel.draft_emptied.connect(self.withdraw_unfinished)
        panel.field_edited.connect(partial(controller.edit, self.kind))
        panel.field_left.connect(partial(controller.leave, self.kind))
        panel.move_requested.connect(partial(self.store.run, move_attendance))
        panel.removal_requested.connect(self._delete)
        self._invitees = InviteeWishes(controller.parts, self)
        panel.paste_requested.connect(self._take_list)
        panel.presence_requested.connect(
            partial(self.store.run, set_presence, origin=self.controller)
        )

    def known(self) -> tuple[KnownAttendance, ...]:
        """Return who may come, offered while one types."""
        if self._known is None:
            self._known = self.store.read(known_attendances)
        return self._known

    def forget_known(self) -> None:
        """Ask anew who may come."""
        self._known = None

    def note_change(self, change: Change, origin: object) -> None:
        """Ask anew who may come, if that is other than before for others than who writes."""
        if change.kinds & set(_PEOPLE) and origin is not self.controller:
            self.forget_known()

    def show_line(self, attendance_id: str) -> None:
        """Show one line as it is stored now."""
        line = self.store.read(list_by_id, Attendance, [attendance_id]).get(attendance_id)
        if line is not None:
            self.view.show_attendance(line)

    def show_new(self, record_id: str) -> None:
        self.forget_known()
        super().show_new(record_id)

    def _write(self, key: str, values: dict[str, Any]) -> None:
        meeting_id = self.place.record("meetings")
        self.write_unfinished(
            Attendance(id=key, meeting_id=meeting_id, presence="present", **values)
        )

    def _take_list(self, text: str) -> None:
        shown = self.view.shown()
        if shown is not None:
            matcher = InviteeMatcher(self.known(), shown.dossier.attendances)
            self._invitees.take(text, shown.dossier.meeting.id, matcher)

    def _delete(self, attendance_id: str) -> None:
        line = self.store.read(get_record, Attendance, attendance_id)
        if self.store.run(delete_records, self.kind, [attendance_id]) is not None:
            name = attendance_name(self.words, line)
            self.tell_undoable("meetings.attendance.deleted", name=name)
