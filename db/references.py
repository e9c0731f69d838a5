"""Which records a record, or a value that one of its fields had, names by id."""

from collections.abc import Iterator
from typing import Any, cast

from db.catalogue import KINDS, PARTY_FIELDS, REFERENCES
from db.fields import DELETED
from db.records import Record


def references_of(kind: str, record: Record) -> Iterator[tuple[str, str, str]]:
    """Give every reference of a record: its field, the list it names, the id."""
    if KINDS[kind].owner:
        yield KINDS[kind].owner, KINDS[kind].owner_kind, getattr(record, KINDS[kind].owner)
    for field in (*REFERENCES.get(kind, {}), *PARTY_FIELDS.get(kind, ())):
        value = record.model_dump(mode="json", include={field})[field]
        for named, target in references_in(kind, field, value):
            yield field, named, target


def references_in(kind: str, field: str, value: Any) -> Iterator[tuple[str, str]]:
    """Give what a field's JSON value names: the list, and the id."""
    if field == DELETED or not value:
        return
    if field in PARTY_FIELDS.get(kind, ()):
        for party in cast(list[dict[str, Any]], value):
            if party.get("organisation_id") is not None:
                yield "organisations", party["organisation_id"]
    elif field in REFERENCES.get(kind, {}):
        for target in cast(list[str], value if isinstance(value, list) else [value]):
            yield REFERENCES[kind][field], target
