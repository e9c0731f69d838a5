"""The points of the meeting in view: written, changed, moved and deleted."""

from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt

from db.commands.points import (
    delete_points,
    edit_points,
    indent_points,
    mark_answered,
    move_points,
    outdent_points,
)
from db.commands.records import edit_fields
from db.commands.seams import join_points, split_point
from db.queries.records import list_by_id, list_records
from db.records import FollowUp, Point
from db.seams import seam
from desktop.controllers.base import Controller
from desktop.controllers.meeting_part import MeetingPart
from ui.meeting.screen import MeetingsScreen


class MeetingPoints(MeetingPart):
    """Carries out what is done in the middle of the desk."""

    kind = "points"

    def __init__(self, controller: Controller, view: MeetingsScreen) -> None:
        super().__init__(controller, view)
        panel, points = view.desk.points, view.desk.points.list
        panel.draft_edited.connect(self._write)
        panel.draft_left.connect(self.leave_unfinished)
        panel.draft_emptied.connect(self.withdraw_unfinished)
        points.editor.field_edited.connect(controller.edit)
        points.editor.field_left.connect(controller.leave)
        points.editor.values_chosen.connect(partial(self.store.run, edit_fields))
        self._connect_commands()

    def _connect_commands(self) -> None:
        wishes, run = self.view.desk.points.list.commands, self.store.run
        wishes.move_requested.connect(partial(run, move_points))
        wishes.indent_requested.connect(partial(run, indent_points))
        wishes.outdent_requested.connect(partial(run, outdent_points))
        wishes.values_requested.connect(partial(run, edit_points))
        wishes.answered_requested.connect(partial(run, mark_answered))
        wishes.split_requested.connect(self._split)
        wishes.join_requested.connect(self._join)
        wishes.removal_requested.connect(self._delete)

    def go_to_wanted(self) -> None:
        """Give the focus to the point that somebody was led to."""
        shown, points = self.view.shown(), self.view.desk.points.list
        wanted = self.place.take("points") if shown else ""
        if shown and any(point.id == wanted for point in shown.dossier.points):
            points.set_current(wanted)
            points.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_text(self, point_id: str, text: str) -> None:
        """Show what a point says now."""
        self.view.desk.points.list.show_text(point_id, text)

    def show_new(self, record_id: str) -> None:
        # Reading 500 points again is felt between two of them.
        view = self.view.shown()
        point = self.store.read(list_by_id, Point, [record_id]).get(record_id)
        if view is None or point is None or point.meeting_id != view.dossier.meeting.id:
            super().show_new(record_id)
            return
        follow_ups = self.store.read(list_records, FollowUp, point_id=record_id)
        self.view.show_meeting(view.with_point(point, follow_ups))

    def _write(self, key: str, values: dict[str, Any]) -> None:
        self.write_unfinished(Point(id=key, meeting_id=self.place.record("meetings"), **values))

    def _delete(self, ids: list[str]) -> None:
        change = self.store.run(delete_points, ids)
        if change is not None:
            number = sum(1 for edit in change.edits if edit.kind == "points")
            self.tell_undoable("meetings.points.deleted", n=number)

    def _split(self, point_id: str, at: int) -> None:
        """Divide a point; writing goes on where the second one begins."""
        change = self.store.run(split_point, point_id, at)
        if change is not None:
            self.view.desk.points.list.edit_point(change.record_id, 0)

    def _join(self, point_id: str) -> None:
        """Put a point behind the one above; writing goes on where they meet."""
        points = self.view.desk.points.list
        rows, writing = points.point_rows(), bool(points.editor.point_id())
        above = next((a for a, b in pairwise(rows) if b.id == point_id), None)
        text = above.point.text if above is not None else ""
        change = self.store.run(join_points, point_id)
        if change is None:
            return
        points.set_current(change.record_id)
        if writing:
            points.edit_point(change.record_id, seam(text))
