"""What a field said before: its texts in time, and who brought in which words of now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from db.comparing import SayCode, value_text
from db.differences import word_differences
from db.drafting import level_rank


@dataclass(frozen=True)
class Wording:
    """A value that a field had, and where it came from.

    Attributes:
        value: the JSON value.
        dated: whether anybody knows when it was written.
        shown: whether the record shows it now.
        meeting_id, point_id: what it came out of, "" for none.
        meeting_kind, meeting_topic, meeting_date: that meeting, as lists name it.
        point_number, raised_by: that point, as minutes name it.
        drafts: the levels that were frozen while it stood there.
    """

    id: str
    value: Any
    at: str
    author: str = ""
    device: str = ""
    dated: bool = True
    shown: bool = False
    meeting_id: str = ""
    meeting_kind: str = ""
    meeting_topic: str = ""
    meeting_date: str = ""
    point_id: str = ""
    point_number: str = ""
    raised_by: str = ""
    point_text: str = ""
    drafts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Passage:
    """Neighbouring words of a text that came in together.

    Attributes:
        wording: what brought them.
        first_draft: the level of the draft in which they first stood, "" for none yet.
    """

    text: str
    wording: Wording
    first_draft: str = ""


@dataclass(frozen=True)
class FieldMemory:
    """Everything that is known of a field's past.

    Attributes:
        wordings: its values, the latest first.
        line: those that led to what is shown, the earliest first.
    """

    wordings: tuple[Wording, ...] = ()
    line: tuple[Wording, ...] = ()


def passages(memory: FieldMemory, name: str, say: SayCode) -> tuple[Passage, ...]:
    """Return the shown text in pieces, each with the wording that brought it in.

    What stands in a text is whose who wrote it first and whom nobody deleted since.
    """
    pieces: list[tuple[str, int]] = []
    before = ""
    for place, wording in enumerate(memory.line):
        text = value_text(name, wording.value, say)
        pieces = _carried(pieces, before, text, place)
        before = text
    return tuple(
        Passage(text, memory.line[place], _first_draft(memory.line, place))
        for text, place in _joined(pieces)
    )


def _carried(
    pieces: list[tuple[str, int]], before: str, after: str, place: int
) -> list[tuple[str, int]]:
    """Return the pieces of a text, those that stayed with whoever brought them."""
    kept: list[tuple[str, int]] = []
    at, inside = 0, 0
    for span in word_differences(before, after):
        if span.manner == "added":
            kept.append((span.text, place))
            continue
        left = len(span.text)
        while left:
            text, whose = pieces[at]
            part = text[inside : inside + left]
            if span.manner == "same":
                kept.append((part, whose))
            left -= len(part)
            inside += len(part)
            if inside == len(text):
                at, inside = at + 1, 0
    return kept


def _joined(pieces: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    text, whose = "", -1
    for part, place in pieces:
        if place != whose and text:
            yield text, whose
            text = ""
        text, whose = text + part, place
    if text:
        yield text, whose


def _first_draft(line: Sequence[Wording], place: int) -> str:
    levels = [level for wording in line[place:] for level in wording.drafts]
    return min(levels, key=level_rank, default="")
