"""The meetings screen's controller: the list of meetings, and the desk of the one in view."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer

from db.changes import UNFINISHED, Change
from db.commands.attendances import move_attendance
from db.commands.meetings import create_meeting
from db.commands.points import delete_points, indent_point, move_point, outdent_point
from db.commands.records import delete_records, edit_fields
from db.queries.commitments import list_commitments, list_plans
from db.queries.meetings import (
    known_attendances,
    meeting_dossier,
    meeting_summaries,
    open_follow_ups,
)
from db.queries.records import get_record, list_by_id, list_records
from db.records import Attendance, FollowUp, Meeting, MeetingKind, Plan, Point
from db.snapshot import KnownAttendance
from desktop.controllers.base import Controller
from desktop.parts import Parts
from ui.meeting.screen import MeetingsScreen
from ui.meeting.view import MeetingView
from ui.meeting.wording import attendance_name, meeting_name

# What is known about who may come depends on these.
_PEOPLE = ("attendances", "organisations", "meetings")


class MeetingsController(Controller):
    """Fills the meetings screen and carries out what is done there.

    While a meeting is in view, everything that is written notes that it came out of it.
    """

    key = "meetings"
    kinds = (
        "plans", "organisations", "commitments", "milestones", "contacts",
        "meetings", "attendances", "points", "follow_ups",
    )  # fmt: skip
    places = ("plans", "meetings")

    def __init__(self, parts: Parts) -> None:
        self.view = MeetingsScreen(parts.words)
        super().__init__(parts, self.view)
        self._known: tuple[KnownAttendance, ...] | None = None
        # The unfinished record whose last letters are being stored because it is done.
        self._leaving = ""
        self._connect_screen()
        self._connect_attendance()
        self._connect_points()
        self._note_meeting()

    def refresh(self) -> None:
        meeting_id = self.place.record("meetings")
        if meeting_id and not self.store.read(list_by_id, Meeting, [meeting_id]):
            # It was deleted, or an import was taken back; there is nothing to go back to.
            self.place.show("meetings", "")
            return
        if meeting_id:
            self.view.show_meeting(self._read_view(meeting_id))
            # Once the screen is in front and has put the focus where it begins.
            QTimer.singleShot(0, self, self._go_to_point)
        else:
            plan = self._plan()
            summaries = self.store.read(meeting_summaries, plan.id) if plan else ()
            self.view.show_list(summaries, plan)

    def show_echo(self, change: Change) -> None:
        """Bring along what depends on a field: the head of the window, a line of a list."""
        written = self.view.writes(change.record_id) or change.record_id == self._leaving
        if change.name == UNFINISHED and not written:
            # It could not be stored before the person went on to the next one.
            self.invalidate()
            return
        for edit in change.edits:
            if edit.kind == "points" and edit.field == "text":
                self.view.desk.points.list.show_text(edit.record_id, edit.after)
            elif edit.kind == "attendances":
                self._show_line(edit.record_id)
            elif edit.kind == "meetings":
                self._show_meeting_edit(edit.record_id, edit.field)

    def _read_view(self, meeting_id: str) -> MeetingView:
        dossier = self.store.read(meeting_dossier, meeting_id)
        if self._known is None:
            self._known = self.store.read(known_attendances)
        discussed = dossier.meeting.commitment_ids
        return MeetingView(
            dossier=dossier,
            commitments=self.store.read(list_commitments, dossier.plan.id),
            known=self._known,
            follow_ups=self.store.read(open_follow_ups, discussed, without=meeting_id),
            today=self.store.workspace.now().astimezone().date().isoformat(),
            unsaved=frozenset(edit.field[1] for edit in self.store.unsaved),
        )

    def _plan(self) -> Plan | None:
        """Return the plan in view, else the latest."""
        plans = self.store.read(list_plans)
        wanted = self.place.record("plans")
        return next((plan for plan in plans if plan.id == wanted), plans[0] if plans else None)

    def _on_changed(self, change: Change, origin: object) -> None:
        if change.kinds & set(_PEOPLE) and origin is not self:
            self._known = None
        super()._on_changed(change, origin)

    def invalidate(self) -> None:
        if self.place.screen != self.key:
            self._known = None
        super().invalidate()

    def _on_moved(self, name: str) -> None:
        if name == "plans":
            self._leave_other_plans_meeting()
        if name in ("meetings", "screen"):
            self._enter_or_leave(name)
        elif name == "points" and self.place.screen == self.key:
            QTimer.singleShot(0, self, self._go_to_point)
        super()._on_moved(name)

    def _go_to_point(self) -> None:
        """Give the focus to the point that somebody was led to."""
        shown, points = self.view.shown(), self.view.desk.points.list
        wanted = self.place.take("points") if shown else ""
        if shown and any(point.id == wanted for point in shown.dossier.points):
            points.set_current(wanted)
            points.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_or_leave(self, name: str) -> None:
        """Store what was written in the meeting before, then write in the one in view."""
        if name == "meetings":
            self._known = None
            self.view.leave_meeting()
        self._note_meeting()

    def _note_meeting(self) -> None:
        here = self.place.screen == self.key
        self.store.write_in_meeting((self.place.record("meetings") or None) if here else None)

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
        view.minutes_requested.connect(self._go_to_minutes)
        view.home_requested.connect(partial(self.place.go, "home"))
        side.details.field_edited.connect(partial(self.edit, "meetings"))
        side.details.field_left.connect(partial(self.leave, "meetings"))
        side.glance.commitment_requested.connect(self._go_to_commitment)
        side.glance.follow_up_requested.connect(show)

    def _connect_attendance(self) -> None:
        panel = self.view.desk.attendance
        panel.draft_edited.connect(self._draft_attendance)
        panel.draft_left.connect(partial(self._leave_unfinished, "attendances"))
        panel.draft_emptied.connect(partial(self.store.withdraw_unfinished, "attendances"))
        panel.field_edited.connect(partial(self.edit, "attendances"))
        panel.field_left.connect(partial(self.leave, "attendances"))
        panel.move_requested.connect(partial(self.store.run, move_attendance))
        panel.removal_requested.connect(self._delete_attendance)

    def _connect_points(self) -> None:
        panel = self.view.desk.points
        panel.draft_edited.connect(self._draft_point)
        panel.draft_left.connect(partial(self._leave_unfinished, "points"))
        panel.draft_emptied.connect(partial(self.store.withdraw_unfinished, "points"))
        panel.list.editor.field_edited.connect(self.edit)
        panel.list.editor.field_left.connect(self.leave)
        panel.list.editor.values_chosen.connect(partial(self.store.run, edit_fields))
        panel.list.move_requested.connect(partial(self.store.run, move_point))
        panel.list.indent_requested.connect(partial(self.store.run, indent_point))
        panel.list.outdent_requested.connect(partial(self.store.run, outdent_point))
        panel.list.removal_requested.connect(self._delete_points)

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
            self._tell("meetings.deleted", name=meeting_name(self.words, meeting))

    def _go_to_commitment(self, commitment_id: str) -> None:
        self.store.flush()
        self.place.go("commitments", commitments=commitment_id)

    def _go_to_minutes(self) -> None:
        self.store.flush()
        self.place.go("documents", meetings=self.place.record("meetings"))

    def _draft_attendance(self, key: str, values: dict[str, Any]) -> None:
        meeting_id = self.place.record("meetings")
        line = Attendance(id=key, meeting_id=meeting_id, presence="present", **values)
        self.store.write_unfinished(line, origin=self)

    def _draft_point(self, key: str, values: dict[str, Any]) -> None:
        self.store.write_unfinished(
            Point(id=key, meeting_id=self.place.record("meetings"), **values), origin=self
        )

    def _leave_unfinished(self, kind: str, key: str) -> None:
        self._leaving = key
        self.store.leave_unfinished(kind, key)
        self._leaving = ""
        if kind == "attendances":
            self._known = None
        elif self._show_new_point(key):
            return
        self.invalidate()

    def _show_new_point(self, key: str) -> bool:
        """Add a point to those that are shown: reading 500 again is felt between two of them."""
        view = self.view.shown()
        point = self.store.read(list_by_id, Point, [key]).get(key)
        if view is None or point is None or point.meeting_id != view.dossier.meeting.id:
            return False
        follow_ups = self.store.read(list_records, FollowUp, point_id=key)
        self.view.show_meeting(view.with_point(point, follow_ups))
        return True

    def _delete_attendance(self, attendance_id: str) -> None:
        line = self.store.read(get_record, Attendance, attendance_id)
        if self.store.run(delete_records, "attendances", [attendance_id]) is not None:
            self._tell("meetings.attendance.deleted", name=attendance_name(self.words, line))

    def _delete_points(self, ids: list[str]) -> None:
        change = self.store.run(delete_points, ids)
        if change is not None:
            number = sum(1 for edit in change.edits if edit.kind == "points")
            self._tell("meetings.points.deleted", n=number)

    def _tell(self, key: str, **values: Any) -> None:
        undo = (self.words("meetings.undo"), self.store.undo)
        self.parts.tell(self.words(key, **values), "info", undo)

    def _show_line(self, attendance_id: str) -> None:
        line = self.store.read(list_by_id, Attendance, [attendance_id]).get(attendance_id)
        if line is not None:
            self.view.desk.show_attendance(line)

    def _show_meeting_edit(self, meeting_id: str, field: str) -> None:
        if field in ("commitment_ids", "status", "kind"):
            self.invalidate()
        else:
            self.view.show_head(self.store.read(get_record, Meeting, meeting_id))
