"""What an index hands back: which records may be hits, and how well they fit."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from db.search.texts import SEARCHED


class Fit(IntEnum):
    """How a record fits a query, the best first."""

    IS_NAME = 0
    """The query is its name or number."""
    BEGINS_NAME = 1
    """Each word begins a word of its names."""
    BEGINS_TEXT = 2
    """Each word begins a word of its texts."""
    INSIDE = 3
    """Each word stands somewhere, if only inside of other words."""


@dataclass(frozen=True)
class Candidate:
    """A record that may be a hit; `day` is its meeting's date, "" where it has none."""

    kind: str
    record_id: str
    fit: Fit
    day: str = ""


def choose_best(found: Sequence[Candidate], limit: int) -> list[Candidate]:
    """Return the best candidates, the newest meetings first among equals.

    No list crowds the others out: each that has candidates gets its share of places first.
    """
    share = limit // max(1, len({candidate.kind for candidate in found}))
    ranked = rank(found)
    taken: Counter[str] = Counter()
    within: list[Candidate] = []
    beyond: list[Candidate] = []
    for candidate in ranked:
        taken[candidate.kind] += 1
        (within if taken[candidate.kind] <= share else beyond).append(candidate)
    return rank((within + beyond)[:limit])


def rank(found: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates by fit, then the newest, then in the order of the lists."""
    lists = list(SEARCHED)
    ordered = sorted(found, key=lambda one: (lists.index(one.kind), one.record_id))
    ordered.sort(key=lambda one: one.day, reverse=True)
    return sorted(ordered, key=lambda one: one.fit)
