"""How the origin of a follow-up or an input is worded, and a text in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.meeting_names import kind_name
from resources.words import Words
from ui.common import dates

if TYPE_CHECKING:
    from db.following import FollowUpLine, InputLine

DOT = " · "


def meeting_words(words: Words, line: FollowUpLine | InputLine) -> str:
    """Return the meeting that it comes from: Kick Off 8 Agu 2018."""
    kind = kind_name(words, line.meeting_kind) or words("follow_ups.origin.meeting")
    date = dates.format_short_date(words, line.meeting_date)
    return words(
        "follow_ups.origin.line", kind=kind, date=date or words("follow_ups.origin.no_date")
    )


def place_words(words: Words, line: FollowUpLine | InputLine, more: str = "") -> str:
    """Return where in the meeting, and about what: butir 4 · Komitmen 2 · and what else."""
    point = point_words(words, line)
    return DOT.join(part for part in (point, commitment_words(words, line), more) if part)


def point_words(words: Words, line: FollowUpLine | InputLine) -> str:
    """Return the point that it comes from: butir 4."""
    number = line.point_number
    return words("follow_ups.origin.point", number=number) if number else ""


def commitment_words(words: Words, line: FollowUpLine | InputLine) -> str:
    """Return the commitment that it is about: Komitmen 2."""
    number = line.commitment_number
    return "" if number is None else words("follow_ups.origin.commitment", number=number)


def one_line(text: str, most: int = 400) -> str:
    """Return as much of a text as a list shows, in one line."""
    return " ".join(text[: 2 * most].split())[:most]
