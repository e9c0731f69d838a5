"""The points of the meeting in view: written, changed, moved and deleted."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer

from db.catalogue import KIND_OF_RECORD
from db.changes import Change, Edit
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
from db.fields import DELETED
from db.queries.records import list_by_id, list_records
from db.records import FollowUp, Point, Record
from db.seams import seam
from db.snapshot import MeetingDossier
from desktop.controllers.base import Controller
from desktop.controllers.meeting_part import MeetingPart
from desktop.controllers.past import show_past
from ui.meeting.screen import MeetingsScreen

_TASK_FIELDS = ("owner", "owner_id", "due")
_TEXTS = ("text", "raised_by", "reason", "objection")

R = TypeVar("R", bound=Record)


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
        wishes.history_requested.connect(self._ask_for_past)

    def go_to_wanted(self) -> None:
        """Give the focus to the point that somebody was led to."""
        shown, points = self.view.shown(), self.view.desk.points.list
        wanted = self.place.take("points") if shown else ""
        if shown and any(point.id == wanted for point in shown.dossier.points):
            points.set_current(wanted)
            points.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_change(self, change: Change) -> bool:
        """Show changed points, reading nothing else; False where more follows from them.

        Reading 500 points again is felt between two of them.
        """
        view = self.view.shown()
        if view is None or not change.kinds <= {"points", "follow_ups"}:
            return False
        points = self._read(Point, change) | self._read_unfinished()
        tasks = self._read(FollowUp, change)
        if not _is_within(view.dossier, points, tasks):
            return False
        unsaved = frozenset(edit.field[1] for edit in self.store.unsaved)
        self.view.show_points(view.with_records(points, tasks, unsaved))
        return True

    def shown_ids(self) -> list[str]:
        """Return the points that are shown, in order."""
        return [row.id for row in self.view.desk.points.list.point_rows()]

    def go_to_turned(self, change: Change, before: Sequence[str]) -> None:
        """Show the first point that an undo or redo was about, or its place if it is gone.

        `before` are the ids of the points that were shown. What is edited stays open only if
        it is that point.
        """
        points, now = self.view.desk.points.list, self.shown_ids()
        ids = [edit.record_id for edit in change.edits if edit.kind == "points"]
        wanted = next((key for key in ids if key in now), "")
        gone = next((before.index(key) for key in ids if key in before), -1)
        if not wanted and gone >= 0 and now:
            wanted = now[min(gone, len(now) - 1)]
        if wanted and points.editor.point_id() not in ids:
            points.editing.end()
            points.set_current(wanted)

    def show_new(self, record_id: str) -> None:
        created = Edit("points", record_id, DELETED, True, False, "")
        tasks = self.store.read(list_records, FollowUp, point_id=record_id)
        edits = (Edit("follow_ups", task.id, DELETED, True, False, "") for task in tasks)
        if not self.show_change(Change("", (created, *edits))):
            super().show_new(record_id)

    def _read(self, record: type[R], change: Change) -> dict[str, R | None]:
        """Return the records of a list that a change touched, None for what is gone."""
        kind = KIND_OF_RECORD[record]
        ids = [edit.record_id for edit in change.edits if edit.kind == kind]
        found = self.store.read(list_by_id, record, ids)
        return {one: found.get(one) for one in ids}

    def _read_unfinished(self) -> dict[str, Point | None]:
        """Return the point that is being written, which the field below would else let go."""
        draft = self.view.desk.points.composer.draft_id
        return dict(self.store.read(list_by_id, Point, [draft] if draft else []))

    def _write(self, key: str, values: dict[str, Any]) -> None:
        task = {name: values[name] for name in _TASK_FIELDS if name in values}
        said = {name: value for name, value in values.items() if name not in _TASK_FIELDS}
        # What is told on leaving belongs to the meeting that is left, wherever one goes.
        shown = self.view.shown()
        meeting_id = shown.dossier.meeting.id if shown else self.place.record("meetings")
        point = Point(id=key, meeting_id=meeting_id, **said)
        self.write_unfinished(point, task or None)

    def _delete(self, ids: list[str]) -> None:
        change = self.store.run(delete_points, ids)
        if change is not None:
            number = sum(1 for edit in change.edits if edit.kind == "points")
            self.tell_undoable("meetings.points.deleted", n=number)

    def _ask_for_past(self, point_id: str) -> None:
        # Only when the menu has gone: a dialog over it would not get the keys.
        QTimer.singleShot(0, self, partial(self._show_past, point_id))

    def _show_past(self, point_id: str) -> None:
        rows = self.view.desk.points.list.point_rows()
        number = next((row.number for row in rows if row.id == point_id), "")
        places = [("points", point_id, field) for field in _TEXTS]
        show_past(self.controller.parts, self.words("points.one", number=number), places)

    def _split(self, point_id: str, at: int) -> None:
        """Divide a point; writing goes on where the second one begins."""
        change = self.store.run(split_point, point_id, at)
        if change is not None:
            self.view.desk.points.list.editing.begin(change.record_id, 0)

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
            points.editing.begin(change.record_id, seam(text))


def _is_within(
    dossier: MeetingDossier,
    points: Mapping[str, Point | None],
    tasks: Mapping[str, FollowUp | None],
) -> bool:
    """Tell whether these records of a meeting concern nothing but its points.

    What is carried on from earlier meetings follows from points, too; what is gone may be theirs.
    """
    found = [one for one in (*points.values(), *tasks.values()) if one is not None]
    known = {one.id: one for one in (*dossier.points, *dossier.follow_ups)}
    gone = {key for key, one in (*points.items(), *tasks.items()) if one is None}
    before = (known[key] for key in (*points, *tasks) if key in known)
    carrying = any(isinstance(one, Point) and one.carries_id for one in (*found, *before))
    here = all(one.meeting_id == dossier.meeting.id for one in found)
    return here and not carrying and gone <= known.keys()
