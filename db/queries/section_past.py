"""The latest changes of a section of the canvas, without reading all that it ever said."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import func
from sqlmodel import Session

from db import revisions
from db.changes import FieldPlace
from db.draft_content import DRAFTED
from db.models import RevisionRow
from db.queries.columns import fetch, select
from db.queries.drafts import value_in_draft
from db.queries.memory import told_of, worded
from db.queries.records import list_by_id
from db.records import Draft, Meeting, Revision
from db.section_past import Freezing, RecentChange, SectionPast

_revisions: Any = RevisionRow


def section_past(
    session: Session, places: Collection[FieldPlace], drafts: Sequence[Draft], most: int = 4
) -> SectionPast:
    """Return so many of the latest changes of fields, with the drafts that were frozen since.

    `drafts` are those of the commitment.
    """
    latest = _latest(session, places, most + 1)
    entries = _between(_changes(session, latest), _freezings(session, drafts), drafts)
    if len(latest) > most:
        # What was frozen before the first change that is told no more is not told, either.
        rest = [one for one in entries if isinstance(one, RecentChange)][most]
        entries = entries[: entries.index(rest)]
    return SectionPast(_count(session, places), tuple(entries))


def _changes(session: Session, found: Sequence[Revision]) -> Iterator[RecentChange]:
    earlier = revisions.by_id(session, {parent for one in found for parent in one.parents})
    told = told_of(session, found)
    for one in found:
        parents = [earlier[key] for key in one.parents if key in earlier]
        before = max(parents, key=lambda r: (r.at, r.id), default=None)
        yield RecentChange(
            one.entity, one.record_id, one.field,
            before.value if before is not None else None,
            worded(one, told, shown=False, drafts=()),
        )  # fmt: skip


def _freezings(session: Session, drafts: Iterable[Draft]) -> dict[str, Freezing]:
    drafts = list(drafts)
    meetings = list_by_id(session, Meeting, (one.meeting_id for one in drafts if one.meeting_id))
    found: dict[str, Freezing] = {}
    for draft in drafts:
        meeting = meetings.get(draft.meeting_id or "")
        told = (meeting.kind, meeting.date) if meeting is not None else ()
        found[draft.id] = Freezing(draft.id, draft.level, draft.made_on, *told)
    return found


def _between(
    changes: Iterable[RecentChange], freezings: dict[str, Freezing], drafts: Sequence[Draft]
) -> list[RecentChange | Freezing]:
    """Put drafts, the earliest first, between changes, the latest first."""
    entries: list[RecentChange | Freezing] = []
    waiting = list(drafts)
    for change in changes:
        while waiting and _stood(change, waiting[-1]):
            entries.append(freezings[waiting.pop().id])
        entries.append(change)
    return [*entries, *(freezings[one.id] for one in reversed(waiting))]


def _stood(change: RecentChange, draft: Draft) -> bool:
    """Tell whether a change was made when a draft was frozen, of which only the day is known."""
    at = change.wording.at
    day = dt.datetime.fromisoformat(at).astimezone().date().isoformat()
    if day != draft.made_on or change.kind not in DRAFTED:
        return day < draft.made_on
    kept = value_in_draft(draft, change.kind, change.record_id, change.field)
    return (kept or None) == (change.wording.value or None)


def _latest(session: Session, places: Collection[FieldPlace], most: int) -> list[Revision]:
    order = (_revisions.at.desc(), _revisions.id.desc())
    query = _of(places, select(_revisions.id)).order_by(*order).limit(most)
    found = revisions.by_id(session, fetch(session, query)).values()
    return sorted(found, key=lambda r: (r.at, r.id), reverse=True)


def _count(session: Session, places: Collection[FieldPlace]) -> int:
    return next(iter(fetch(session, _of(places, select(func.count(_revisions.id))))), 0)


def _of(places: Collection[FieldPlace], query: Any) -> Any:
    """Narrow a query to the revisions of these places; a section's records share their fields."""
    ids, fields = {place[1] for place in places}, {place[2] for place in places}
    return query.where(_revisions.record_id.in_(ids), _revisions.field.in_(fields))
