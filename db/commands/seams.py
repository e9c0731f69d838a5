"""Commands that make two points of one, and one of two: ids, answers and tasks stay."""

from uuid import uuid4

from sqlmodel import col, select

from db.changes import Change
from db.commands.linked import follow_ups_of, keep_linked
from db.commands.outline import Outline, ReadPlace
from db.errors import CommandError
from db.models import FollowUpRow, PointRow
from db.queries.records import as_record, get_record
from db.recorder import Recorder
from db.records import FollowUp, Point
from db.seams import divided, joined_point, joined_task, task_of
from db.workspace import Author, Workspace

_TASKS = "follow_ups"
_INHERITED = (
    "meeting_id", "parent_id", "kind", "raised_by", "raised_by_id", "commitment_id",
    "canvas_field", "visibility",
)  # fmt: skip


def split_point(workspace: Workspace, author: Author, point_id: str, at: int) -> Change:
    """Divide a point at a place in its text: what follows becomes the point behind it.

    The new point is of the same kind, speaker and part of the canvas, and what stood below goes
    along with it, so that everything is read in the order that it had. An answer, an objection
    and what else was said about it stay with the first one; a task's owner, due date and state
    hold for both. The change's record is the new point.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        outline = Outline(recorder, point_id)
        point = get_record(session, Point, point_id)
        first, second = divided(point.text, at)
        following, below = outline.after(point_id), outline.siblings(point_id)
        values = {name: getattr(point, name) for name in _INHERITED}
        new = Point(id=str(uuid4()), text=second, **values)
        recorder.set("points", point_id, "text", first)
        outline.add(new)
        outline.place(new.id, point.parent_id, following)
        for child in below:
            outline.place(child.id, new.id, None)
        for half in (point_id, new.id):
            keep_linked(recorder, "points", half)
        _share_task(recorder, point_id, new.id)
        return recorder.change("split_point", new.id)


def join_points(workspace: Workspace, author: Author, point_id: str) -> Change:
    """Put a point behind the one that is read before it; what stood below it stays in its place.

    The upper one stays and is the change's record. Raises CommandError where both say something
    else about the same (db.seams), and for the first point.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        outline = Outline(recorder, point_id)
        upper = _above(outline, point_id)
        both = [get_record(session, Point, one) for one in (upper.id, point_id)]
        for field, value in joined_point(*both).items():
            recorder.set("points", upper.id, field, value)
        _join_tasks(recorder, upper.id, point_id)
        keep_linked(recorder, "points", upper.id)
        _move_below(outline, upper, point_id)
        recorder.delete("points", point_id)
        return recorder.change("join_points", upper.id)


def _above(outline: Outline, point_id: str) -> ReadPlace:
    """Return the point that is read before another."""
    order = outline.reading_order()
    place = [entry.id for entry in order].index(outline.point(point_id).id)
    if not place:
        raise CommandError("point_first")
    return order[place - 1]


def _move_below(outline: Outline, upper: ReadPlace, point_id: str) -> None:
    """Give what stands below a point to the one above it, as the next that is read."""
    if outline.point(point_id).parent_id == upper.id:
        parent, before = upper.id, outline.after(point_id)
    elif upper.depth:
        parent, before = outline.point(upper.id).parent_id, outline.after(upper.id)
        before = outline.after(point_id) if before == point_id else before
    else:
        parent, before = upper.id, None
    for child in outline.siblings(point_id):
        outline.place(child.id, parent, before)


def _share_task(recorder: Recorder, point_id: str, new_id: str) -> None:
    tasks = [row for row in follow_ups_of(recorder, point_id) if not row.deleted]
    shared = [row for row in follow_ups_of(recorder, new_id) if not row.deleted]
    for task, other in zip(tasks[:1], shared[:1], strict=False):
        for field, value in task_of(task).items():
            recorder.set(_TASKS, other.id, field, value)


def _join_tasks(recorder: Recorder, upper_id: str, lower_id: str) -> None:
    """Let the upper point own what the lower one asked for, in one follow-up where both did."""
    upper, lower = (
        [row for row in follow_ups_of(recorder, one) if not row.deleted]
        for one in (upper_id, lower_id)
    )
    carries = recorder.session.get_one(PointRow, upper_id).carries_id
    if carries is not None and (upper or lower):
        raise CommandError("points_differ_task")
    if upper and lower:
        _unite(recorder, upper[0], lower[0])
    elif lower:
        recorder.set(_TASKS, lower[0].id, "point_id", upper_id)


def _unite(recorder: Recorder, task: FollowUpRow, other: FollowUpRow) -> None:
    joined = joined_task(as_record(task, FollowUp), as_record(other, FollowUp))
    for field, value in joined.items():
        recorder.set(_TASKS, task.id, field, value)
    for carrier in _carriers(recorder, other.id):
        recorder.set("points", carrier.id, "carries_id", task.id)
    recorder.delete(_TASKS, other.id)


def _carriers(recorder: Recorder, follow_up_id: str) -> list[PointRow]:
    """Return the points of later meetings that carry a follow-up on."""
    query = select(PointRow).where(
        PointRow.carries_id == follow_up_id, col(PointRow.deleted).is_(False)
    )
    return list(recorder.session.exec(query))
