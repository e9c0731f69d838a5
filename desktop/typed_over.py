"""What was read, with what was typed over it that the register does not hold yet."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from db.catalogue import KIND_OF_RECORD
from db.errors import RembukError
from db.fields import check_value, clean_value
from db.following import FollowUpLine, InputLine
from db.passport import DraftPassport
from db.records import Record
from desktop.pending import WHOLE, PendingEdit

T = TypeVar("T")
_Values = dict[str, Any]
_Typed = Mapping[tuple[str, str], _Values]


def with_typed(found: T, edits: Iterable[PendingEdit]) -> T:
    """Return the result of a query with the fields of its records as they were typed last.

    While one field is stored, another one waits; or the register cannot take it now. A field
    that shows what the register holds would be written in from there, and what was typed before
    would be gone. What the register would refuse is left out.
    """
    values: dict[tuple[str, str], _Values] = {}
    for edit in edits:
        for kind, record_id, name in edit.fields if edit.field[2] != WHOLE else ():
            values.setdefault((kind, record_id), {})[name] = edit.value
    return cast(T, _over(found, values)) if values else found


def _over(found: Any, values: _Typed) -> Any:
    if isinstance(found, DraftPassport):
        # Its records are those of now by their ids, but frozen.
        return found
    if isinstance(found, Record):
        kind = KIND_OF_RECORD[type(found)]
        typed = values.get((kind, getattr(found, "id", "")))
        return _record_over(kind, found, typed) if typed else found
    if type(found) in (tuple, list):
        items = [_over(one, values) for one in found]
        return type(found)(items) if _differ(items, found) else found
    if isinstance(found, dict):
        parts = cast(dict[Any, Any], found)
        laid = {key: _over(one, values) for key, one in parts.items()}
        return laid if _differ(laid.values(), parts.values()) else parts
    if is_dataclass(found) and not isinstance(found, type):
        before = {one.name: getattr(found, one.name) for one in fields(found) if one.init}
        said = _said_of_line(found, values)
        after = {name: said.get(name, _over(one, values)) for name, one in before.items()}
        changed = {name: one for name, one in after.items() if one is not before[name]}
        return replace(found, **changed) if changed else found
    return found


def _said_of_line(found: Any, values: _Typed) -> _Values:
    """Return what was typed of a record that lists show as a line with fields of the same names."""
    if isinstance(found, InputLine):
        return _kept("points", values.get(("points", found.id), {}))
    if isinstance(found, FollowUpLine):
        said = _kept("follow_ups", values.get(("follow_ups", found.id), {}))
        point = values.get(("points", found.point_id or ""), {}) if found.owned else {}
        return said | _kept("points", {"text": point["text"]} if "text" in point else {})
    return {}


def _kept(kind: str, typed: _Values) -> _Values:
    """Return what the register would take, as it would keep it."""
    kept: _Values = {}
    for field, value in typed.items():
        try:
            kept[field] = check_value(kind, field, clean_value(value))
        except RembukError:
            continue
    return kept


def _differ(items: Iterable[Any], others: Iterable[Any]) -> bool:
    return any(one is not other for one, other in zip(items, others, strict=True))


def _record_over(kind: str, record: Record, typed: _Values) -> Record:
    shown = record.model_dump(mode="json")
    for field, kept in _kept(kind, typed).items():
        name, _, part = field.partition(".")
        shown[name] = {**shown[name], part: kept} if part else kept
    return type(record).model_validate_json(json.dumps(shown))
