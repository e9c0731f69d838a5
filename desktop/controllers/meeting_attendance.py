"""Who attends the meeting in view: added, changed, moved and deleted."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer

from db.changes import Change
from db.commands.attendances import (
    move_attendance,
    recognise_organisation,
    set_presence,
)
from db.commands.records import delete_records
from db.overview import OrganisationLine
from db.queries.attending import is_named_elsewhere
from db.queries.meetings import known_attendances
from db.queries.organisations import list_directory
from db.queries.records import get_record, list_by_id
from db.records import Attendance
from db.similar import find_like
from db.snapshot import KnownAttendance
from desktop.controllers.base import Controller
from desktop.controllers.invitees import InviteeWishes
from desktop.controllers.meeting_part import MeetingPart
from ui.meeting.attendance_words import attendance_name
from ui.meeting.invitee_rows import InviteeMatcher
from ui.meeting.screen import MeetingsScreen
from ui.organisations.rows import organisation_name

# What is known about who may come depends on these.
_PEOPLE = ("attendances", "organisations", "meetings")


class MeetingAttendance(MeetingPart):
    """Carries out what is done at the left of the desk, and knows who may come."""

    kind = "attendances"

    def __init__(self, controller: Controller, view: MeetingsScreen) -> None:
        super().__init__(controller, view)
        self._known: tuple[KnownAttendance, ...] | None = None
        self._new: Attendance | None = None
        self._ask_later = QTimer(self, singleShot=True, interval=0)
        self._ask_later.timeout.connect(self._ask_whether_same)
        self._directory: tuple[OrganisationLine, ...] | None = None
        self._name_before = ""
        panel = view.desk.attendance
        self.store.replaced.connect(self._forget_directory)
        panel.same.agreed.connect(self._recognise)
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
        if "organisations" in change.kinds:
            self._forget_directory()
        if change.kinds & set(_PEOPLE) and origin is not self.controller:
            self.forget_known()

    def show_line(self, attendance_id: str) -> None:
        """Show one line as it is stored now."""
        line = self.store.read(list_by_id, Attendance, [attendance_id]).get(attendance_id)
        if line is not None:
            self.view.show_attendance(line)

    def show_new(self, record_id: str) -> None:
        line = self.store.read(list_by_id, Attendance, [record_id]).get(record_id)
        if line is not None:
            self._learn(line)
        shown = self.view.shown()
        if line is None or shown is None or line.meeting_id != shown.dossier.meeting.id:
            super().show_new(record_id)
        else:
            # Reading all of the meeting again would be felt between two names.
            grown = replace(shown.with_attendance(line), known=self.known(), unsaved=frozenset())
            self.view.show_meeting(grown)
        if line is not None:
            # Whoever goes on typing does not wait for it; only the last one is asked about.
            self._new = line
            self._ask_later.start()

    def _learn(self, line: Attendance) -> None:
        """Know one more: asking for all of them anew would be felt between two names."""
        name = (line.unit.casefold(), line.organisation.casefold())
        known = self.known()
        if any((one.unit.casefold(), one.organisation.casefold()) == name for one in known):
            return
        one = KnownAttendance(line.unit, line.organisation, line.organisation_id, line.sector)
        self._known = (one, *known)

    def _ask_whether_same(self) -> None:
        """Ask about an organisation that resembles one of the directory."""
        line = self._new
        if line is None or line.organisation_id or not line.organisation:
            return
        if self._directory is None:
            self._directory = self.store.read(list_directory)
        known = find_like(line.organisation, self._directory)
        if known is None and not self.store.read(is_named_elsewhere, line):
            known = find_like(line.organisation, self._said_before(line.organisation))
        if known is not None:
            self._name_before = known.name
            name = organisation_name(self.words, known)
            same = self.view.desk.attendance.same
            same.ask(line.id, line.organisation, known.id, name)

    def _said_before(self, name: str) -> list[OrganisationLine]:
        """Return organisations that attendances name and the directory does not, but this one."""
        names = dict.fromkeys(one.organisation for one in self.known() if not one.organisation_id)
        others = (one for one in names if one and one.casefold() != name.casefold())
        return [OrganisationLine("", one) for one in others]

    def _recognise(self, attendance_id: str, organisation_id: str) -> None:
        """Let an attendance have the organisation of the directory, or the name said before."""
        if organisation_id:
            self.store.run(recognise_organisation, attendance_id, organisation_id)
        else:
            self.store.edit(self.kind, attendance_id, "organisation", self._name_before)
            self.store.leave(self.kind, attendance_id, "organisation")

    def _forget_directory(self) -> None:
        self._directory = None

    def _write(self, key: str, values: dict[str, Any]) -> None:
        shown = self.view.shown()
        meeting_id = shown.dossier.meeting.id if shown else self.place.record("meetings")
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
