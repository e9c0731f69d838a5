"""The outline of a meeting's points, while a command changes it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.commands.order import place_among
from db.errors import CommandError
from db.queries.columns import fetch, select, table
from db.queries.records import get_record
from db.recorder import Recorder
from db.records import Point
from db.rules import in_order, number_points

_points = table("points")


@dataclass(frozen=True)
class Placed:
    """Where a point stands, and nothing else: whole points are slow to read by the hundred."""

    id: str
    parent_id: str | None
    position: float | None


@dataclass(frozen=True)
class ReadPlace:
    """A point's id with how deep it stands, in reading order."""

    id: str
    depth: int


class Outline:
    """The points of the meeting that a point belongs to, kept in step with what is written."""

    def __init__(self, recorder: Recorder, point_id: str) -> None:
        meeting_id = get_record(recorder.session, Point, point_id).meeting_id
        self._recorder = recorder
        columns = (_points.id, _points.parent_id, _points.position)
        alive = select(*columns).where(_points.meeting_id == meeting_id, _points.deleted.is_(False))
        self._points = {row.id: Placed(*row) for row in fetch(recorder.session, alive)}

    def point(self, point_id: str) -> Placed:
        """Return where a point stands now."""
        if point_id not in self._points:
            raise CommandError("record_unknown", kind="points", id=point_id)
        return self._points[point_id]

    def has(self, point_id: str) -> bool:
        """Tell whether a point is there."""
        return point_id in self._points

    def siblings(self, parent_id: str | None) -> list[Placed]:
        """Return the points below a parent, in order; a parent that is gone counts as none."""
        wanted = parent_id if parent_id in self._points else None
        return list(in_order(p for p in self._points.values() if self._parent(p) == wanted))

    def after(self, point_id: str) -> str | None:
        """Return the sibling that follows a point, None for the last."""
        ids = [point.id for point in self.siblings(self.point(point_id).parent_id)]
        return next(iter(ids[ids.index(point_id) + 1 :]), None)

    def reading_order(self) -> list[ReadPlace]:
        """Return the points in the order in which they are read."""
        placed: list[Any] = list(self._points.values())
        return [ReadPlace(entry.point.id, entry.depth) for entry in number_points(placed)]

    def roots(self, point_ids: Iterable[str]) -> list[str]:
        """Return these in reading order, without those that go along with one of them."""
        wanted = {self.point(point_id).id for point_id in point_ids}
        found: list[str] = []
        within: int | None = None
        for entry in self.reading_order():
            if within is None or entry.depth <= within:
                within = entry.depth if entry.id in wanted else None
                found += [entry.id] if within is not None else []
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
        self._points[point.id] = Placed(point.id, point.parent_id, point.position)

    def place(self, point_id: str, parent_id: str | None, before_id: str | None) -> None:
        """Put a point below a parent, before a sibling or last."""
        begun = len(self._recorder.edits)
        siblings = [point for point in self.siblings(parent_id) if point.id != point_id]
        self._recorder.set("points", point_id, "parent_id", parent_id)
        place_among(self._recorder, "points", point_id, siblings, before_id)
        for edit in self._recorder.edits[begun:]:
            known = self._points[edit.record_id]
            self._points[edit.record_id] = replace(known, **{edit.field: edit.after})

    def _parent(self, point: Placed) -> str | None:
        return point.parent_id if point.parent_id in self._points else None
