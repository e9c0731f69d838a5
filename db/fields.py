"""The gate that every single value passes: typed, received, undone or restored."""

import json
from functools import cache
from typing import Annotated, Any, cast

from pydantic import TypeAdapter, ValidationError
from sqlmodel import SQLModel

from db.catalogue import KINDS
from db.errors import FieldValueError
from db.records import Checkpoint, Part, Record, Text
from db.text import clean

DELETED = "deleted"
POSITION = "position"


def check_value(kind: str, field: str, value: Any) -> Any:
    """Return a value in its field's one JSON form, every key of its parts written out.

    `field` is a record's field, `targets.B06` for a checkpoint, or `deleted`.
    Raises FieldValueError when the field does not exist or the value does not fit it.
    """
    adapter = _adapter(kind, field)
    try:
        fitting = adapter.validate_json(json.dumps(_to_json(value)), strict=True)
    except (ValidationError, ValueError) as error:
        raise FieldValueError("value_refused", kind=kind, field=field) from error
    return adapter.dump_python(fitting, mode="json")


def clean_value(value: Any) -> Any:
    """Return a typed value in JSON form with `db.text.clean` applied to every text in it."""
    value = _to_json(value)
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [clean_value(item) for item in cast(list[Any], value)]
    if isinstance(value, dict):
        items = cast(dict[str, Any], value).items()
        return {clean(key): clean_value(item) for key, item in items}
    return value


def is_empty(kind: str, field: str, value: Any) -> bool:
    """Tell whether a value in its one JSON form is what its field is left with."""
    return value == empty_value(kind, field)


def split_values(kind: str, record: Record) -> dict[str, Any]:
    """Return the fields with a history and their JSON values, checkpoints apart."""
    values = record.model_dump(mode="json")
    found: dict[str, Any] = {}
    for field in KINDS[kind].fields:
        if is_checkpoints(kind, field):
            found |= {f"{field}.{key}": text for key, text in values[field].items()}
        else:
            found[field] = values[field]
    return found


def is_checkpoints(kind: str, field: str) -> bool:
    """Tell whether a field is the map whose every entry has a history of its own."""
    return kind == "targets" and field == "targets"


def empty_value(kind: str, field: str) -> Any:
    """Return the JSON form of a field that was left empty."""
    if field == DELETED:
        return False
    if "." in field:
        return ""
    info = KINDS[kind].record.model_fields[field]
    return _to_json(info.get_default(call_default_factory=True))


def read_field(row: SQLModel, field: str) -> Any:
    """Return a stored field's JSON value, `targets.B06` included."""
    name, _, key = field.partition(".")
    value = getattr(row, name)
    if key:
        return cast(dict[str, Any], value).get(key, "")
    return _plain_number(value) if name == POSITION else value


def write_field(row: SQLModel, field: str, value: Any) -> None:
    """Set a stored field; an emptied checkpoint leaves no key behind."""
    name, _, key = field.partition(".")
    if key:
        texts = {**cast(dict[str, str], getattr(row, name)), key: value}
        value = {checkpoint: texts[checkpoint] for checkpoint in sorted(texts) if texts[checkpoint]}
    setattr(row, name, value)


def _plain_number(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


@cache
def _adapter(kind: str, field: str) -> TypeAdapter[Any]:
    name, _, key = field.partition(".")
    if field == DELETED:
        return TypeAdapter(bool)
    if (
        kind not in KINDS
        or name not in KINDS[kind].fields
        or is_checkpoints(kind, name) != bool(key)
    ):
        raise FieldValueError("field_unknown", kind=kind, field=field)
    if key:
        _check_checkpoint(kind, field, key)
        return TypeAdapter(Text)
    info = KINDS[kind].record.model_fields[name]
    # The annotation alone loses the constraints that pydantic moved into the metadata.
    annotation: Any = info.annotation
    for constraint in info.metadata:
        annotation = Annotated[annotation, constraint]
    return TypeAdapter[Any](annotation)


def _check_checkpoint(kind: str, field: str, key: str) -> None:
    try:
        TypeAdapter[str](Checkpoint).validate_python(key)
    except ValidationError as error:
        raise FieldValueError("field_unknown", kind=kind, field=field) from error


def _to_json(value: Any) -> Any:
    if isinstance(value, Part):
        return value.model_dump(mode="json")
    if isinstance(value, tuple | list):
        return [_to_json(item) for item in cast(list[Any], value)]
    return value
