"""How a follow-up is worded: until when, how it stands, where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.words import Words
from ui.common import dates
from ui.common.chip import Kind

if TYPE_CHECKING:
    from db.following import FollowUpLine

STATE_KINDS: dict[str, Kind] = {
    "overdue": "danger",
    "open": "info",
    "done": "success",
    "dropped": "neutral",
}
# Further away nobody counts in days.
_NEAR = 30
_DOT = " · "


def due_date(words: Words, line: FollowUpLine) -> str:
    """Return the day that it is due: 14 Sep 2018."""
    return dates.format_short_date(words, line.due) if line.due else words("follow_ups.due.none")


def due_note(words: Words, line: FollowUpLine, today: str) -> str:
    """Return how near that day is, or how long past, for one that waits: terlambat 3 hari."""
    left = line.days_left(today) if line.is_open else None
    if left is None or left > _NEAR:
        return ""
    if left < 0:
        return words("follow_ups.due.late", n=-left)
    if left < 2:
        return words("follow_ups.due.tomorrow" if left else "follow_ups.due.today")
    return words("follow_ups.due.left", n=left)


def closed_note(words: Words, line: FollowUpLine) -> str:
    """Return since when it waits no more; "" while it waits."""
    if line.is_open or not line.closed_on:
        return ""
    return words("follow_ups.due.since", date=dates.format_short_date(words, line.closed_on))


def meeting_words(words: Words, line: FollowUpLine) -> str:
    """Return the meeting that it comes from: Kick Off 8 Agu 2018."""
    kind = words("follow_ups.origin.meeting")
    if line.meeting_kind:
        kind = words(f"documents.meeting_kinds.{line.meeting_kind}")
    date = dates.format_short_date(words, line.meeting_date)
    return words(
        "follow_ups.origin.line", kind=kind, date=date or words("follow_ups.origin.no_date")
    )


def place_words(words: Words, line: FollowUpLine, with_plan: bool = False) -> str:
    """Return where in the meeting, and about what: butir 4 · Komitmen 2."""
    parts: list[str] = []
    if line.point_number:
        parts.append(words("follow_ups.origin.point", number=line.point_number))
    if line.commitment_number is not None:
        parts.append(words("follow_ups.origin.commitment", number=line.commitment_number))
    if with_plan:
        parts.append(line.plan_name)
    return _DOT.join(part for part in parts if part)


def origin_tip(words: Words, line: FollowUpLine) -> str:
    """Return all that is known about where it comes from, for a tool tip."""
    number = line.commitment_number
    about = "" if number is None else words("follow_ups.origin.commitment", number=number)
    about = _DOT.join(part for part in (about, line.commitment_title) if part)
    parts = (meeting_words(words, line), line.meeting_topic, about, line.plan_name)
    return "\n".join(part for part in parts if part)


def one_line(text: str, most: int = 400) -> str:
    """Return as much of a text as a list shows, in one line."""
    return " ".join(text[: 2 * most].split())[:most]
