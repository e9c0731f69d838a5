"""Where changes of a canvas are, as people say it: commitment, number and name."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlmodel import Session

from db.canvas_changes import CANVAS, NAMING, CanvasChange
from db.changes import Change
from db.queries.columns import fetch, select, table
from db.revisions import batches
from db.rules import in_order

_commitments = table("commitments")
_PARTS = ("milestones", "contacts", "targets")


def commitment_of(session: Session, change: Change) -> str:
    """Return the one commitment that a step changed, itself or a part of it that may be gone.

    It is "" for none, or for several.
    """
    edits = [edit for edit in change.edits if not edit.settled]
    owners = {edit.record_id for edit in edits if edit.kind == "commitments"}
    for kind in _PARTS:
        rows: Any = table(kind)
        for batch in batches({edit.record_id for edit in edits if edit.kind == kind}):
            owners.update(fetch(session, select(rows.commitment_id).where(rows.id.in_(batch))))
    return owners.pop() if len(owners) == 1 else ""


def describe_changes(session: Session, changes: Iterable[CanvasChange]) -> tuple[CanvasChange, ...]:
    """Return changes with the commitment, number and name of what they are about.

    Those of a commitment that is gone are left out.
    """
    changes = tuple(changes)
    parts = _part_places(session, {c.record_id for c in changes if c.kind != "commitments"})
    known = _commitment_places(session, {*(c.record_id for c in changes)} | _owners(parts))
    found: list[CanvasChange] = []
    for change in changes:
        owner, place, name = parts.get(change.record_id, (change.record_id, 0, ""))
        if owner in known:
            number, title = known[owner]
            name = name if change.kind != "commitments" else title
            found.append(
                replace(
                    change, name=name, place=place, commitment_id=owner, commitment_number=number
                )
            )
    return tuple(found)


def _owners(parts: dict[str, tuple[str, int, str]]) -> set[str]:
    return {owner for owner, _, _ in parts.values()}


def _commitment_places(session: Session, ids: set[str]) -> dict[str, tuple[int | None, str]]:
    columns = (_commitments.id, _commitments.number, _commitments.title)
    found: dict[str, tuple[int | None, str]] = {}
    for batch in batches(ids):
        query = select(*columns).where(_commitments.id.in_(batch), _commitments.deleted.is_(False))
        found |= {row.id: (row.number, row.title) for row in fetch(session, query)}
    return found


def _part_places(session: Session, ids: set[str]) -> dict[str, tuple[str, int, str]]:
    """Return the commitment, number and name of milestones and targets.

    The number is that among those that are left; one that is gone has none.
    """
    found: dict[str, tuple[str, int, str]] = {}
    for kind in CANVAS[1:]:
        rows: Any = table(kind)
        owners = [
            owner
            for batch in batches(ids)
            for owner in fetch(session, select(rows.commitment_id).where(rows.id.in_(batch)))
        ]
        for batch in batches(dict.fromkeys(owners)):
            siblings = fetch(session, select(rows).where(rows.commitment_id.in_(batch)))
            found |= _numbered(siblings, kind)
    return found


def _numbered(rows: Iterable[Any], kind: str) -> dict[str, tuple[str, int, str]]:
    found: dict[str, tuple[str, int, str]] = {}
    counts: dict[str, int] = {}
    for row in in_order(rows):
        place = 0
        if not row.deleted:
            place = counts[row.commitment_id] = counts.get(row.commitment_id, 0) + 1
        found[row.id] = (row.commitment_id, place, getattr(row, NAMING[kind]))
    return found
