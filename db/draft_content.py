"""What a draft keeps of a commitment, and how it is read again by whatever program."""

import json
from typing import Any, TypeVar, cast
from uuid import UUID, uuid5

from pydantic import ValidationError

from db.frozen import canonical_json
from db.records import Agreement, Commitment, Contact, Draft, Milestone, Plan, Record, Target
from db.rules import in_order
from db.snapshot import CommitmentDossier

_FORMAT = "rembuk-draft"
_VERSION = 1

DRAFTED = ("commitments", "milestones", "contacts", "targets")
"""The kinds of record whose fields a draft keeps."""

R = TypeVar("R", bound=Record)


def draft_content(dossier: CommitmentDossier, **besides: Any) -> dict[str, Any]:
    """Return what a draft keeps of a commitment, as it will be read again from JSON.

    `besides` says how the draft came about: its authors, what was overruled and why.
    """
    content: dict[str, Any] = {
        "format": _FORMAT,
        "version": _VERSION,
        "commitment": _plain(dossier.commitment),
        "milestones": [_plain(one) for one in dossier.milestones],
        "contacts": [_plain(one) for one in dossier.contacts],
        "targets": [_plain(one) for one in dossier.targets],
        "form": dossier.form,
    }
    return json.loads(canonical_json(content | besides))


def same_records(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether two drafts' contents say the same of the commitment."""
    names = ("commitment", "milestones", "contacts", "targets", "form")
    return all(one.get(name) == other.get(name) for name in names)


def read_draft(draft: Draft, plan: Plan) -> CommitmentDossier:
    """Return a frozen commitment as far as it is understood.

    A field that this program doesn't know, or that has another shape by now, is left out; its
    text stays in the draft itself. The form is the one of then, whatever it is called now.
    """
    content = draft.content
    owner = {"commitment_id": draft.commitment_id}
    raw = _object(content.get("commitment"))
    form = content.get("form")
    commitment = _read(Commitment, raw, {"id": draft.commitment_id, "plan_id": plan.id})
    return CommitmentDossier(
        plan,
        commitment.model_copy(update={"form": form if isinstance(form, str) else ""}),
        in_order(_each(Milestone, content.get("milestones"), owner)),
        in_order(_each(Contact, content.get("contacts"), owner)),
        in_order(_each(Target, content.get("targets"), owner)),
        agreements=tuple(_each(Agreement, content.get("agreements"), owner)),
    )


def edition_of(draft: Draft) -> int:
    """Return how often its level had been frozen by then, 1 for the first time."""
    found = draft.content.get("edition")
    return found if isinstance(found, int) else 1


def frozen_texts(draft: Draft, name: str) -> tuple[str, ...]:
    """Return a list of texts that a draft keeps besides its records, such as its authors."""
    found = draft.content.get(name)
    items = cast(list[object], found) if isinstance(found, list) else []
    return tuple(item for item in items if isinstance(item, str))


def frozen_text(draft: Draft, name: str) -> str:
    """Return a text that a draft keeps besides its records, such as its reason."""
    found = draft.content.get(name)
    return found if isinstance(found, str) else ""


def frozen_entries(draft: Draft, name: str) -> tuple[dict[str, str], ...]:
    """Return a list of things that a draft keeps besides its records, such as what it overruled."""
    return tuple(
        {key: value for key, value in entry.items() if isinstance(value, str)}
        for entry in _objects(draft.content.get(name))
        if entry
    )


def frozen_value(draft: Draft, kind: str, record_id: str, name: str) -> Any:
    """Return the JSON value that a field has in a draft, None where the draft says nothing.

    `name` is a record's field, `targets.B06` for a checkpoint.
    """
    field, _, key = name.partition(".")
    value = _frozen_record(draft, kind, record_id).get(field)
    return _object(value).get(key) if key else value


def _frozen_record(draft: Draft, kind: str, record_id: str) -> dict[str, Any]:
    if kind == "commitments":
        return _object(draft.content.get("commitment"))
    rows = [row for row in _objects(draft.content.get(kind)) if row.get("id") == record_id]
    return rows[0] if rows else {}


def _plain(record: Record) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude={"deleted"}, exclude_defaults=True)


def _object(value: object) -> dict[str, Any]:
    return cast(dict[str, Any], value) if isinstance(value, dict) else {}


def _objects(value: object) -> list[dict[str, Any]]:
    items = cast(list[object], value) if isinstance(value, list) else []
    return [_object(item) for item in items]


def _each(record: type[R], value: object, owner: dict[str, str]) -> list[R]:
    read: list[R] = []
    for place, raw in enumerate(_objects(value), 1):
        own = _known_id(raw.get("id")) or str(uuid5(UUID(owner["commitment_id"]), str(place)))
        if raw:
            read.append(_read(record, raw, {"id": own, **owner}))
    return read


def _known_id(value: object) -> str:
    """Return an id as ours are written, "" for what is none: another program may do without."""
    try:
        return value if isinstance(value, str) and str(UUID(value)) == value else ""
    except ValueError:
        return ""


def _read(record: type[R], raw: dict[str, Any], fixed: dict[str, str]) -> R:
    known = {name: raw[name] for name in record.model_fields if name in raw} | fixed
    try:
        return _validate(record, known)
    except ValidationError as error:
        wrong = {str(found["loc"][0]) for found in error.errors()}
        return _validate(record, {n: v for n, v in known.items() if n not in wrong} | fixed)


def _validate(record: type[R], values: dict[str, Any]) -> R:
    return record.model_validate_json(json.dumps(values))
