"""The sections of a canvas as texts for the room, now and before the meeting began."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from db.parties import party_text
from db.rules import in_order
from resources.forms import load_form
from resources.words import Words
from ui.canvas.sections import CanvasSection, form_sections
from ui.common.dates import format_month
from ui.projector.matter import Matter

if TYPE_CHECKING:
    from db.records import Milestone, Record
    from db.snapshot import CommitmentDossier

R = TypeVar("R", bound="Record")
_DOT = " · "


def shown_sections(words: Words, dossier: CommitmentDossier) -> tuple[CanvasSection, ...]:
    """Return the parts of a canvas that a room may see: all but the contacts."""
    form = load_form(dossier.form)
    return tuple(s for s in form_sections(words, form) if s.kind not in ("contacts", "title"))


def section_text(words: Words, section: CanvasSection, dossier: CommitmentDossier) -> str:
    """Return what stands in a section, as one text."""
    values = dict(dossier.commitment)
    if section.kind == "parties":
        return "\n".join(party_text(party) for party in values.get(section.field, ()))
    if section.kind == "period":
        return _span(words, str(values["start"]), str(values["end"]))
    if section.kind == "milestones":
        return _in_lines(_milestone_lines(words, dossier))
    text = str(values.get(section.field, ""))
    if section.kind == "values":
        known = words.table("canvas.values")
        chosen = _DOT.join(known.get(value, value) for value in dossier.commitment.values)
        return "\n".join(part for part in (chosen, text) if part)
    return text


def earlier_text(words: Words, section: CanvasSection, matter: Matter) -> str:
    """Return what stood in a section when the meeting began."""
    assert matter.commitment is not None
    if section.kind == "text":
        commitment = dict(matter.commitment.commitment)
        return str(matter.earlier.get(section.field, commitment.get(section.field, "")))
    before = replace(
        matter.commitment,
        commitment=_as_before(matter.commitment.commitment, matter.earlier),
        milestones=_stones_before(matter, matter.commitment.milestones),
    )
    if section.kind == "milestones":
        # Told in the same way: else a date in one line would count as news in all of them.
        dated = not _milestone_lines(words, matter.commitment)[0]
        gone = _stones_before(matter, matter.milestones_gone)
        return _in_lines(_milestone_lines(words, before, dated, gone))
    return section_text(words, section, before)


def _stones_before(matter: Matter, stones: Iterable[Milestone]) -> tuple[Milestone, ...]:
    earlier = matter.earlier_milestones
    return tuple(_as_before(one, earlier.get(one.id, {})) for one in stones)


def milestone_place(words: Words, dossier: CommitmentDossier, milestone_id: str) -> int:
    """Return where a milestone ends in the text of its section; -1 for one that is not there."""
    head, *lines = _milestone_lines(words, dossier)
    end = len(head) if head else -1  # Nothing parts the first one from what is before it.
    for one, line in zip(dossier.milestones, lines, strict=True):
        end += len(line) + 1
        if one.id == milestone_id:
            return end
    return -1


def _milestone_lines(
    words: Words,
    dossier: CommitmentDossier,
    dated: bool | None = None,
    gone: tuple[Milestone, ...] = (),
) -> list[str]:
    """Return the period that all milestones share ("" for none), and each of them behind it.

    `dated` says whether each one tells its own period, though they share one or don't. `gone`
    are further ones, which take no number: the others have theirs.
    """
    stones = dossier.milestones
    spans = {_span(words, one.start, one.end) for one in stones}
    shared = spans.pop() if len(stones) > 1 and len(spans) == 1 else ""
    dated = not shared if dated is None else dated
    head = words("projector.all_milestones", period=shared) if shared and not dated else ""
    lines, number = [head], 0
    for one in in_order((*stones, *gone)) if gone else stones:
        number += one not in gone
        marker = "–" if one in gone else f"{number}."
        lines.append(_milestone_line(words, marker, one, dated))
    return lines


def _in_lines(lines: list[str]) -> str:
    return "\n".join(line for line in lines if line)


def _milestone_line(words: Words, marker: str, milestone: Milestone, dated: bool) -> str:
    span = _span(words, milestone.start, milestone.end) if dated else ""
    line = f"{marker} {milestone.text}{f' ({span})' if span else ''}"
    besides = {
        "output": milestone.output,
        "actors": ", ".join(party_text(p) for p in milestone.actors),
    }
    said = (f"{words(f'canvas.milestones.{key}')}: {text}" for key, text in besides.items() if text)
    return "\n".join((line, *said))


def _span(words: Words, start: str, end: str) -> str:
    return " – ".join(format_month(words, month) for month in (start, end) if month)


def _as_before(record: R, earlier: Mapping[str, object]) -> R:
    """Return a record with the fields that it had; one without a value then has the empty one."""
    if not earlier:
        return record
    fields = type(record).model_fields
    values = {n: v for n, v in dict(record).items() if n not in earlier or fields[n].is_required()}
    kept = {name: value for name, value in earlier.items() if value != "" and name in dict(record)}
    return type(record).model_validate(values | kept, strict=False)
