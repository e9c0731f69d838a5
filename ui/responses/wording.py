"""How an input, where it comes from and what became of it are worded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.canvas_words import place_words, value_words
from resources.lines import with_capital
from resources.part_names import part_name
from resources.words import Words
from ui.common.chip import RESPONSE_KINDS, Kind
from ui.lines import wording as lines

_GIST = 60

if TYPE_CHECKING:
    from db.canvas_changes import AnsweredInput, CanvasChange
    from db.following import InputLine


def response_words(words: Words, line: InputLine) -> str:
    """Return the answer: diterima, or that there is none."""
    return words(f"responses_screen.states.{line.response or 'unanswered'}")


def response_kind(line: InputLine) -> Kind:
    """Return how the answer is coloured."""
    return RESPONSE_KINDS[line.response] if line.response else "danger"


def missing_words(words: Words, line: InputLine) -> str:
    """Return that the reason is missing, where a response was given without one."""
    lacks = bool(line.response) and not line.is_answered
    return words("responses_screen.no_reason") if lacks else ""


def about_words(words: Words, line: InputLine) -> str:
    """Return where in the meeting, and what about: butir 3b · Komitmen 2 · Masalah masyarakat."""
    part = part_name(words, line.canvas_field, line.form)
    return lines.place_words(words, line, part)


def origin_pair(words: Words, line: InputLine) -> tuple[str, str]:
    """Return its meeting with the point, and the part of the canvas; two lines of like length."""
    point = lines.point_words(words, line)
    about = (lines.commitment_words(words, line), part_name(words, line.canvas_field, line.form))
    where = (lines.meeting_words(words, line), point)
    return lines.DOT.join(one for one in where if one), lines.DOT.join(one for one in about if one)


def sector_words(words: Words, sector: str) -> str:
    """Return a sector as lists name it."""
    return words(f"papers.register.sectors.{sector}") if sector else ""


def change_place(words: Words, change: CanvasChange) -> str:
    """Return where something was changed: Permasalahan."""
    return with_capital(place_words(words, change.kind, change.field, change.place))


def change_words(words: Words, change: CanvasChange) -> tuple[str, str]:
    """Return what stood there and what stands there now, as far as they differ."""
    from db.passages import changed_passages

    if change.field == "deleted":
        return (change.name, "") if change.after else ("", change.name)
    before, after = (value_words(words, change.field, text) for text in change.texts)
    return changed_passages(before, after, 300)


def change_line(words: Words, change: CanvasChange) -> str:
    """Return a change in one line: “lama” → “baru”."""
    before, after = (" ".join(text.split()) for text in change_words(words, change))
    nothing = words("papers.register.empty")
    return f"{before or nothing} → {after or nothing}"


def change_gist(words: Words, change: CanvasChange) -> str:
    """Return a change in few words, without what stayed: − sebagian besar  + 83 desa."""
    from db.differences import word_differences
    from db.passages import shorten

    if change.field == "deleted":
        return change_line(words, change)
    texts = (value_words(words, change.field, text) for text in change.texts)
    spans = word_differences(*texts)
    gone, come = (
        shorten(" … ".join(s.text.strip() for s in spans if s.manner == manner), _GIST)
        for manner in ("removed", "added")
    )
    return "  ".join([f"− {gone}"] * bool(gone) + [f"+ {come}"] * bool(come))


def changes_pair(words: Words, answer: AnsweredInput) -> tuple[str, str]:
    """Return the places that were changed, and how the first one was."""
    changes = answer.changes
    if not changes:
        return "", ""
    place = change_place(words, changes[0])
    if len(changes) > 1:
        place = words("responses_screen.more", place=place, n=len(changes) - 1)
    return place, change_line(words, changes[0])
