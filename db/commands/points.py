"""Commands on the points of a meeting: their place in the outline, and what they own."""

from collections.abc import Sequence

from db.changes import Change
from db.commands.linked import follow_ups_of
from db.commands.order import place_among
from db.errors import CommandError
from db.models import PointRow
from db.queries.records import list_records
from db.recorder import Recorder
from db.records import Point
from db.rules import in_order
from db.workspace import Author, Workspace


def move_point(
    workspace: Workspace,
    author: Author,
    point_id: str,
    parent_id: str | None,
    before_id: str | None,
) -> Change:
    """Place a point below a parent (None: at the top), before a sibling (None: last)."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        points = _points(recorder, point_id)
        if parent_id is not None and parent_id in _with_descendants(points, [point_id]):
            raise CommandError("point_below_itself", id=point_id)
        _place(recorder, points, point_id, parent_id, before_id)
        return recorder.change("move_record", point_id)


def indent_point(workspace: Workspace, author: Author, point_id: str) -> Change:
    """Make a point the last one below the sibling before it; what was below it goes along.

    Points have two levels, so its own sub-points become its siblings there.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        points = _points(recorder, point_id)
        siblings = _siblings(points, _find(points, point_id).parent_id)
        place = [point.id for point in siblings].index(point_id)
        if place:
            parent_id = siblings[place - 1].id
            for moved in [point_id, *(child.id for child in _siblings(points, point_id))]:
                _place(recorder, _points(recorder, point_id), moved, parent_id, None)
        return recorder.change("indent_point", point_id)


def outdent_point(workspace: Workspace, author: Author, point_id: str) -> Change:
    """Move a sub-point up a level, behind its parent; what followed it goes below it."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        points = _points(recorder, point_id)
        parent_id = _find(points, point_id).parent_id
        parent = next((point for point in points if point.id == parent_id), None)
        if parent is not None:
            siblings = [point.id for point in _siblings(points, parent.id)]
            uncles = [point.id for point in _siblings(points, parent.parent_id)]
            following = uncles[uncles.index(parent.id) + 1 :]
            _place(recorder, points, point_id, parent.parent_id, next(iter(following), None))
            for later in siblings[siblings.index(point_id) + 1 :]:
                _place(recorder, _points(recorder, point_id), later, point_id, None)
        return recorder.change("outdent_point", point_id)


def delete_points(workspace: Workspace, author: Author, point_ids: Sequence[str]) -> Change:
    """Delete points with what stands below them and the follow-ups that they own."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        points = _points(recorder, point_ids[0]) if point_ids else ()
        for point_id in _with_descendants(points, point_ids):
            for row in follow_ups_of(recorder, point_id):
                if not row.deleted:
                    recorder.delete("follow_ups", row.id)
            recorder.delete("points", point_id)
        return recorder.change("delete_record", point_ids[0] if point_ids else "")


def _points(recorder: Recorder, point_id: str) -> tuple[Point, ...]:
    """Return the points of the meeting that a point belongs to, in order."""
    row = recorder.session.get(PointRow, point_id)
    if row is None or row.deleted:
        raise CommandError("record_unknown", kind="points", id=point_id)
    return in_order(list_records(recorder.session, Point, meeting_id=row.meeting_id))


def _find(points: Sequence[Point], point_id: str) -> Point:
    return next(point for point in points if point.id == point_id)


def _siblings(points: Sequence[Point], parent_id: str | None) -> list[Point]:
    """Return the points below a parent; a parent that is gone counts as none."""
    known = {point.id for point in points}
    wanted = parent_id if parent_id in known else None
    return [p for p in points if (p.parent_id if p.parent_id in known else None) == wanted]


def _place(
    recorder: Recorder,
    points: Sequence[Point],
    point_id: str,
    parent_id: str | None,
    before_id: str | None,
) -> None:
    siblings = [point for point in _siblings(points, parent_id) if point.id != point_id]
    recorder.set("points", point_id, "parent_id", parent_id)
    place_among(recorder, "points", point_id, siblings, before_id)


def _with_descendants(points: Sequence[Point], ids: Sequence[str]) -> list[str]:
    """Return the ids with those of all points below them, each once, parents first."""
    found = list(dict.fromkeys(ids))
    for point_id in found:
        found += [p.id for p in points if p.parent_id == point_id and p.id not in found]
    return found
