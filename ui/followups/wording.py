"""How a follow-up is worded: until when, how it stands, where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.words import Words
from ui.common import dates
from ui.common.chip import Kind
from ui.lines.wording import DOT, commitment_words, meeting_words

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


def origin_tip(words: Words, line: FollowUpLine) -> str:
    """Return all that is known about where it comes from, for a tool tip."""
    about = (commitment_words(words, line), line.commitment_title)
    about = DOT.join(part for part in about if part)
    parts = (meeting_words(words, line), line.meeting_topic, about, line.plan_name)
    return "\n".join(part for part in parts if part)
