"""What a person typed and the register did not take, as text that they can keep."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from db.catalogue import KINDS
from db.fields import clean_value
from db.records import Record
from desktop.pending import PendingEdit
from resources.words import Words
from ui.common.dates import format_date

# What a new follow-up says besides its point's text.
_TASK = ("owner", "due")


def kept_texts(words: Words, edits: Iterable[PendingEdit]) -> list[tuple[str, str]]:
    """Return what edits hold as (what it belongs to, the text), in the order of typing."""
    return [
        (_label(words, kind, field), text)
        for edit in edits
        for kind, field, value in _values(edit)
        if (text := _worded(words, field, value))
    ]


def written(texts: Sequence[tuple[str, str]]) -> str:
    """Return texts in one, each below what it belongs to; a single one stands alone."""
    if len(texts) == 1:
        return texts[0][1]
    return "\n\n".join(f"— {label} —\n{text}" for label, text in texts)


def rescue_file(words: Words, texts: Sequence[tuple[str, str]], location: str) -> bytes:
    """Return a text file that holds the texts, for a person to read and to copy from."""
    now = dt.datetime.now().strftime("%Y-%m-%d %H:%M")
    head = words("shell.rescue.head", time=now, path=location)
    parts = [head, *(f"— {label} —\n{text}" for label, text in texts)]
    # With the mark by which every editor on Windows, too, knows it for UTF-8.
    return ("\n\n".join(parts) + "\n").encode("utf-8-sig", errors="replace")


def _values(edit: PendingEdit) -> Iterator[tuple[str, str, Any]]:
    """Give the fields of an edit that a person would want back: list, field, value."""
    kind, _, field = edit.field
    if not isinstance(edit.value, Record):
        yield kind, field, edit.value
        return
    # Of a new record, its texts: ids and choices mean nothing on paper.
    types = type(edit.value).model_fields
    for name in KINDS[kind].fields:
        if types[name].annotation is str:
            yield kind, name, getattr(edit.value, name)
    for name in _TASK if edit.task else ():
        yield "follow_ups", name, (edit.task or {}).get(name)


def _worded(words: Words, field: str, value: Any) -> str:
    text = _text(value)
    if field == "response" and text:
        return words(f"responses_screen.states.{text}").lower()
    return format_date(words, text) if field == "due" else text


def _text(value: Any) -> str:
    plain = clean_value(value)
    if isinstance(plain, str):
        return plain.strip()
    return json.dumps(plain, ensure_ascii=False, indent=1) if plain else ""


def _label(words: Words, kind: str, field: str) -> str:
    return f"{words.list_name(kind)}, {words.field_name(kind, field)}"
