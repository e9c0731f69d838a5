"""Which records a record, or a value that one of its fields had, names by id."""

from collections.abc import Iterator
from typing import Any, cast

from sqlmodel import Session

from db import deletion
from db.catalogue import KINDS, PARTY_FIELDS, REFERENCES
from db.errors import FieldValueError
from db.fields import DELETED
from db.models import TABLES
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


def check_references(session: Session, kind: str, record_id: str, field: str, value: Any) -> None:
    """Refuse a value that names what isn't there, or what belongs to another plan."""
    for named, target in references_in(kind, field, value):
        if session.get(TABLES[named], target) is None:
            raise FieldValueError("reference_unknown", kind=kind, field=field, id=target)
        plan, other = _plan_of(session, kind, record_id), _plan_of(session, named, target)
        if plan and other and plan != other:
            raise FieldValueError("reference_other_plan", kind=kind, field=field, id=target)


def _plan_of(session: Session, kind: str, record_id: str) -> str:
    """Return the id of the plan that a record belongs to, "" for one that belongs to none."""
    owner = kind, record_id
    while (above := deletion.owner_of(session, *owner)) is not None:
        owner = above
    return owner[1] if owner[0] == "plans" else ""
