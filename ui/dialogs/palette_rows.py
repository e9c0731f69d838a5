"""How what was found is worded in the palette."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from resources.words import Words
from ui.common.dates import format_short_date
from ui.common.marked_text import Span
from ui.dialogs.palette_list import PaletteRow
from ui.meeting.wording import meeting_title, shown_kind

if TYPE_CHECKING:
    from db.search.hit import Excerpt, Hit

_ICONS = {
    "meetings": "calendar-days",
    "commitments": "file-text",
    "organisations": "building-2",
    "points": "message-square-text",
    "follow_ups": "list-checks",
    "milestones": "flag",
    "targets": "target",
    "attendances": "user",
    "contacts": "user",
    "confirmations": "check",
    "agreements": "users",
    "working_groups": "users",
    "plans": "folder-open",
}
_DOT = " · "
# Stands where an excerpt goes while the words around it are put together.
_PLACE = "\ue000"


def heading(words: Words, group: str) -> PaletteRow:
    """Return the line above a group of rows."""
    return PaletteRow(f"heading/{group}", words(f"search.palette.groups.{group}"), heading=True)


def grouped_rows(words: Words, hits: Sequence[Hit], plan_id: str) -> Iterator[PaletteRow]:
    """Give the rows of hits, list by list, the list with the best hit first."""
    for kind in dict.fromkeys(hit.kind for hit in hits):
        yield heading(words, kind)
        yield from (hit_row(words, hit, plan_id) for hit in hits if hit.kind == kind)


def hit_row(words: Words, hit: Hit, plan_id: str) -> PaletteRow:
    """Return a hit's row: what it is, and below it where that is from.

    Its plan is named where that is another one than the plan in view.
    """
    title, matches = _title(words, hit)
    note, note_matches = _note(words, hit, plan_id)
    return PaletteRow(
        key=f"{hit.kind}/{hit.record_id}",
        title=title,
        note=note,
        matches=matches,
        note_matches=note_matches,
        icon=_ICONS[hit.kind],
    )


def _title(words: Words, hit: Hit) -> tuple[str, tuple[Span, ...]]:
    if not hit.title.text:
        return words("search.palette.untitled"), ()
    if hit.kind == "meetings" and hit.meeting is not None:
        kind = shown_kind(words, hit.meeting)
        return _put(words("meetings.named", kind=kind, topic=_PLACE), hit.title)
    if hit.kind == "commitments" and hit.commitment and hit.commitment.number is not None:
        number = str(hit.commitment.number)
        text, matches = _put(
            words("search.palette.numbered", number=number, title=_PLACE), hit.title
        )
        return text, (((0, len(number)), *matches) if hit.field == "number" else matches)
    return hit.title.text, hit.title.matches


def _note(words: Words, hit: Hit, plan_id: str) -> tuple[str, tuple[Span, ...]]:
    """Say what else of the query stands in it, and which meeting or commitment it is of.

    A plan other than the one in view comes first: a long snippet would hide it.
    """
    snippet = ""
    if hit.snippet.text and hit.field != "number":
        field = words(f"search.fields.{hit.field}")
        snippet = words("search.palette.in_field", field=field, text=_PLACE)
    parts = (_other_plan(hit, plan_id), snippet, _origin(words, hit))
    return _put(_DOT.join(part for part in parts if part), hit.snippet if snippet else None)


def _other_plan(hit: Hit, plan_id: str) -> str:
    if hit.plan is None or hit.kind == "plans" or hit.plan.id == plan_id:
        return ""
    return hit.plan.short_title or hit.plan.title


def _origin(words: Words, hit: Hit) -> str:
    if hit.meeting is not None:
        name = "" if hit.kind == "meetings" else meeting_title(words, hit.meeting)
        parts = (name, format_short_date(words, hit.meeting.date), _place_of(hit))
        return _DOT.join(part for part in parts if part)
    if hit.commitment is not None and hit.kind != "commitments":
        title = " ".join(hit.commitment.title.split())
        number = hit.commitment.number
        if number is None:
            return title
        return words("search.palette.numbered", number=number, title=title)
    return ""


def _place_of(hit: Hit) -> str:
    """Return a meeting's place, unless it is what was found."""
    if hit.kind != "meetings" or hit.meeting is None or hit.field == "place":
        return ""
    return " ".join(hit.meeting.place.split())


def _put(sentence: str, excerpt: Excerpt | None) -> tuple[str, tuple[Span, ...]]:
    """Put an excerpt into a sentence, its matches along with it."""
    if excerpt is None:
        return sentence, ()
    before, _, after = sentence.partition(_PLACE)
    shift = len(before)
    matches = tuple((begin + shift, end + shift) for begin, end in excerpt.matches)
    return f"{before}{excerpt.text}{after}", matches
