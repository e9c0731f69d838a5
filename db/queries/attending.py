"""How many people came to the meetings, as db.counting counts them, and under which names."""

from typing import Any

from sqlalchemy import and_, case, func
from sqlmodel import Session

from db.counting import NOT_THERE
from db.queries.columns import fetch, select, table
from db.records import Attendance

_attendances = table("attendances")


def count_people(session: Session) -> dict[str, int]:
    """Return how many people were at each meeting; who is only invited was not."""
    query = (
        select(_attendances.meeting_id, func.sum(_people()))
        .where(_attendances.deleted.is_(False), _attendances.presence.not_in(NOT_THERE))
        .group_by(_attendances.meeting_id)
    )
    return dict(fetch(session, query))


def is_named_elsewhere(session: Session, line: Attendance) -> bool:
    """Tell whether another attendance calls its organisation exactly so."""
    query = (
        select(_attendances.id)
        .where(_attendances.deleted.is_(False), _attendances.id != line.id)
        .where(_attendances.organisation == line.organisation)
    )
    return bool(fetch(session, query.limit(1)))


def _people() -> Any:
    """How many people a line stands for, as db.counting.people_of counts them."""
    people = func.coalesce(_attendances.people, 0)
    together = func.coalesce(_attendances.men, 0) + func.coalesce(_attendances.women, 0)
    return case((and_(people == 0, together == 0), 1), (people > together, people), else_=together)
