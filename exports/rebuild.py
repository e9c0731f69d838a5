"""Contents of papers read back from JSON, also from JSON that an earlier program wrote."""

from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def rebuild(kind: type[T], value: object) -> T:
    """Return a frozen dataclass of texts, numbers, tuples and dataclasses from its JSON.

    What is missing, or of another type, is empty; what the class doesn't know is left out.
    """
    return cast(T, _rebuild(kind, value))


def _rebuild(kind: Any, value: object) -> object:
    if is_dataclass(kind):
        known = cast(dict[str, Any], value) if isinstance(value, dict) else {}
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind)]
        return cast(Any, kind)(**{name: _rebuild(hints[name], known.get(name)) for name in names})
    if get_origin(kind) is tuple:
        items = cast(list[object], value) if isinstance(value, list | tuple) else []
        return tuple(_rebuild(get_args(kind)[0], item) for item in items)
    if isinstance(kind, UnionType):
        plain, _ = get_args(kind)
        return value if type(value) is plain else None
    return value if type(value) is kind else kind()
