"""What is other between two states of a commitment: two drafts, or a draft and now."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from db.records import Record
from db.snapshot import CommitmentDossier

SayCode = Callable[[str, str], str]
"""Words a month, a value, a line's key or another code: the field's name and the code."""

_COMMITMENT = (
    "number", "title", "form", "proposers", "start", "end", "leads", "problem", "done_so_far",
    "description", "contribution", "values", "values_text", "transparency", "accountability",
    "participation", "alignment", "additional", "coordinating_unit", "government_actors",
    "other_actors", "matrix_head",
)  # fmt: skip
_PARTS: dict[str, tuple[str, ...]] = {
    "milestones": ("text", "output", "start", "end", "actors"),
    "contacts": ("side", "name", "title", "organisation", "email", "phone"),
    "targets": ("goal", "responsible", "measure", "targets", "evidence"),
}
_CODES = frozenset({"start", "end", "values", "side", "form"})
_CODED_LINES = frozenset({"matrix_head"})


@dataclass(frozen=True)
class FieldPair:
    """One field in two states.

    Attributes:
        kind, record_id, field: whose field it is.
        number: the place of a milestone, contact or target among its like, 0 for the commitment.
        before, after: its JSON values; None where the record was not there.
    """

    kind: str
    record_id: str
    field: str
    number: int
    before: Any
    after: Any

    @property
    def changed(self) -> bool:
        """Whether it says something else; what is missing and what is empty are the same."""
        return (self.before or None) != (self.after or None)

    def texts(self, say: SayCode) -> tuple[str, str]:
        """Return both values as people read them."""
        before = value_text(self.field, self.before, say)
        return before, value_text(self.field, self.after, say)


def compare_dossiers(before: CommitmentDossier, after: CommitmentDossier) -> tuple[FieldPair, ...]:
    """Return every field that holds something in one of two states, in a steady order.

    The forms may be different: fields are compared by what they are, not by where they stand.
    """
    return (*_commitment(before, after), *_every_part(before, after))


def value_text(field: str, value: Any, say: SayCode) -> str:
    """Return a field's JSON value as text: organisations and checkpoints one to a line."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return say(field, value) if field in _CODES else value
    if isinstance(value, Sequence):
        return "\n".join(_item(field, item, say) for item in cast(Sequence[Any], value))
    if isinstance(value, Mapping):
        pairs = cast(Mapping[str, str], value).items()
        coded = field in _CODED_LINES
        return "\n".join(f"{say(field, key) if coded else key}: {text}" for key, text in pairs)
    return str(value)


def _item(field: str, item: Any, say: SayCode) -> str:
    if isinstance(item, Mapping):
        party = cast(Mapping[str, str], item)
        return ", ".join(filter(None, (party.get("unit"), party.get("name"))))
    return say(field, str(item)) if field in _CODES else str(item)


def _commitment(before: CommitmentDossier, after: CommitmentDossier) -> Iterator[FieldPair]:
    old, new = (_values(one.commitment) | {"form": one.form} for one in (before, after))
    for field in _COMMITMENT:
        if old[field] or new[field]:
            key = after.commitment.id
            yield FieldPair("commitments", key, field, 0, old[field], new[field])


def _every_part(before: CommitmentDossier, after: CommitmentDossier) -> Iterator[FieldPair]:
    for kind in _PARTS:
        yield from _parts(kind, getattr(before, kind), getattr(after, kind))


def _parts(kind: str, before: Sequence[Record], after: Sequence[Record]) -> Iterator[FieldPair]:
    """Give the fields of records that are there by now, then of those that are gone."""
    old = {one.id: _values(one) for one in before}
    new = {one.id: _values(one) for one in after}
    places = {key: number for number, key in enumerate(old, 1)}
    places |= {key: number for number, key in enumerate(new, 1)}
    for key in [*new, *(gone for gone in old if gone not in new)]:
        for field in _PARTS[kind]:
            values = old.get(key, {}).get(field), new.get(key, {}).get(field)
            if any(values):
                yield FieldPair(kind, key, field, places[key], *values)


def _values(record: Record) -> dict[str, Any]:
    return record.model_dump(mode="json")
