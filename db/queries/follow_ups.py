"""Follow-ups across meetings: what must happen, who does it until when, and where it began."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import and_, case, func
from sqlmodel import Session

from db.following import OPEN, CarriedFollowUp, EarlierFollowUp, FollowUpCount, FollowUpLine
from db.queries.columns import fetch, select, table
from db.queries.numbering import point_numbers
from db.queries.organisations import list_directory
from db.queries.origins import Concerned, Origin, origins
from db.queries.records import get_record, list_records
from db.records import Meeting, Point
from db.revisions import batches
from db.rules import in_order

_follow_ups = table("follow_ups")
_points = table("points")
_meetings = table("meetings")

# So many ids can be named in one question.
_FEW = 200

_COLUMNS = (
    _follow_ups.id, _follow_ups.text, _follow_ups.meeting_id, _follow_ups.owner,
    _follow_ups.owner_id, _follow_ups.due, _follow_ups.status, _follow_ups.closed_on,
    _follow_ups.point_id, _follow_ups.commitment_id,
    _points.commitment_id.label("point_commitment_id"), _points.kind.label("point_kind"),
)  # fmt: skip


def list_follow_ups(
    session: Session, plan_id: str | None = None, ids: Iterable[str] | None = None
) -> tuple[FollowUpLine, ...]:
    """Return the follow-ups of a plan, or of all plans, as their meetings and points come.

    With `ids` only those of them, for bringing a few lines of a list up to date.
    """
    if ids is None:
        rows = fetch(session, _query())
    else:
        rows = [
            row
            for batch in batches(ids)
            for row in fetch(session, _query().where(_follow_ups.id.in_(batch)))
        ]
    return _lines(session, rows, origins(session, plan_id))


def carried_into(session: Session, meeting_id: str) -> tuple[EarlierFollowUp, ...]:
    """Return what earlier meetings left open on a meeting's commitments, the earliest due first.

    A meeting without a date may have been earlier. Those that a point of the meeting carries
    on already are among them. Raises CommandError for an unknown meeting.
    """
    held = origins(session, get_record(session, Meeting, meeting_id).plan_id)
    found = held[meeting_id]
    earlier = {key: one for key, one in held.items() if _may_precede(one, found)}
    waiting = fetch(session, _query().where(_follow_ups.status.in_(OPEN)))
    concerned = Concerned(session)
    rows = [
        row
        for row in waiting
        if row.meeting_id in earlier
        and not set(found.commitment_ids).isdisjoint(
            _about(concerned, row, earlier[row.meeting_id])
        )
    ]
    carriers = {point.carries_id: point.id for point in _carriers(session, meeting_id)}
    lines = _lines(session, rows, earlier, concerned)
    return tuple(
        EarlierFollowUp(line, carriers.get(line.id, "")) for line in sorted(lines, key=by_due)
    )


def list_carried(session: Session, meeting_id: str) -> tuple[CarriedFollowUp, ...]:
    """Return the earlier follow-ups that a meeting carries on, in the order of its points."""
    carriers = _carriers(session, meeting_id)
    wanted = [point.carries_id for point in carriers if point.carries_id]
    rows = fetch(session, _query().where(_follow_ups.id.in_(wanted)))
    lines = {line.id: line for line in _lines(session, rows, origins(session))}
    return tuple(
        CarriedFollowUp(point.id, lines[point.carries_id])
        for point in carriers
        if point.carries_id in lines
    )


def count_follow_ups(session: Session, plan_id: str | None, today: str) -> FollowUpCount:
    """Return how many follow-ups of a plan, or of all plans, wait, are overdue, or are closed."""
    overdue = and_(_follow_ups.due != "", _follow_ups.due < today)
    query = (
        select(_follow_ups.status, func.count(), func.sum(case((overdue, 1), else_=0)))
        .join(_meetings, _meetings.id == _follow_ups.meeting_id)
        .where(_follow_ups.deleted.is_(False), _meetings.deleted.is_(False))
        .group_by(_follow_ups.status)
    )
    if plan_id is not None:
        query = query.where(_meetings.plan_id == plan_id)
    counts = {status: (number, late) for status, number, late in fetch(session, query)}
    waiting = [counts[status] for status in OPEN if status in counts]
    return FollowUpCount(
        open=sum(number for number, _ in waiting),
        overdue=sum(late for _, late in waiting),
        done=counts.get("done", (0, 0))[0],
        dropped=counts.get("dropped", (0, 0))[0],
    )


def by_due(line: FollowUpLine) -> tuple[bool, str, str, str]:
    """Sort by due date, what has none last, then by the meeting."""
    return (not line.due, line.due, line.meeting_date, line.id)


def _query() -> Any:
    alive = and_(_points.id == _follow_ups.point_id, _points.deleted.is_(False))
    return (
        select(*_COLUMNS).join(_points, alive, isouter=True).where(_follow_ups.deleted.is_(False))
    )


def _lines(
    session: Session,
    rows: Iterable[Any],
    held: dict[str, Origin],
    concerned: Concerned | None = None,
) -> tuple[FollowUpLine, ...]:
    """Return rows as lines, without those of other meetings, in the order of their points."""
    kept = [row for row in rows if row.meeting_id in held]
    numbers = point_numbers(session, _points_of(kept))
    places = {point_id: place for place, point_id in enumerate(numbers)}
    concerned = concerned or Concerned(session)
    names = _names(session, kept)
    lines = [
        _line(row, held[row.meeting_id], numbers, names, concerned)
        for row in sorted(kept, key=lambda row: places.get(row.point_id, len(places)))
    ]
    return tuple(sorted(lines, key=lambda line: (line.meeting_date, line.meeting_time)))


def _points_of(rows: Sequence[Any]) -> Any:
    """Ask for the points that follow-ups come from; beyond a few, for those of all of them."""
    ids = [row.point_id for row in rows if row.point_id]
    query = select(_follow_ups.point_id).where(_follow_ups.point_id.is_not(None))
    few = len(ids) <= _FEW
    return select(_points.id).where(_points.id.in_(ids)) if few else query


def _line(
    row: Any, origin: Origin, numbers: dict[str, str], names: dict[str, str], concerned: Concerned
) -> FollowUpLine:
    return FollowUpLine(
        id=row.id,
        text=row.text,
        meeting_id=row.meeting_id,
        owner=row.owner or names.get(row.owner_id, ""),
        owner_id=row.owner_id,
        due=row.due,
        status=row.status,
        closed_on=row.closed_on,
        meeting_time=origin.time,
        point_id=row.point_id if row.point_id in numbers else None,
        point_number=numbers.get(row.point_id, ""),
        owned=row.point_kind == "follow_up",
        **origin.as_fields(),
        **concerned.as_fields(_about(concerned, row, origin)),
    )


def _about(concerned: Concerned, row: Any, origin: Origin) -> tuple[str, ...]:
    return concerned.about((row.commitment_id, row.point_commitment_id), origin)


def _names(session: Session, rows: Iterable[Any]) -> dict[str, str]:
    """Return the directory's names, where an owner is known by id alone."""
    if all(row.owner or not row.owner_id for row in rows):
        return {}
    return {line.id: line.short_name or line.name for line in list_directory(session)}


def _carriers(session: Session, meeting_id: str) -> Sequence[Point]:
    found = list_records(session, Point, meeting_id=meeting_id, kind="follow_up")
    return in_order(point for point in found if point.carries_id)


def _may_precede(one: Origin, other: Origin) -> bool:
    """Tell whether a meeting was before another one, or may have been."""
    if one.id == other.id:
        return False
    if not one.date or not other.date:
        return True
    return (one.date, one.time) <= (other.date, other.time)
