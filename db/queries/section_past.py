"""The latest changes of a section of the canvas, without reading all that it ever said."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import func
from sqlmodel import Session

from db import revisions
from db.models import RevisionRow
from db.queries.columns import fetch, select
from db.queries.memory import told_of, worded
from db.records import Draft, Revision
from db.section_past import RecentChange, SectionPast

Place = tuple[str, str, str]
"""A list, a record's id, a field."""

_revisions: Any = RevisionRow
# Where nothing was changed since, this many drafts are told of all the same.
_MOST_DRAFTS = 3


def section_past(
    session: Session, places: Collection[Place], drafts: Sequence[Draft], most: int = 4
) -> SectionPast:
    """Return so many of the latest changes of fields, with the drafts that were frozen since.

    `drafts` are those of the commitment.
    """
    latest = _latest(session, places, most)
    frozen = [one for one in (_freezing(session, draft) for draft in drafts) if one is not None]
    if len(latest) == most:
        frozen = [one for one in frozen if one.at >= latest[-1].at]
    found = sorted([*latest, *frozen[-_MOST_DRAFTS:]], key=lambda r: (r.at, r.id), reverse=True)
    earlier = revisions.by_id(session, {parent for one in latest for parent in one.parents})
    told = told_of(session, found)
    return SectionPast(_count(session, places), tuple(_changes(found, earlier, told)))


def _changes(
    found: Sequence[Revision],
    earlier: Mapping[str, Revision],
    told: dict[str, dict[str, str]],
) -> Iterator[RecentChange]:
    for one in found:
        parents = [earlier[key] for key in one.parents if key in earlier]
        before = max(parents, key=lambda r: (r.at, r.id), default=None)
        yield RecentChange(
            one.entity, one.record_id, one.field,
            before.value if before is not None else None,
            worded(one, told, shown=False, drafts=()),
        )  # fmt: skip


def _latest(session: Session, places: Collection[Place], most: int) -> list[Revision]:
    order = (_revisions.at.desc(), _revisions.id.desc())
    query = _of(places, select(_revisions.id)).order_by(*order).limit(most)
    found = revisions.by_id(session, fetch(session, query)).values()
    return sorted(found, key=lambda r: (r.at, r.id), reverse=True)


def _count(session: Session, places: Collection[Place]) -> int:
    return next(iter(fetch(session, _of(places, select(func.count(_revisions.id))))), 0)


def _of(places: Collection[Place], query: Any) -> Any:
    """Narrow a query to the revisions of these places; a section's records share their fields."""
    ids, fields = {place[1] for place in places}, {place[2] for place in places}
    return query.where(_revisions.record_id.in_(ids), _revisions.field.in_(fields))


def _freezing(session: Session, draft: Draft) -> Revision | None:
    found = revisions.of_field(session, draft.id, "level")
    return min(found, key=lambda r: (r.at, r.id), default=None)
