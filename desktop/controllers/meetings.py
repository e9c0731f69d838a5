"""The meetings screen's controller: the list of meetings, and the desk of the one in view."""

from functools import partial

from PySide6.QtCore import QTimer

from db.changes import UNFINISHED, Change
from db.commands.meetings import create_meeting
from db.commands.records import delete_records
from db.queries.commitments import list_commitments, list_plans
from db.queries.follow_ups import carried_into
from db.queries.meetings import meeting_dossier, meeting_summaries
from db.queries.records import get_record, list_by_id
from db.records import Meeting, MeetingKind, Plan
from desktop.controllers.base import TYPED, Controller
from desktop.controllers.meeting_agenda import MeetingAgenda
from desktop.controllers.meeting_attendance import MeetingAttendance
from desktop.controllers.meeting_changes import MeetingChanges
from desktop.controllers.meeting_earlier import MeetingEarlier
from desktop.controllers.meeting_papers import MeetingPapers
from desktop.controllers.meeting_points import MeetingPoints
from desktop.parts import Parts
from ui.meeting.screen import MeetingsScreen
from ui.meeting.view import MeetingView
from ui.meeting.wording import meeting_title


class MeetingsController(Controller):
    """Fills the meetings screen and carries out what is done there.

    While a meeting is in view, everything that is written notes that it came out of it.
    """

    key = "meetings"
    kinds = (
        "plans", "organisations", "commitments", "milestones", "contacts",
        "meetings", "attendances", "points", "follow_ups", "confirmations",
        "targets", "dismissals",
    )  # fmt: skip
    places = ("plans", "meetings")

    def __init__(self, parts: Parts) -> None:
        self.view = MeetingsScreen(parts.words)
        super().__init__(parts, self.view)
        self._points = MeetingPoints(self, self.view)
        self._attendance = MeetingAttendance(self, self.view)
        self._agenda = MeetingAgenda(self, self.view)
        self._earlier = MeetingEarlier(self, self.view)
        self._papers = MeetingPapers(self, self.view)
        self._changes = MeetingChanges(self, self.view)
        self._connect_screen()
        self._note_meeting()

    def refresh(self) -> None:
        meeting_id = self.place.record("meetings")
        if meeting_id and not self.store.read(list_by_id, Meeting, [meeting_id]):
            # It was deleted, or an import was taken back; there is nothing to go back to.
            self.place.show("meetings", "")
            return
        if meeting_id:
            self.view.show_meeting(self._read_view(meeting_id))
            self._agenda.show()
            self._changes.show()
            self._papers.follow()
            self._papers.renew()
            # Once the screen is in front and has put the focus where it begins.
            QTimer.singleShot(0, self, self._points.go_to_wanted)
        else:
            plan = self._plan()
            summaries = self.store.read(meeting_summaries, plan.id) if plan else ()
            self.view.show_list(summaries, plan)

    def show_echo(self, change: Change) -> None:
        """Bring along what depends on a field: the head of the window, a line of a list."""
        if change.name == UNFINISHED and not self._writes(change.record_id):
            # It could not be stored before the person went on to the next one.
            self.invalidate()
            return
        for edit in change.edits:
            if edit.kind == "points" and change.name != UNFINISHED:
                self.view.show_values(edit.record_id, {edit.field: edit.after})
            elif edit.kind == "follow_ups" and edit.field != "text":
                self._points.show_change(change)
            elif edit.kind == "attendances":
                self._attendance.show_line(edit.record_id)
            elif edit.kind == "meetings":
                self._show_meeting_edit(edit.record_id, edit.field)
        if "confirmations" in change.kinds:
            self._agenda.show()

    def _writes(self, record_id: str) -> bool:
        """Tell whether this new record is being written, or was until this moment."""
        parts = (self._points, self._attendance, self._agenda)
        leaving = any(part.is_leaving(record_id) for part in parts)
        return leaving or self.view.writes(record_id) or self._agenda.writes(record_id)

    def _read_view(self, meeting_id: str) -> MeetingView:
        dossier = self.store.read(meeting_dossier, meeting_id)
        return MeetingView(
            dossier=dossier,
            commitments=self.store.read(list_commitments, dossier.plan.id),
            known=self._attendance.known(),
            follow_ups=self.store.read(carried_into, meeting_id),
            today=self.store.workspace.now().astimezone().date().isoformat(),
            unsaved=frozenset(edit.field[1] for edit in self.store.unsaved),
        )

    def _plan(self) -> Plan | None:
        return self.plan_in_view(self.store.read(list_plans))

    def _on_changed(self, change: Change, origin: object) -> None:
        self._attendance.note_change(change, origin)
        turned = origin is self.store
        before = self._points.shown_ids() if turned else []
        typed = origin is self and change.name in TYPED
        fresh = self.place.screen == self.key and not self._stale
        if typed or not fresh or not self._points.show_change(change):
            super()._on_changed(change, origin)
        if turned and fresh and self.view.shown() is not None:
            self._points.go_to_turned(change, before)

    def invalidate(self) -> None:
        if self.place.screen != self.key:
            self._attendance.forget_known()
        super().invalidate()

    def _on_moved(self, name: str) -> None:
        self._changes.follow(name)
        if name == "plans":
            self._leave_other_plans_meeting()
        if name in ("meetings", "screen"):
            self._enter_or_leave(name)
        elif name == "points" and self.place.screen == self.key:
            QTimer.singleShot(0, self, self._points.go_to_wanted)
        super()._on_moved(name)

    def _enter_or_leave(self, name: str) -> None:
        """Store what was written in the meeting before, then write in the one in view."""
        if name == "meetings":
            self._attendance.forget_known()
            self.view.leave_meeting()
            self._agenda.leave()
        self._note_meeting()
        self._papers.follow()

    def _note_meeting(self) -> None:
        self.store.write_in_meeting(self._changes.meeting_id())

    def _leave_other_plans_meeting(self) -> None:
        found = self.store.read(list_by_id, Meeting, [self.place.record("meetings")])
        plan = self.place.record("plans")
        if plan and any(meeting.plan_id != plan for meeting in found.values()):
            self.place.show("meetings", "")

    def _connect_screen(self) -> None:
        view, side = self.view, self.view.desk.side
        show = partial(self.place.show, "meetings")
        view.meeting_requested.connect(show)
        view.creation_requested.connect(self._create)
        view.removal_requested.connect(self._delete_meeting)
        view.home_requested.connect(partial(self.place.go, "home"))
        side.details.field_edited.connect(partial(self.edit, "meetings"))
        side.details.field_left.connect(partial(self.leave, "meetings"))
        side.glance.commitment_requested.connect(self._go_to_commitment)

    def _create(self, kind: MeetingKind) -> None:
        plan = self._plan()
        change = self.store.run(create_meeting, plan.id, kind) if plan else None
        if change is not None:
            self.place.show("meetings", change.record_id)

    def _delete_meeting(self, meeting_id: str) -> None:
        meeting = self.store.read(get_record, Meeting, meeting_id)
        if self.place.record("meetings") == meeting_id:
            self.place.show("meetings", "")
        if self.store.run(delete_records, "meetings", [meeting_id]) is not None:
            self._points.tell_undoable("meetings.deleted", name=meeting_title(self.words, meeting))

    def _go_to_commitment(self, commitment_id: str) -> None:
        self.store.flush()
        self.place.go("commitments", commitments=commitment_id)

    def _show_meeting_edit(self, meeting_id: str, field: str) -> None:
        if field in ("commitment_ids", "status", "kind", "date"):
            self.invalidate()
        else:
            self.view.show_head(self.store.read(get_record, Meeting, meeting_id))
