"""The printed numbers of points, wherever lists name them, without reading whole meetings.

A register of many years holds hundreds of thousands of points, and a list names a few thousand
of them: the database ranks the siblings, and only what is asked for and what stands above it
is read.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import and_, case, func, literal, or_
from sqlmodel import Session

from db.queries.columns import fetch, select, table
from db.revisions import batches
from db.rules import letters, number_points, parent_circles

_points: Any = table("points")


def point_numbers(session: Session, wanted: Any) -> dict[str, str]:
    """Return the numbers of points, whole: "3", or "3b" below it; those of a meeting in order.

    `wanted` is a query for their ids; deleted points have no number. Others may be among the
    result, too.
    """
    involved = _points.meeting_id.in_(select(_points.meeting_id).where(_points.id.in_(wanted)))
    below = and_(involved, _points.parent_id.is_not(None), _points.deleted.is_(False))
    nested = fetch(session, select(_points.id, _points.parent_id, _points.meeting_id).where(below))
    parents = select(_points.parent_id).where(below) if nested else None
    ranks = {row.id: row for row in fetch(session, _ranked(involved, wanted, parents))}
    irregular = _irregular_meetings(nested, ranks)
    paths = {
        row.id: (row.meeting_id, *_path(row, ranks))
        for row in ranks.values()
        if row.wanted and row.meeting_id not in irregular
    }
    ordered = sorted(paths, key=paths.__getitem__)
    return {key: _number(paths[key][1:]) for key in ordered} | _whole(session, irregular)


def numbers_of(session: Session, point_ids: Collection[str]) -> dict[str, str]:
    """Return the numbers of these points, whole; deleted ones are left out."""
    if not point_ids:
        return {}
    found = point_numbers(session, select(_points.id).where(_points.id.in_(point_ids)))
    return {key: number for key, number in found.items() if key in point_ids}


def _ranked(involved: Any, wanted: Any, parents: Any) -> Any:
    """Ask for the place among its siblings of each point that is wanted, or stands above one."""
    place = func.row_number().over(
        partition_by=(_points.meeting_id, _points.parent_id),
        order_by=(case((_points.position.is_(None), 1), else_=0), _points.position, _points.id),
    )
    siblings = (
        select(_points.id, _points.meeting_id, _points.parent_id, place.label("place"))
        .where(involved, _points.deleted.is_(False))
        .subquery()
    )
    asked = siblings.c.id.in_(wanted)
    if parents is None:
        return select(siblings, literal(True).label("wanted")).where(asked)
    return select(siblings, asked.label("wanted")).where(or_(asked, siblings.c.id.in_(parents)))


def _path(row: Any, ranks: dict[str, Any]) -> list[int]:
    """Return the places from the top of the meeting down to a point."""
    path: list[int] = []
    while row is not None:
        path.append(row.place)
        row = ranks.get(row.parent_id)
    return path[::-1]


def _number(path: Iterable[Any]) -> str:
    top, *below = path
    return str(top) + "".join(letters(place - 1) for place in below)


def _irregular_meetings(nested: Iterable[Any], ranks: dict[str, Any]) -> set[str]:
    """Return the meetings where a point hangs below nothing, or below itself.

    Two machines may bring that about. What hangs so counts as hanging nowhere, which only
    the rules can tell.
    """
    held = {row.id: row for row in nested}
    circling = parent_circles({row.id: row.parent_id for row in held.values()})
    return {
        row.meeting_id
        for row in held.values()
        if row.id in circling
        or row.parent_id not in ranks
        or ranks[row.parent_id].meeting_id != row.meeting_id
    }


def _whole(session: Session, meeting_ids: Iterable[str]) -> dict[str, str]:
    """Return the numbers of all points of these meetings, as the rules number them."""
    columns = (_points.id, _points.meeting_id, _points.parent_id, _points.position)
    points: dict[str, list[Any]] = defaultdict(list)
    for batch in batches(sorted(meeting_ids)):
        query = select(*columns).where(_points.meeting_id.in_(batch), _points.deleted.is_(False))
        for row in fetch(session, query):
            points[row.meeting_id].append(row)
    numbers: dict[str, str] = {}
    for found in points.values():
        above: list[str] = []
        # In reading order, so that what stands above has its number already.
        for numbered in number_points(found):
            above = [*above[: numbered.depth], numbered.number]
            numbers[numbered.point.id] = "".join(above)
    return numbers
