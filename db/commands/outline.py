"""The outline of a meeting's points, while a command changes it."""

from collections.abc import Iterable, Sequence

from db.commands.order import place_among
from db.errors import CommandError
from db.models import PointRow
from db.queries.records import list_records
from db.recorder import Recorder
from db.records import Point
from db.rules import NumberedPoint, in_order, number_points


class Outline:
    """The points of the meeting that a point belongs to, kept in step with what is written."""

    def __init__(self, recorder: Recorder, point_id: str) -> None:
        row = recorder.session.get(PointRow, point_id)
        if row is None or row.deleted:
            raise CommandError("record_unknown", kind="points", id=point_id)
        self._recorder = recorder
        found = list_records(recorder.session, Point, meeting_id=row.meeting_id)
        self._points = {point.id: point for point in found}

    def point(self, point_id: str) -> Point:
        """Return a point as it is now."""
        if point_id not in self._points:
            raise CommandError("record_unknown", kind="points", id=point_id)
        return self._points[point_id]

    def siblings(self, parent_id: str | None) -> list[Point]:
        """Return the points below a parent, in order; a parent that is gone counts as none."""
        wanted = parent_id if parent_id in self._points else None
        return list(in_order(p for p in self._points.values() if self._parent(p) == wanted))

    def after(self, point_id: str) -> str | None:
        """Return the sibling that follows a point, None for the last."""
        ids = [point.id for point in self.siblings(self.point(point_id).parent_id)]
        return next(iter(ids[ids.index(point_id) + 1 :]), None)

    def numbered(self) -> tuple[NumberedPoint, ...]:
        """Return the points in reading order."""
        return number_points(tuple(self._points.values()))

    def roots(self, point_ids: Iterable[str]) -> list[str]:
        """Return these in reading order, without those that go along with one of them."""
        wanted = {self.point(point_id).id for point_id in point_ids}
        found: list[str] = []
        within: int | None = None
        for entry in self.numbered():
            if within is None or entry.depth <= within:
                within = entry.depth if entry.point.id in wanted else None
                found += [entry.point.id] if within is not None else []
        return found

    def with_descendants(self, ids: Sequence[str]) -> list[str]:
        """Return the ids with those of all points below them, each once, parents first."""
        found = list(dict.fromkeys(ids))
        for point_id in found:
            below = (p.id for p in self._points.values() if p.parent_id == point_id)
            found += [one for one in below if one not in found]
        return found

    def add(self, point: Point) -> None:
        """Store a new point; `place` says where it stands."""
        self._recorder.create(point)
        self._points[point.id] = point

    def place(self, point_id: str, parent_id: str | None, before_id: str | None) -> None:
        """Put a point below a parent, before a sibling or last."""
        begun = len(self._recorder.edits)
        siblings = [point for point in self.siblings(parent_id) if point.id != point_id]
        self._recorder.set("points", point_id, "parent_id", parent_id)
        place_among(self._recorder, "points", point_id, siblings, before_id)
        for edit in self._recorder.edits[begun:]:
            known = self._points[edit.record_id]
            self._points[edit.record_id] = known.model_copy(update={edit.field: edit.after})

    def _parent(self, point: Point) -> str | None:
        return point.parent_id if point.parent_id in self._points else None
