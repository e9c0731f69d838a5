"""A question about differing fields, in words: what the dialog shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from db.differences import Span

Editor = Literal["", "text", "line", "parties", "texts", "month", "date", "time", "number"]
"""What an answer is written with; "" where it can only be chosen."""


@dataclass(frozen=True)
class SideView:
    """One of the values that differ, or another answer that can be chosen.

    Attributes:
        value: what the field holds when it is chosen.
        place: out of which meeting and point it came.
        origin: who wrote it, where and when.
        spans: its text, with what is other than in the text that all began with.
        facts: short words about it: that it is shown now, that it is empty.
        act: what its button says, "" for the usual words.
        able: whether it can be chosen.
    """

    value: Any
    place: str
    origin: str
    spans: tuple[Span, ...]
    facts: tuple[str, ...] = ()
    act: str = ""
    able: bool = True

    @property
    def text(self) -> str:
        """Its words alone, as they are read out."""
        return "".join(span.text for span in self.spans if span.manner != "removed")


@dataclass(frozen=True)
class QuestionView:
    """One field that differs.

    Attributes:
        subject: the record and the field: Komitmen 4 · C. Komitmen.
        hint: how the sides came about, in a sentence.
        base_label, base: the text that all sides began with, "" where there is none.
        editor: what the answer is written with.
        result: the answer that is offered; None where one has to be chosen.
        advice: how it was put together.
        kept: what stays of the others.
        organisations: (name, id) of all that can be named in an answer.
    """

    subject: str
    hint: str
    sides: Sequence[SideView]
    base_label: str = ""
    base: str = ""
    editor: Editor = ""
    result: Any = None
    advice: str = ""
    kept: str = ""
    organisations: Sequence[tuple[str, str | None]] = ()
