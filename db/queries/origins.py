"""Where something comes from: its meeting, its point's number, the commitments it concerns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from db.queries.columns import fetch, select, table
from db.revisions import batches
from db.rules import number_points

_plans = table("plans")
_commitments = table("commitments")
_meetings = table("meetings")
_points = table("points")


@dataclass(frozen=True)
class Origin:
    """A meeting as lists name it."""

    id: str
    plan_id: str
    plan_name: str
    kind: str
    topic: str
    date: str
    time: str
    commitment_ids: tuple[str, ...]

    def as_fields(self) -> dict[str, str]:
        """Return what a line of a list says about it, by the line's own names."""
        return {
            "plan_id": self.plan_id,
            "plan_name": self.plan_name,
            "meeting_kind": self.kind,
            "meeting_topic": self.topic,
            "meeting_date": self.date,
        }


def origins(session: Session, plan_id: str | None = None) -> dict[str, Origin]:
    """Return the meetings of a plan, or of all plans, by id."""
    query = (
        select(_meetings, _plans.short_title, _plans.title)
        .join(_plans, _plans.id == _meetings.plan_id)
        .where(_meetings.deleted.is_(False), _plans.deleted.is_(False))
    )
    if plan_id is not None:
        query = query.where(_meetings.plan_id == plan_id)
    return {
        meeting.id: Origin(
            id=meeting.id,
            plan_id=meeting.plan_id,
            plan_name=short_title or title,
            kind=meeting.kind,
            topic=meeting.topic or meeting.subtitle,
            date=meeting.date,
            time=meeting.start_time,
            commitment_ids=tuple(meeting.commitment_ids),
        )
        for meeting, short_title, title in fetch(session, query)
    }


class Concerned:
    """Tells which commitments something concerns."""

    def __init__(self, session: Session) -> None:
        query = select(_commitments.id, _commitments.number, _commitments.title)
        rows = fetch(session, query.where(_commitments.deleted.is_(False)))
        self._known = {row.id: (row.number, row.title) for row in rows}

    def about(self, named: Iterable[str | None], origin: Origin) -> tuple[str, ...]:
        """Return the first commitment that is named, else all that its meeting discussed."""
        for commitment_id in named:
            if commitment_id is not None and commitment_id in self._known:
                return (commitment_id,)
        return tuple(one for one in origin.commitment_ids if one in self._known)

    def as_fields(self, about: Sequence[str]) -> dict[str, Any]:
        """Return what a line of a list says about the one commitment, if there is only one."""
        if len(about) != 1:
            return {"about": tuple(about)}
        number, title = self._known[about[0]]
        return {
            "about": tuple(about),
            "commitment_id": about[0],
            "commitment_number": number,
            "commitment_title": title,
        }


def point_numbers(session: Session, meeting_ids: Iterable[str]) -> dict[str, str]:
    """Return the numbers of all points of these meetings, whole: "3", or "3b" below it."""
    columns = (_points.id, _points.meeting_id, _points.parent_id, _points.position)
    points: dict[str, list[Any]] = {}
    for batch in batches(list(dict.fromkeys(meeting_ids))):
        query = select(*columns).where(_points.meeting_id.in_(batch), _points.deleted.is_(False))
        for row in fetch(session, query):
            points.setdefault(row.meeting_id, []).append(row)
    numbers: dict[str, str] = {}
    for found in points.values():
        above: list[str] = []
        # In reading order, so that what stands above has its number already.
        for numbered in number_points(found):
            above = [*above[: numbered.depth], numbered.number]
            numbers[numbered.point.id] = "".join(above)
    return numbers
