"""Questions that wait for a person, each with where its answers come from."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlmodel import Session

from db import deletion, history, revisions
from db.catalogue import KINDS
from db.changes import FieldPlace
from db.deciding import Objection, Question, Subject
from db.fields import DELETED, empty_value, read_field
from db.memory import Wording
from db.merging import common_ancestor, merge_values, sort_of, source_of
from db.models import TABLES
from db.queries.conflicts import Conflict, conflicts_of, list_conflicts
from db.queries.memory import field_memory, told_of, worded
from db.queries.subjects import named_records, subject_of
from db.records import Revision
from db.references import references_in

_NOBODY = Subject()
_NOTHING = object()


def list_questions(
    session: Session, record_ids: Collection[str] | None = None
) -> tuple[FieldPlace, ...]:
    """Return where something waits, in the order of commitments and meetings.

    With `record_ids` only these records are looked at, which is fast however long the
    history of all others is; those that are gone are passed over.
    """
    found = list_conflicts(session) if record_ids is None else _conflicts_in(session, record_ids)
    subjects = {c.record_id: subject_of(session, c.kind, c.record_id) for c in found}
    ranked = sorted(found, key=lambda c: _rank(subjects[c.record_id], c))
    return tuple(_place(conflict) for conflict in ranked)


def read_question(session: Session, place: FieldPlace) -> Question | None:
    """Return what is asked there, None when nothing waits there any more."""
    kind, record_id, field = place
    row = session.get(TABLES[kind], record_id)
    heads = history.heads(revisions.of_field(session, record_id, field))
    deletion_asked = field == DELETED and any(head.value is True for head in heads)
    if row is None or row.deleted or not (deletion_asked or history.differing(heads)):
        return None
    conflict = Conflict(kind, record_id, field, heads)
    question = _deletion(session, conflict) if field == DELETED else _field(session, conflict)
    return replace(question, subject=subject_of(session, kind, record_id))


def _conflicts_in(session: Session, record_ids: Collection[str]) -> tuple[Conflict, ...]:
    found = conflicts_of(session, record_ids)
    rows = {one.record_id: session.get(TABLES[one.kind], one.record_id) for one in found}
    live = {record_id for record_id, row in rows.items() if row is not None and not row.deleted}
    return tuple(one for one in found if one.record_id in live)


def _place(conflict: Conflict) -> FieldPlace:
    return (conflict.kind, conflict.record_id, conflict.field)


def _rank(subject: Subject, conflict: Conflict) -> tuple[Any, ...]:
    commitment = (subject.commitment_number or 0, subject.commitment_id)
    fields = (*KINDS[conflict.kind].fields, DELETED)
    name, _, checkpoint = conflict.field.partition(".")
    return (
        not subject.commitment_id,
        *commitment,
        not subject.meeting_id,
        (subject.meeting_date, subject.meeting_id),
        list(KINDS).index(conflict.kind),
        (len(subject.number), subject.number, conflict.record_id),
        (fields.index(name), checkpoint),
    )


def _field(session: Session, conflict: Conflict) -> Question:
    kind, record_id, field = _place(conflict)
    found = revisions.of_field(session, record_id, field)
    known = {revision.id: revision for revision in found}
    shown = read_field(session.get_one(TABLES[kind], record_id), field)
    # Equal texts from two laptops are one answer; who shows it now stands for it.
    heads = sorted(conflict.heads, key=lambda head: (head.value != shown, head.at, head.id))
    sources = [source_of(head, known) for head in _apart(heads)]
    base = common_ancestor(sources, known)
    asked = [*sources, *([base] if base else [])]
    told = _worded(session, asked, shown) | _drafted(session, kind, record_id, field)
    base_value = base.value if base else empty_value(kind, field)
    merged = merge_values(sort_of(kind, field), base_value, [one.value for one in sources])
    values = [base_value, merged, *(one.value for one in sources)]
    return Question(
        kind, record_id, field, sort_of(kind, field), _NOBODY,
        tuple(told[one.id] for one in sources),
        told[base.id] if base else None,
        base_value, merged,
        named_records(session, _named(kind, field, values)),
    )  # fmt: skip


def _apart(heads: Iterable[Revision]) -> Iterator[Revision]:
    values: list[Any] = []
    for head in heads:
        if head.value not in values:
            values.append(head.value)
            yield head


def _named(kind: str, field: str, values: Iterable[Any]) -> list[tuple[str, str]]:
    """Return the records that values name: list, and id."""
    found = [named for value in values for named in references_in(kind, field, value)]
    if (kind, field) == ("organisations", "other_than"):
        found += [("organisations", one) for value in values for one in value or ()]
    return found


def _deletion(session: Session, conflict: Conflict) -> Question:
    kind, record_id, _ = _place(conflict)
    fields = history.by_field(revisions.of_records(session, [record_id]))
    known = {revision.id: revision for revision in fields[(record_id, DELETED)]}
    sources = [source_of(one, known) for one in history.deletions(fields, record_id)]
    seen = {parent for one in sources for parent in one.parents}
    unseen = [
        head
        for (_, field), found in sorted(fields.items())
        for head in history.heads(found)
        if field != DELETED and head.id not in seen
    ]
    told = _worded(session, [*sources, *unseen])
    belongings = Counter(child for child, _ in _below(session, kind, record_id))
    return Question(
        kind, record_id, DELETED, "deletion", _NOBODY,
        tuple(told[one.id] for one in sources),
        names=named_records(
            session, [named for one in unseen for named in _named(kind, one.field, [one.value])]
        ),
        objections=tuple(Objection(one.field, told[one.id]) for one in unseen),
        belongings=belongings,
        taken=Counter(child for child, _ in deletion.taken_along(session, kind, record_id)),
        frozen=any(KINDS[child].frozen for child in belongings),
    )  # fmt: skip


def _worded(
    session: Session, found: Sequence[Revision], shown: Any = _NOTHING
) -> dict[str, Wording]:
    """Return where revisions come from, by their ids."""
    told = told_of(session, found)
    return {one.id: worded(one, told, one.value == shown, ()) for one in found}


def _drafted(session: Session, kind: str, record_id: str, field: str) -> dict[str, Wording]:
    """Return the same for a field of a commitment, with the drafts that it stood in."""
    if not hasattr(TABLES[kind], "commitment_id") and kind != "commitments":
        return {}
    return {one.id: one for one in field_memory(session, kind, record_id, field).wordings}


def _below(session: Session, kind: str, record_id: str) -> Iterator[tuple[str, str]]:
    for child in deletion.live_children(session, kind, record_id):
        yield child
        yield from _below(session, *child)
