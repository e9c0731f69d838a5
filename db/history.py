"""What the revisions of a record mean: its heads, its conflicts, whether it is deleted.

Everything here is computed from revisions alone, by ancestry and never by clocks, so any
order of receiving ends in the same answer (source: the session file's contract).
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid5

from db.fields import DELETED, POSITION
from db.records import Revision

FIRST_INSTANT = "1970-01-01T00:00:00Z"
FieldKey = tuple[str, str]
"""A field's name in history: the record's id and the field."""


def first_value(kind: str, record_id: str, field: str, value: Any) -> Revision:
    """Return the revision that a value has which came without any: the same on every machine."""
    return Revision(
        id=_first_id(kind, record_id, field, value),
        entity=kind,
        record_id=record_id,
        field=field,
        value=value,
        at=FIRST_INSTANT,
    )


def is_first_value(revision: Revision) -> bool:
    """Tell whether a revision was only derived from a value that came without history."""
    if revision.parents or revision.at != FIRST_INSTANT:
        return False
    try:
        made = _first_id(revision.entity, revision.record_id, revision.field, revision.value)
    except ValueError:  # a damaged id in a damaged register
        return False
    return made == revision.id


def _first_id(kind: str, record_id: str, field: str, value: Any) -> str:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return str(uuid5(UUID(record_id), f"{kind}/{field}/{text}"))


def circle(revisions: Iterable[Revision]) -> str | None:
    """Return the id of a revision that descends from itself, None when there is none."""
    given = {r.id: r.parents for r in revisions}
    waiting = {key: {p for p in parents if p in given} for key, parents in given.items()}
    children: dict[str, list[str]] = defaultdict(list)
    for revision_id, parents in waiting.items():
        for parent in parents:
            children[parent].append(revision_id)
    free = [revision_id for revision_id, parents in waiting.items() if not parents]
    while free:
        parent = free.pop()
        del waiting[parent]
        for child in children[parent]:
            waiting[child].discard(parent)
            if not waiting[child]:
                free.append(child)
    return min(waiting, default=None)


def by_field(revisions: Iterable[Revision]) -> dict[FieldKey, list[Revision]]:
    """Group revisions by the field whose history they are."""
    groups: dict[FieldKey, list[Revision]] = defaultdict(list)
    for revision in revisions:
        groups[(revision.record_id, revision.field)].append(revision)
    return groups


def by_record(revisions: Iterable[Revision]) -> dict[str, list[Revision]]:
    """Group revisions by the record whose history they are."""
    groups: dict[str, list[Revision]] = defaultdict(list)
    for revision in revisions:
        groups[revision.record_id].append(revision)
    return groups


def heads(revisions: Sequence[Revision]) -> tuple[Revision, ...]:
    """Return the revisions of one field that no other replaced, by id.

    A first value is no head where another revision has that very value: the history that
    came later knows where the value was from.
    """
    replaced = {parent for revision in revisions for parent in revision.parents}
    left = sorted((r for r in revisions if r.id not in replaced), key=lambda r: r.id)
    firsts = [r for r in left if is_first_value(r)]
    known = [r.value for r in revisions if r not in firsts]
    for first in firsts:
        if first.value in known:
            left.remove(first)
        known.append(first.value)
    return tuple(left)


def differing(found: Sequence[Revision]) -> bool:
    """Tell whether heads are an open conflict: more than one value, and not a mere position."""
    if not found or found[0].field == POSITION:
        return False
    return any(head.value != found[0].value for head in found)


def shown_value(found: Sequence[Revision], current: Any, preferred: Any) -> Any:
    """Return which head's value a record shows.

    Its own (`current`) while that is a head's; else the one that the file shows
    (`preferred`) if it is a head's, else that of the smallest revision id. Positions follow
    the smallest revision id at once, since nobody is asked about them.
    """
    values = [head.value for head in found]
    if found[0].field == POSITION:
        return values[0]
    if current in values:
        return current
    return preferred if preferred in values else values[0]


def deletions(fields: Mapping[FieldKey, Sequence[Revision]], record_id: str) -> list[Revision]:
    """Return the deletions of a record that nothing has answered yet."""
    found = heads(fields.get((record_id, DELETED), ()))
    return [head for head in found if head.value is True]


def holds(deletion: Revision, fields: Mapping[FieldKey, Sequence[Revision]]) -> bool:
    """Tell whether a deletion saw every head of its record's fields.

    Another deletion of the same record is no objection to it.
    """
    seen = {*deletion.parents, deletion.id}
    return all(
        head.id in seen or (head.field == DELETED and head.value is True)
        for (record_id, _), revisions in fields.items()
        if record_id == deletion.record_id
        for head in heads(revisions)
    )


def is_deleted(
    fields: Mapping[FieldKey, Sequence[Revision]], record_id: str, has_live_children: bool
) -> bool:
    """Tell whether a record is deleted: a deletion holds, and no child lives that it didn't see."""
    found = deletions(fields, record_id)
    return not has_live_children and any(holds(deletion, fields) for deletion in found)
