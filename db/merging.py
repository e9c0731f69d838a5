"""Values that were written apart, brought together where nobody's words are lost by it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, Literal, TypeVar, cast, get_args, get_origin

from db.catalogue import KINDS
from db.differences import word_differences
from db.fields import DELETED
from db.records import DateText, Member, MonthText, Party, Revision, Text, TimeText

Sort = Literal[
    "text", "code", "month", "date", "time", "number", "reference",
    "parties", "members", "texts", "codes", "references", "object", "objects", "deletion",
]  # fmt: skip
"""What a field holds. A code is one of a few words that the program knows."""

# Texts that name a form, or a part of it.
_CODES = ("form", "canvas_field")
_SCALARS: tuple[tuple[Any, Sort], ...] = (
    (MonthText, "month"), (DateText, "date"), (TimeText, "time"), (Text, "text"),
)  # fmt: skip
T = TypeVar("T")
_Edit = tuple[int, int, tuple[Any, ...]]


def sort_of(kind: str, field: str) -> Sort:
    """Return what a field of a list holds."""
    name, _, checkpoint = field.partition(".")
    if checkpoint:
        return "text"
    if field == DELETED:
        return "deletion"
    if name in _CODES:
        return "code"
    info = KINDS[kind].record.model_fields[name]
    for alias, sort in _SCALARS:
        if alias.__metadata__[0] in info.metadata:
            return sort
    return _sort_of_shape(info.annotation)


def _sort_of_shape(shape: Any) -> Sort:
    origin, inner = get_origin(shape), get_args(shape)
    if origin is Literal:
        return "code"
    if origin is tuple:
        return _sort_of_items(inner[0])
    if type(None) not in inner:
        return "object"
    return "number" if int in get_args(inner[0]) else "reference"


def _sort_of_items(item: Any) -> Sort:
    if item is Party:
        return "parties"
    if item is Member:
        return "members"
    if get_origin(item) is Literal:
        return "codes"
    if item == Text:
        return "texts"
    return "references" if get_args(item) else "objects"


def merge_values(sort: Sort, base: Any, sides: Sequence[Any]) -> Any:
    """Return what all sides made of a value together, None where they contradict each other.

    Texts are merged word by word, lists item by item, objects key by key.
    """
    changed = [side for n, side in enumerate(sides) if side != base and side not in sides[:n]]
    if len(changed) < 2:
        return changed[0] if changed else base
    if sort == "text":
        return _merge_texts(str(base), [str(side) for side in changed])
    if not all(changed):
        # Emptied at one place and written at another: nothing of the two can be put together.
        return None
    if isinstance(base, list):
        return _merge_lists(cast(list[Any], base), changed)
    if isinstance(base, dict):
        return _merge_objects(cast(dict[str, Any], base), changed)
    return None


def source_of(revision: Revision, known: Mapping[str, Revision]) -> Revision:
    """Return where a value was written that the undo of an answer only wrote anew.

    Such a revision replaced both the answer and what the answer had replaced; nothing else
    names a revision and one that descends from it.
    """
    while True:
        parents = [known[parent] for parent in revision.parents if parent in known]
        older = {parent for one in parents for parent in one.parents}
        same = (one for one in parents if one.id in older and one.value == revision.value)
        source = next(same, None)
        if source is None:
            return revision
        revision = source


def common_ancestor(sides: Iterable[Revision], known: Mapping[str, Revision]) -> Revision | None:
    """Return the nearest revision that all of these descend from, None where there is none."""
    lines = [_ancestors(side, known) for side in sides]
    common = set[str].intersection(*lines) if lines else set[str]()
    # What stands above one of these is common, too, so that its parents lead to all of it.
    above = {parent for one in common for parent in known[one].parents}
    nearest = [known[one] for one in common - above]
    # Where lines crossed there are several; any of them serves, if only always the same.
    return max(nearest, key=lambda revision: (revision.at, revision.id), default=None)


def _ancestors(revision: Revision, known: Mapping[str, Revision]) -> set[str]:
    """Return a revision with all that it descends from."""
    found: set[str] = set()
    waiting = [revision.id]
    while waiting:
        one = waiting.pop()
        if one in known and one not in found:
            found.add(one)
            waiting += known[one].parents
    return found


def _merge_texts(base: str, sides: Sequence[str]) -> str | None:
    edits = sorted({edit for side in sides for edit in _text_edits(base, side)})
    if any(after[0] <= before[1] for before, after in pairwise(edits)):
        return None
    return "".join(_applied(base, edits))


def _text_edits(before: str, after: str) -> Iterator[_Edit]:
    """Give the places of a text that another one replaced, and by which words."""
    at = 0
    pending: tuple[int, str] | None = None
    for span in word_differences(before, after):
        if span.manner == "removed":
            pending = (len(span.text), "")
            continue
        gone = pending[0] if pending else 0
        if span.manner == "added":
            yield (at, at + gone, (span.text,))
        elif pending:
            yield (at, at + gone, ("",))
        at += gone + (len(span.text) if span.manner == "same" else 0)
        pending = None
    if pending:
        yield (at, at + pending[0], ("",))


def _merge_lists(base: list[Any], sides: Sequence[list[Any]]) -> list[Any] | None:
    items = {_key(item): item for one in (base, *sides) for item in one}
    keys = [_key(item) for item in base]
    edits: list[_Edit] = []
    for side in sides:
        edits += (e for e in _list_edits(keys, [_key(i) for i in side]) if e not in edits)
    edits.sort(key=lambda edit: edit[:2])
    if any(after[0] < before[1] for before, after in pairwise(edits)):
        return None
    merged = list(dict.fromkeys(_applied(keys, edits)))
    moved = any(set(side) == set(keys) for side in ([_key(i) for i in s] for s in sides))
    return None if moved else [items[key] for key in merged]


def _list_edits(before: list[str], after: list[str]) -> Iterator[_Edit]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield (a, b, tuple(after[c:d]))


def _merge_objects(base: dict[str, Any], sides: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    merged: dict[str, Any] = {}
    for key in dict.fromkeys(key for one in (base, *sides) for key in one):
        values = [side.get(key) for side in sides]
        changed = [v for n, v in enumerate(values) if v != base.get(key) and v not in values[:n]]
        if len(changed) > 1:
            return None
        value = changed[0] if changed else base.get(key)
        if value is not None:
            merged[key] = value
    return merged


def _applied(base: Sequence[T], edits: Iterable[_Edit]) -> Iterator[T]:
    """Give what edits that don't overlap make of a sequence."""
    at = 0
    for start, end, items in edits:
        yield from base[at:start]
        yield from items
        at = end
    yield from base[at:]


def _key(item: Any) -> str:
    return json.dumps(item, sort_keys=True, ensure_ascii=False)
