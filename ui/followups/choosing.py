"""Which follow-ups are shown, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from db.following import STATES

if TYPE_CHECKING:
    from db.following import FollowUpLine

FILTERS = ("open", "overdue", "done", "dropped", "all")
ORDERS = ("state", "due", "owner", "commitment", "meeting", "text")
_LAST = "9999"
NOBODY = ""
"""The key of those without an owner."""


@dataclass(frozen=True)
class Choosing:
    """What the person wants to see.

    Attributes:
        state: one of FILTERS; what is overdue is open, too.
        owner: an owner's key, None for all.
        commitment: a commitment's id, "" for all.
        text: what has to stand in text, owner, meeting or commitment, each word of it.
        order: one of ORDERS; the first shows what is overdue before all others.
        descending: whether that order is turned round; what has no value stays last.
    """

    state: str = "open"
    owner: str | None = None
    commitment: str = ""
    text: str = ""
    order: str = ORDERS[0]
    descending: bool = False


def owner_key(line: FollowUpLine) -> str:
    """Return what is the same for all follow-ups of one owner."""
    return " ".join(line.owner.casefold().split())


def choose(lines: Iterable[FollowUpLine], wish: Choosing, today: str) -> list[FollowUpLine]:
    """Return what is to be shown, in its order."""
    found = [line for line in _meeting_wish(lines, wish) if _is_so(line.state(today), wish.state)]
    return in_order(found, wish, today)


def count_states(lines: Iterable[FollowUpLine], wish: Choosing, today: str) -> dict[str, int]:
    """Return how many each filter of state would show, the other filters as they are."""
    counts = Counter(line.state(today) for line in _meeting_wish(lines, wish))
    counts["open"] += counts["overdue"]
    counts["all"] = counts["open"] + counts["done"] + counts["dropped"]
    return {name: counts[name] for name in FILTERS}


def in_order(lines: Sequence[FollowUpLine], wish: Choosing, today: str) -> list[FollowUpLine]:
    """Return lines in the wished order; equal ones by what is due first."""
    urgent = sorted(lines, key=lambda line: _urgency(line, today))
    if wish.order == ORDERS[0]:
        return urgent[::-1] if wish.descending else urgent
    value = _VALUES[wish.order]
    known = [line for line in urgent if value(line) is not None]
    rest = [line for line in urgent if value(line) is None]
    return sorted(known, key=value, reverse=wish.descending) + rest


def _meeting_wish(lines: Iterable[FollowUpLine], wish: Choosing) -> list[FollowUpLine]:
    wanted = wish.text.casefold().split()
    return [
        line
        for line in lines
        if (wish.owner is None or owner_key(line) == wish.owner)
        and (not wish.commitment or wish.commitment in line.about)
        and (not wanted or _holds(line, wanted))
    ]


def _holds(line: FollowUpLine, wanted: Sequence[str]) -> bool:
    parts = (line.text, line.owner, line.meeting_topic, line.commitment_title)
    text = "\n".join(parts).casefold()
    return all(part in text for part in wanted)


def _is_so(state: str, wanted: str) -> bool:
    return wanted in ("all", state) or (wanted == "open" and state == "overdue")


def _urgency(line: FollowUpLine, today: str) -> tuple[Any, ...]:
    state = STATES.index(line.state(today))
    day = line.due if line.is_open else line.closed_on
    return (state, day or _LAST, line.meeting_date, line.id)


_VALUES: dict[str, Callable[[FollowUpLine], Any]] = {
    "due": lambda line: line.due or None,
    "owner": lambda line: owner_key(line) or None,
    "commitment": lambda line: line.commitment_number,
    "meeting": lambda line: (line.meeting_date, line.meeting_time) if line.meeting_date else None,
    "text": lambda line: line.text.casefold() or None,
}
