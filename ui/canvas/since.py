"""What is other in a section of the canvas than it was at the last draft, told in a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.differences import Span, count_words, word_differences
from db.parties import party_text
from resources.words import Words
from ui.canvas.sections import CanvasSection
from ui.common.dates import format_month

if TYPE_CHECKING:
    from db.records import Party
    from db.snapshot import CommitmentDossier

Values = Mapping[str, object]
# A milestone's or a contact's place is told apart from what it says.
_UNSAID = frozenset({"id", "commitment_id", "position", "deleted"})


@dataclass(frozen=True)
class SinceView:
    """What a canvas is compared with.

    Attributes:
        label: since when, in words: "Since Draft 1".
        before: the commitment as it was then.
        origins: out of which meetings and points changes came, in words, by the section's field.
    """

    label: str
    before: CommitmentDossier
    origins: Mapping[str, str] = field(default_factory=dict[str, str])

    def origin_of(self, section: CanvasSection) -> str:
        """Return out of what the changes of a section came, "" for nothing known."""
        return self.origins.get("values_text" if section.kind == "values" else section.field, "")


@dataclass(frozen=True)
class SectionChange:
    """What is other in a section.

    Attributes:
        said: it in few words, "" for nothing.
        spans: it word by word, where the section has a text.
    """

    said: str = ""
    spans: tuple[Span, ...] = ()

    @property
    def removed(self) -> tuple[str, ...]:
        """The words that went, in reading order."""
        gone = (" ".join(one.text.split()) for one in self.spans if one.manner == "removed")
        return tuple(text for text in gone if text)


def section_change(
    words: Words, section: CanvasSection, before: Values, now: Values
) -> SectionChange:
    """Return what is other in a section of the commitment's own fields."""
    if section.kind == "period":
        return SectionChange(_period(words, before, now))
    if section.kind == "parties":
        names = (_names(one.get(section.field)) for one in (before, now))
        return SectionChange(_came_and_went(*names))
    old, new = (str(one.get(section.field) or "") for one in (before, now))
    if section.kind != "values":
        return _text_change(words, old, new)
    if section.field == "values":
        old = new = ""
    text = _text_change(words, old, new)
    known = words.table("canvas.values")
    chosen = (_chosen(one.get("values"), known) for one in (before, now))
    said = " · ".join(part for part in (_came_and_went(*chosen), text.said) if part)
    return SectionChange(said, text.spans)


def parts_change(
    words: Words, kind: str, before: Sequence[Values], now: Sequence[Values]
) -> SectionChange:
    """Return how many milestones or contacts came, are other, or went."""
    old, new = ({str(one["id"]): _said(one) for one in side} for side in (before, now))
    stayed = [key for key in new if key in old]
    counts = (
        ("added", len(new) - len(stayed)),
        ("changed", sum(old[key] != new[key] for key in stayed)),
        ("removed", len(old) - len(stayed)),
    )
    parts = [words(f"since.{kind}.{what}", n=count) for what, count in counts if count]
    if not parts and stayed != list(old):
        parts = [words("since.moved")]
    return SectionChange(", ".join(parts))


def _text_change(words: Words, before: str, after: str) -> SectionChange:
    if before == after:
        return SectionChange()
    spans = word_differences(before, after)
    return SectionChange(" · ".join(_counted(words, spans)) or words("since.signs"), spans)


def _counted(words: Words, spans: Sequence[Span]) -> Iterator[str]:
    for sign, count in zip("+−", count_words(spans), strict=True):
        if count:
            yield f"{sign}{words('canvas.words', n=count)}"


def _period(words: Words, before: Values, now: Values) -> str:
    ends = [[str(one.get(name) or "") for name in ("start", "end")] for one in (before, now)]
    if ends[0] == ends[1]:
        return ""
    months = " – ".join(format_month(words, month) for month in ends[0] if month)
    return words("since.period", months=months) if months else words("since.filled")


def _names(value: object) -> list[str]:
    parties: Sequence[Party] = value if isinstance(value, tuple | list) else ()
    return [party_text(one) for one in parties]


def _chosen(value: object, known: Mapping[str, str]) -> list[str]:
    return [known.get(one, one) for one in value] if isinstance(value, tuple | list) else []


def _came_and_went(before: Sequence[str], now: Sequence[str]) -> str:
    came = ", ".join(one for one in now if one not in before)
    went = ", ".join(one for one in before if one not in now)
    return " · ".join(f"{sign} {text}" for sign, text in (("+", came), ("−", went)) if text)


def _said(part: Values) -> dict[str, object]:
    return {name: value for name, value in part.items() if name not in _UNSAID and value}
