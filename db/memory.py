"""What a field said before: its texts in time, and who brought in which words of now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
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
    owners: list[int] = []
    firsts = _first_drafts(memory.line)
    before = ""
    for place, wording in enumerate(memory.line):
        text = value_text(name, wording.value, say)
        owners = _carried(owners, before, text, place)
        before = text
    return tuple(
        Passage(text, memory.line[place], firsts[place]) for text, place in _joined(before, owners)
    )


def _carried(owners: list[int], before: str, after: str, place: int) -> list[int]:
    """Return for each letter of a text who brought it; what stayed keeps whom it had."""
    kept: list[int] = []
    at = 0
    for span in word_differences(before, after):
        length = len(span.text)
        if span.manner == "added":
            kept += [place] * length
            continue
        if span.manner == "same":
            kept += owners[at : at + length]
        at += length
    return kept


def _joined(text: str, owners: Sequence[int]) -> Iterator[tuple[str, int]]:
    begin = 0
    for place, run in groupby(owners):
        end = begin + sum(1 for _ in run)
        yield text[begin:end], place
        begin = end


def _first_drafts(line: Sequence[Wording]) -> list[str]:
    """Return for each wording the first draft that was frozen from then on, "" for none."""
    firsts: list[str] = []
    first = ""
    for wording in reversed(line):
        first = min(
            [first, *wording.drafts] if first else wording.drafts, key=level_rank, default=""
        )
        firsts.append(first)
    return firsts[::-1]
