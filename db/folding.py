"""Revisions of a canvas folded into changes, and changes into what minutes may tell of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from db import history
from db.canvas_changes import NAMING, CanvasChange, Proposal, as_text
from db.catalogue import KINDS
from db.fields import DELETED, empty_value
from db.records import Revision


def fold_changes(
    found: Iterable[Revision], earlier: Mapping[str, Revision]
) -> tuple[CanvasChange, ...]:
    """Return revisions as one change for each field, in the order in which they began.

    `earlier` holds the revisions that these replaced. A field that ends as it began was not
    changed.
    """
    groups = history.by_field(sorted(found, key=lambda r: (r.at, r.id)))
    folded = (_fold(group, earlier) for group in groups.values())
    changed = [change for change in folded if change.before != change.after]
    return tuple(changed)


def propose(changes: Iterable[CanvasChange]) -> tuple[Proposal, ...]:
    """Return changes by place: each field of a commitment, each milestone and target as one."""
    places: dict[str, list[CanvasChange]] = {}
    for change in changes:
        places.setdefault(Proposal((change,)).key, []).append(change)
    found = (Proposal(tuple(_as_one(group))) for group in places.values())
    return tuple(proposal for proposal in found if proposal.changes)


def _fold(group: Sequence[Revision], earlier: Mapping[str, Revision]) -> CanvasChange:
    ids = {revision.id for revision in group}
    replaced = {parent for revision in group for parent in revision.parents}
    first = next((r for r in group if not ids.intersection(r.parents)), group[0])
    last = next((r for r in reversed(group) if r.id not in replaced), group[-1])
    stood = next((earlier[parent] for parent in first.parents if parent in earlier), None)
    # A deletion has the heads of every other field as its parents.
    known = stood is not None and stood.field == first.field
    return CanvasChange(
        revisions=tuple(revision.id for revision in group),
        kind=first.entity,
        record_id=first.record_id,
        field=first.field,
        before=stood.value if known and stood else empty_value(first.entity, first.field),
        after=last.value,
        at=last.at,
        author=last.author,
        meeting_id=last.meeting_id,
    )


def _as_one(group: Sequence[CanvasChange]) -> list[CanvasChange]:
    """Tell of a record in its form's order, unless its deletion stands for all of it."""
    deletion = next((change for change in group if change.field == DELETED), None)
    if deletion is None:
        order = {name: place for place, name in enumerate(KINDS[group[0].kind].record.model_fields)}
        return sorted(group, key=lambda change: order.get(change.field.partition(".")[0], 0))
    naming = NAMING[deletion.kind]
    named = next((change for change in group if change.field == naming), None)
    name = as_text(named.before) if named else deletion.name
    if deletion.after is not True or not name:
        return []
    ids = (one for change in group for one in change.revisions)
    return [replace(deletion, revisions=tuple(dict.fromkeys(ids)), name=name)]
