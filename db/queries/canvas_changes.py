"""Changes of the canvas: what a meeting made that its minutes don't tell, what inputs led to."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import String, cast
from sqlmodel import Session

from db import revisions
from db.canvas_changes import (
    CANVAS,
    AnsweredInput,
    CanvasChange,
    Proposal,
)
from db.errors import CommandError
from db.fields import DELETED
from db.folding import fold_changes, propose
from db.models import RevisionRow
from db.queries.canvas_places import describe_changes
from db.queries.columns import fetch, select, table
from db.queries.inputs import list_inputs
from db.queries.sectors import Sectors
from db.records import Revision
from db.revisions import batches

_points = table("points")
_dismissals = table("dismissals")
_revisions: Any = RevisionRow
_TOLD = {
    "commitments": {
        "title", "start", "end", "problem", "description", "contribution", "values_text", "values",
        "alignment", "additional", "done_so_far", "transparency", "accountability",
        "participation", "coordinating_unit", "proposers", "leads", "government_actors",
        "other_actors",
    },
    "milestones": {"text", "output", "start", "end", "actors", DELETED},
    "targets": {"goal", "responsible", "measure", "targets", "evidence", DELETED},
}  # fmt: skip


def proposed_changes(session: Session, meeting_id: str) -> tuple[Proposal, ...]:
    """Return what a meeting changed and no point of its minutes tells of, nor is left out.

    Nothing of it is stored: it is what the meeting's revisions and points mean, so that it
    travels with them and is the same on every machine.
    """
    asked = _revisions.meeting_id == meeting_id, _revisions.entity.in_(CANVAS)
    rows = fetch(session, select(_revisions).where(*asked))
    found = [row for row in rows if row.field.partition(".")[0] in _TOLD[row.entity]]
    if not found:
        return ()
    settled = _settled(session, meeting_id, {row.point_id for row in found if row.point_id})
    left = [row for row in found if row.id not in settled]
    if not left:
        return ()
    changes = _folded(session, revisions.with_parents(session, left))
    return propose(describe_changes(session, changes))


def count_proposed(session: Session, meeting_ids: Iterable[str]) -> dict[str, int]:
    """Return how many proposals wait in each of these meetings where any does."""
    changed = [
        meeting_id
        for batch in batches(meeting_ids)
        for meeting_id in fetch(
            session,
            select(_revisions.meeting_id)
            .where(_revisions.meeting_id.in_(batch), _revisions.entity.in_(CANVAS))
            .distinct(),
        )
    ]
    counts = {one: len(proposed_changes(session, one)) for one in changed}
    return {one: count for one, count in counts.items() if count}


def list_answers(session: Session, plan_id: str | None = None) -> tuple[AnsweredInput, ...]:
    """Return the inputs of a plan, or of all plans, with answers and what they led to."""
    lines = list_inputs(session, plan_id)
    sectors = Sectors(session, lines)
    linked = _linked(session, {line.id for line in lines})
    changes = _changes_of(session, linked)
    return tuple(AnsweredInput(line, sectors.of(line), changes.get(line.id, ())) for line in lines)


def linkable_changes(session: Session, point_id: str) -> tuple[CanvasChange, ...]:
    """Return what may have followed from an input: changes of its commitments, latest first.

    What one meeting, or one visit outside of any, made of a field is one change.
    """
    line = next((one for one in list_inputs(session) if one.id == point_id), None)
    if line is None:
        raise CommandError("record_unknown", kind="points", id=point_id)
    owners = [*line.about, *_parts_of(session, line.about)]
    found = [one for one in revisions.of_records(session, owners) if _may_follow(one)]
    groups: dict[tuple[str, ...], list[Revision]] = {}
    for one in found:
        visit = one.meeting_id or one.id
        groups.setdefault((one.record_id, one.field, visit), []).append(one)
    earlier = {one.id: one for one in found}
    changes = [change for group in groups.values() for change in fold_changes(group, earlier)]
    described = describe_changes(session, changes)
    wanted = line.canvas_field
    return tuple(
        sorted(
            sorted(described, key=lambda change: change.at, reverse=True),
            key=lambda change: change.canvas_field != wanted,
        )
    )


def _may_follow(revision: Revision) -> bool:
    return revision.field.partition(".")[0] in _TOLD.get(revision.entity, ())


def _settled(session: Session, meeting_id: str, points: set[str]) -> set[str]:
    """Return the revisions that a point of the meeting tells of, or that are left out."""
    found: set[str] = set()
    for source in (_points, _dismissals):
        query = select(source.changes).where(
            source.meeting_id == meeting_id, source.deleted.is_(False), _filled(source)
        )
        found.update(one for ids in fetch(session, query) for one in ids)
    for batch in batches(points):
        # A text that came out of a point of any meeting is told by that one.
        query = (
            select(_revisions.id)
            .join(_points, _points.id == _revisions.point_id)
            .where(_revisions.point_id.in_(batch), _points.deleted.is_(False))
        )
        found.update(fetch(session, query))
    return found


def _filled(source: Any) -> Any:
    # Not every database can compare JSON itself.
    return cast(source.changes, String) != "[]"


def _linked(session: Session, points: set[str]) -> dict[str, list[str]]:
    """Return the revisions that these points name, or that name them."""
    found: dict[str, list[str]] = {}
    named = select(_points.id, _points.changes).where(_filled(_points))
    naming = select(_revisions.point_id, _revisions.id).where(
        _revisions.point_id.is_not(None), _revisions.entity.in_(CANVAS)
    )
    if len(points) == 1:
        named = named.where(_points.id.in_(points))
        naming = naming.where(_revisions.point_id.in_(points))
    for point_id, ids in fetch(session, named):
        if point_id in points:
            found[point_id] = list(ids)
    for point_id, revision_id in fetch(session, naming):
        if point_id in points:
            found.setdefault(point_id, []).append(revision_id)
    return found


def _changes_of(
    session: Session, linked: dict[str, list[str]]
) -> dict[str, tuple[CanvasChange, ...]]:
    wanted = {one for ids in linked.values() for one in ids}
    known = revisions.by_id(session, wanted)
    earlier = _earlier(session, known.values()) | known
    folded: dict[str, tuple[CanvasChange, ...]] = {}
    for point_id, ids in linked.items():
        group = [known[one] for one in dict.fromkeys(ids) if one in known]
        folded[point_id] = fold_changes([one for one in group if one.entity in CANVAS], earlier)
    described = describe_changes(session, [one for group in folded.values() for one in group])
    by_ids = {(one.revisions, one.record_id, one.field): one for one in described}
    return {
        point_id: tuple(
            by_ids[key]
            for one in group
            if (key := (one.revisions, one.record_id, one.field)) in by_ids
        )
        for point_id, group in folded.items()
    }


def _folded(session: Session, found: Sequence[Revision]) -> tuple[CanvasChange, ...]:
    return fold_changes(found, _earlier(session, found))


def _earlier(session: Session, found: Iterable[Revision]) -> dict[str, Revision]:
    return revisions.by_id(session, {parent for one in found for parent in one.parents})


def _parts_of(session: Session, commitment_ids: Sequence[str]) -> list[str]:
    found: list[str] = []
    for kind in CANVAS[1:]:
        rows: Any = table(kind)
        query = select(rows.id).where(rows.commitment_id.in_(commitment_ids))
        found += fetch(session, query.where(rows.deleted.is_(False)))
    return found
