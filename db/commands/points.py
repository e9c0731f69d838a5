"""Commands on the points of a meeting, one or several: their place, their marks, their end."""

from collections.abc import Sequence
from typing import Any

from db.changes import Change
from db.commands.linked import POINT_FIELDS, follow_ups_of, keep_linked
from db.commands.outline import Outline
from db.errors import CommandError
from db.queries.records import get_record
from db.recorder import Recorder
from db.records import Point
from db.workspace import Author, Workspace


def move_points(
    workspace: Workspace,
    author: Author,
    point_ids: Sequence[str],
    parent_id: str | None,
    before_id: str | None,
) -> Change:
    """Place points below a parent (None: at the top), before a sibling (None: last).

    They keep their order; what stands below one of them goes along.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        outline = Outline(recorder, point_ids[0])
        moved = outline.roots(point_ids)
        if parent_id is not None and parent_id in outline.with_descendants(moved):
            raise CommandError("point_below_itself", id=moved[0])
        while before_id is not None and before_id in moved:
            before_id = outline.after(before_id)
        for point_id in moved:
            outline.place(point_id, parent_id, before_id)
        return recorder.change("move_record", moved[0])


def indent_points(workspace: Workspace, author: Author, point_ids: Sequence[str]) -> Change:
    """Make each the last one below the sibling before it; what was below it goes along.

    Points have two levels, so its own sub-points become its siblings there.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        outline = Outline(recorder, point_ids[0])
        for point_id in outline.roots(point_ids):
            siblings = [point.id for point in outline.siblings(outline.point(point_id).parent_id)]
            place = siblings.index(point_id)
            below = [child.id for child in outline.siblings(point_id)] if place else []
            for moved in [point_id, *below] if place else []:
                outline.place(moved, siblings[place - 1], None)
        return recorder.change("indent_point", point_ids[0])


def outdent_points(workspace: Workspace, author: Author, point_ids: Sequence[str]) -> Change:
    """Move sub-points up a level, behind their parent; what followed them goes below them."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        outline = Outline(recorder, point_ids[0])
        for point_id in outline.roots(point_ids):
            _outdent(outline, point_id)
        return recorder.change("outdent_point", point_ids[0])


def edit_points(
    workspace: Workspace, author: Author, point_ids: Sequence[str], values: dict[str, Any]
) -> Change:
    """Set the same fields of several points, such as their kind, in one step."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        for point_id in point_ids:
            for field, value in values.items():
                recorder.set("points", point_id, field, value)
            if not set(POINT_FIELDS).isdisjoint(values):
                keep_linked(recorder, "points", point_id)
        return recorder.change("edit_fields", next(iter(point_ids), ""))


def mark_answered(
    workspace: Workspace, author: Author, point_ids: Sequence[str], answered: bool
) -> Change:
    """Note that the questions among these points were answered today, or that they were not."""
    today = workspace.now().astimezone().date().isoformat()
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        for point_id in point_ids:
            point = get_record(session, Point, point_id)
            if point.kind == "question" and bool(point.answered_on) != answered:
                recorder.set("points", point.id, "answered_on", today if answered else "")
        return recorder.change("mark_answered", point_ids[0])


def delete_points(workspace: Workspace, author: Author, point_ids: Sequence[str]) -> Change:
    """Delete points with what stands below them and the follow-ups that they own."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        found = Outline(recorder, point_ids[0]).with_descendants(point_ids) if point_ids else []
        for point_id in found:
            for row in follow_ups_of(recorder, point_id):
                if not row.deleted:
                    recorder.delete("follow_ups", row.id)
            recorder.delete("points", point_id)
        return recorder.change("delete_record", point_ids[0] if point_ids else "")


def _outdent(outline: Outline, point_id: str) -> None:
    above = outline.point(point_id).parent_id
    if above is None or not outline.has(above):
        return
    siblings = [point.id for point in outline.siblings(above)]
    outline.place(point_id, outline.point(above).parent_id, outline.after(above))
    for later in siblings[siblings.index(point_id) + 1 :]:
        outline.place(later, point_id, None)
