"""The memory of a field, read from its revisions, the meetings and the drafts."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from db import history, revisions
from db.draft_content import DRAFTED
from db.fields import read_field
from db.memory import FieldMemory, Wording
from db.models import TABLES, RevisionRow
from db.queries.columns import fetch, select, table
from db.queries.drafts import list_drafts, value_in_draft
from db.queries.numbering import point_numbers
from db.records import Revision

_meetings = table("meetings")
_points = table("points")
_revisions: Any = RevisionRow


def field_memory(session: Session, kind: str, record_id: str, name: str) -> FieldMemory:
    """Return what a field said at any time; `name` is `targets.B06` for a checkpoint."""
    found = revisions.of_field(session, record_id, name)
    if not found:
        return FieldMemory()
    line = _line(found, read_field(session.get_one(TABLES[kind], record_id), name))
    told = told_of(session, found)
    drafts = _frozen_in(session, kind, record_id, name, line)
    places = {
        revision.id: worded(revision, told, revision is line[-1], drafts.get(revision.id, ()))
        for revision in found
    }
    latest = sorted(found, key=lambda r: (r.at, r.id), reverse=True)
    return FieldMemory(tuple(places[r.id] for r in latest), tuple(places[r.id] for r in line))


def longest_past(session: Session, record_ids: Sequence[str], name: str) -> str:
    """Return which of several records had the most texts in a field, the first of equals."""
    counted = Counter(
        fetch(
            session,
            select(_revisions.record_id).where(
                _revisions.record_id.in_(record_ids), _revisions.field == name
            ),
        )
    )
    return max(record_ids, key=lambda record_id: counted[record_id])


def _line(found: Sequence[Revision], shown: Any) -> list[Revision]:
    """Return the revisions that led to what is shown, by ancestry, the earliest first.

    Where two were brought together, the way goes on along the one that was written later.
    """
    known = {revision.id: revision for revision in found}
    heads = history.heads(found)
    step: Revision | None = next((h for h in heads if h.value == shown), heads[0])
    line: list[Revision] = []
    while step is not None:
        line.append(step)
        parents = [known[one] for one in step.parents if one in known]
        step = max(parents, key=lambda r: (r.at, r.id), default=None)
    return line[::-1]


def worded(
    revision: Revision, told: dict[str, dict[str, str]], shown: bool, drafts: tuple[str, ...]
) -> Wording:
    """Return a revision as people read it, with what `told_of` says of it."""
    meeting = told.get(revision.meeting_id or "", {})
    point = told.get(revision.point_id or "") or told.get(revision.id, {})
    return Wording(
        id=revision.id,
        value=revision.value,
        at=revision.at,
        author=revision.author,
        device=revision.device,
        dated=revision.at != history.FIRST_INSTANT,
        shown=shown,
        drafts=drafts,
        **(meeting | point),
    )


def told_of(session: Session, found: Sequence[Revision]) -> dict[str, dict[str, str]]:
    """Return what is said of meetings and points, by their ids.

    A point that only tells of a revision is found under the revision's id.
    """
    telling = _telling(session, found)
    named = {revision.point_id for revision in found if revision.point_id}
    wanted = select(_points.id).where(_points.id.in_(named | set(telling.values())))
    points = {row.id: row for row in fetch(session, select(_points).where(_points.id.in_(wanted)))}
    meetings = {r.meeting_id for r in found} | {p.meeting_id for p in points.values()}
    rows = fetch(session, select(_meetings).where(_meetings.id.in_(meetings - {None})))
    told = {row.id: _meeting(row) for row in rows}
    numbers = point_numbers(session, wanted) if points else {}
    for key, point in points.items():
        said = told.get(point.meeting_id, {}) | _point(point, numbers.get(key, ""))
        told |= {key: said, **{revision: said for revision, by in telling.items() if by == key}}
    return told


def _telling(session: Session, found: Sequence[Revision]) -> dict[str, str]:
    """Return the points that tell of these revisions, by revision."""
    meetings = {revision.meeting_id for revision in found} - {None}
    if not meetings:
        return {}
    known = {revision.id for revision in found}
    query = select(_points.id, _points.changes).where(
        _points.meeting_id.in_(meetings), _points.deleted.is_(False)
    )
    return {
        revision: row.id
        for row in fetch(session, query)
        for revision in row.changes
        if revision in known
    }


def _point(row: Any, number: str) -> dict[str, str]:
    return {
        "point_id": row.id,
        "point_number": number,
        "raised_by": row.raised_by,
        "point_text": row.text,
    }


def _meeting(row: Any) -> dict[str, str]:
    return {
        "meeting_id": row.id,
        "meeting_kind": row.kind,
        "meeting_topic": row.topic or row.subtitle,
        "meeting_date": row.date,
    }


def _frozen_in(
    session: Session, kind: str, record_id: str, name: str, line: Sequence[Revision]
) -> dict[str, tuple[str, ...]]:
    """Return for the revisions that stood there when a draft was frozen the drafts' levels.

    Of several with the text of the draft it is the last: whatever stood before and still
    stands was in it, too.
    """
    found: dict[str, tuple[str, ...]] = {}
    if kind not in DRAFTED:
        return found
    for draft in list_drafts(session, _commitment_of(session, kind, record_id)):
        value = value_in_draft(draft, kind, record_id, name)
        same = [revision for revision in line if (revision.value or None) == (value or None)]
        if value is not None and same:
            found[same[-1].id] = (*found.get(same[-1].id, ()), draft.level)
    return found


def _commitment_of(session: Session, kind: str, record_id: str) -> str:
    if kind == "commitments":
        return record_id
    owned = table(kind)
    return next(iter(fetch(session, select(owned.commitment_id).where(owned.id == record_id))), "")
