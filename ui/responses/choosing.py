"""Which inputs are shown, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from db.canvas_changes import AnsweredInput

STATES = ("unanswered", "accepted", "adapted", "declined", "deferred")
FILTERS = ("all", *STATES)
ORDERS = ("state", "commitment", "meeting", "raised_by", "text")


@dataclass(frozen=True)
class Choosing:
    """What the person wants to see.

    Attributes:
        state: one of FILTERS.
        commitment: a commitment's id, "" for all.
        sector: a sector, "" for all.
        text: what has to stand in the input, its answer or who gave it, each word of it.
        order: one of ORDERS; the first shows what has no answer before all others.
        descending: whether that order is turned round; what has no value stays last.
    """

    state: str = FILTERS[0]
    commitment: str = ""
    sector: str = ""
    text: str = ""
    order: str = ORDERS[0]
    descending: bool = False


def choose(answers: Iterable[AnsweredInput], wish: Choosing) -> list[AnsweredInput]:
    """Return what is to be shown, in its order; equal ones as they were said."""
    found = [one for one in _meeting_wish(answers, wish) if wish.state in ("all", one.state)]
    value = _VALUES[wish.order]
    known = [one for one in found if value(one) is not None]
    rest = [one for one in found if value(one) is None]
    return sorted(known, key=value, reverse=wish.descending) + rest


def count_states(answers: Iterable[AnsweredInput], wish: Choosing) -> dict[str, int]:
    """Return how many each filter of state would show, the other filters as they are."""
    counts = Counter(one.state for one in _meeting_wish(answers, wish))
    return {name: counts.total() if name == "all" else counts[name] for name in FILTERS}


def _meeting_wish(answers: Iterable[AnsweredInput], wish: Choosing) -> list[AnsweredInput]:
    wanted = wish.text.casefold().split()
    return [
        one
        for one in answers
        if (not wish.commitment or wish.commitment in one.line.about)
        and (not wish.sector or wish.sector == one.sector)
        and (not wanted or _holds(one, wanted))
    ]


def _holds(answer: AnsweredInput, wanted: list[str]) -> bool:
    line = answer.line
    parts = (line.text, line.reason, line.raised_by, line.meeting_topic, line.commitment_title)
    text = "\n".join(parts).casefold()
    return all(part in text for part in wanted)


_VALUES: dict[str, Callable[[AnsweredInput], Any]] = {
    "state": lambda one: STATES.index(one.state),
    "commitment": lambda one: one.line.commitment_number,
    "meeting": lambda one: one.line.meeting_date or None,
    "raised_by": lambda one: one.line.raised_by.casefold() or None,
    "text": lambda one: one.line.text.casefold() or None,
}
