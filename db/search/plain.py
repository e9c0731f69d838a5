"""Finding without an index of our own: every text is compared, on any database."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, func, literal, or_
from sqlmodel import Session

from db.catalogue import KINDS
from db.queries.columns import fetch, select, table
from db.search.candidates import Candidate, Fit
from db.search.letters import LONGEST_WORD, MOST_WORDS
from db.search.texts import SEARCHED


def find(session: Session, kinds: Collection[str], text: str, limit: int) -> list[Candidate]:
    """Return the best candidates of each list, at most `limit` of each.

    Accents count here, as they do for the database.
    """
    return [found for kind in kinds for found in _find_in(session, kind, text, limit)]


def _find_in(session: Session, kind: str, text: str, limit: int) -> list[Candidate]:
    found: dict[str, Candidate] = {}
    for fit, condition in _conditions(kind, text):
        if len(found) < limit:
            for record_id, day in fetch(session, _query(kind, condition, limit)):
                found.setdefault(record_id, Candidate(kind, record_id, fit, day))
    return list(found.values())[:limit]


def _conditions(kind: str, text: str) -> list[tuple[Fit, ColumnElement[bool]]]:
    words = text[: MOST_WORDS * LONGEST_WORD].lower().split()[:MOST_WORDS]
    names = [_as_text(kind, field) for field in SEARCHED[kind].names]
    texts = [_as_text(kind, field) for field in SEARCHED[kind].texts]
    anywhere = (Fit.INSIDE, _all_in(words, [*names, *texts]))
    if not names:
        return [anywhere]
    is_name = or_(*(func.lower(name) == " ".join(words) for name in names))
    return [(Fit.IS_NAME, is_name), (Fit.BEGINS_NAME, _all_in(words, names)), anywhere]


def _query(kind: str, condition: ColumnElement[bool], limit: int) -> Any:
    """Ask for records and the dates of their meetings, the newest first."""
    rows, meetings = table(kind), table("meetings")
    day: Any = literal("")
    owned = KINDS[kind].owner_kind == "meetings"
    if owned or kind == "meetings":
        day = meetings.date
    query = select(rows.id, day).where(rows.deleted.is_(False), condition)
    if owned:
        query = query.join(meetings, meetings.id == rows.meeting_id)
    return query.order_by(day.desc(), rows.id).limit(limit)


def _all_in(words: Sequence[str], columns: Sequence[Any]) -> ColumnElement[bool]:
    """Each word stands in one of the columns; what it holds is text, never a pattern."""
    return and_(
        *(or_(*(column.icontains(word, autoescape=True) for column in columns)) for word in words)
    )


def _as_text(kind: str, field: str) -> Any:
    return cast(getattr(table(kind), field), String)
