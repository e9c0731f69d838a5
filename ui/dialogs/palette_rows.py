"""How what was found is worded in the palette."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from resources.words import Words
from ui.common.dates import format_short_date
from ui.common.marked_text import Span
from ui.dialogs.palette_list import PaletteRow
from ui.meeting.wording import kind_name, meeting_name

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
    "working_groups": "users",
    "plans": "folder-open",
}
_DOT = " · "
# Stands where an excerpt goes while the words around it are put together.
_PLACE = "\ue000"


def heading(words: Words, group: str) -> PaletteRow:
    """Return the line above a group of rows."""
    return PaletteRow(f"heading/{group}", words(f"search.palette.groups.{group}"), heading=True)


def grouped_rows(words: Words, hits: Sequence[Hit]) -> Iterator[PaletteRow]:
    """Give the rows of hits, list by list, the list with the best hit first."""
    for kind in dict.fromkeys(hit.kind for hit in hits):
        yield heading(words, kind)
        yield from (hit_row(words, hit) for hit in hits if hit.kind == kind)


def hit_row(words: Words, hit: Hit) -> PaletteRow:
    """Return a hit's row: what it is, and below it where that is from."""
    title, matches = _title(words, hit)
    note, note_matches = _note(words, hit)
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
        kind = kind_name(words, hit.meeting)
        return _put(words("meetings.named", kind=kind, topic=_PLACE), hit.title)
    if hit.kind == "commitments" and hit.commitment is not None:
        number = hit.commitment.number
        if number is not None:
            return _put(words("search.palette.numbered", number=number, title=_PLACE), hit.title)
    return hit.title.text, hit.title.matches


def _note(words: Words, hit: Hit) -> tuple[str, tuple[Span, ...]]:
    """Say what else of the query stands in it, and which meeting or commitment it is of."""
    origin = _origin(words, hit)
    if not hit.snippet.text or hit.field == "number":
        return origin, ()
    snippet = words(
        "search.palette.in_field", field=words(f"search.fields.{hit.field}"), text=_PLACE
    )
    return _put(_DOT.join(part for part in (snippet, origin) if part), hit.snippet)


def _origin(words: Words, hit: Hit) -> str:
    if hit.meeting is not None:
        name = "" if hit.kind == "meetings" else meeting_name(words, hit.meeting)
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


def _put(sentence: str, excerpt: Excerpt) -> tuple[str, tuple[Span, ...]]:
    """Put an excerpt into a sentence, its matches along with it."""
    before, _, after = sentence.partition(_PLACE)
    shift = len(before)
    matches = tuple((begin + shift, end + shift) for begin, end in excerpt.matches)
    return f"{before}{excerpt.text}{after}", matches
