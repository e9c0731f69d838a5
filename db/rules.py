"""Rules of the domain that need no database: order, numbering, periods."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Protocol, TypeVar

from db.records import CHECKPOINTS, Attendance, Point


class Positioned(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def position(self) -> float | None: ...


P = TypeVar("P", bound=Positioned)


def in_order(records: Iterable[P]) -> tuple[P, ...]:
    """Return records by position, then id; those without a position come last."""
    return tuple(sorted(records, key=_order_key))


def _order_key(record: Positioned) -> tuple[bool, float, str]:
    return (record.position is None, record.position or 0, record.id)


def speaker_name(line: Attendance) -> str:
    """Return what a person of the attendance list is called as the one who says something."""
    if line.person:
        return line.person
    return " · ".join(part for part in (line.organisation, line.unit) if part)


@dataclass(frozen=True)
class NumberedPoint:
    """A point with the number it is printed with: "3", or "b" for the second one under it."""

    point: Point
    number: str
    depth: int


def number_points(points: Sequence[Point]) -> tuple[NumberedPoint, ...]:
    """Return the points of a meeting in reading order, numbered 1, 2, … and a, b, … below.

    A parent that is missing counts as none, and so does each that makes a circle.
    """
    known = {point.id: point for point in points}
    circles = parent_circles({point.id: point.parent_id for point in points})
    children: dict[str | None, list[Point]] = {}
    for point in in_order(points):
        parent = None if point.id in circles else point.parent_id
        children.setdefault(parent if parent in known else None, []).append(point)
    numbered: list[NumberedPoint] = []
    # A stack instead of recursion: a received file may nest points as deep as it likes.
    waiting = [(point, str(i), 0) for i, point in enumerate(children.get(None, []), 1)][::-1]
    while waiting:
        point, number, depth = waiting.pop()
        numbered.append(NumberedPoint(point, number, depth))
        below = children.get(point.id, [])
        waiting += [(p, letters(i), depth + 1) for i, p in enumerate(below)][::-1]
    return tuple(numbered)


def parent_circles(parents: Mapping[str, str | None]) -> set[str]:
    """Return the ids whose parents lead back to themselves; what hangs below them doesn't."""
    found: set[str] = set()
    seen: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        step: str | None = start
        while step is not None and step in parents and not (step in seen or step in path):
            path[step] = None
            step = parents[step]
        if step is not None and step in path:
            ids = list(path)
            found.update(ids[ids.index(step) :])
        seen.update(path)
    return found


_BLANKS = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
BLANKS = f"{_BLANKS}\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
"""What counts as nothing in a reason, also where the database is asked: Python's white space."""


def is_answered(response: str, reason: str) -> bool:
    """Tell whether an input has its answer: a response and the reason for it."""
    return bool(response and reason.strip(BLANKS))


def waits_for_answer(point: Point) -> bool:
    """Tell whether a point is an input that still lacks its response, or the reason for it."""
    return point.kind == "input" and not is_answered(point.response, point.reason)


def letters(index: int) -> str:
    """Number like a spreadsheet's columns: a … z, aa, ab, …"""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = ascii_lowercase[rest] + text
    return text


def position_between(before: float | None, after: float | None) -> float:
    """Return a position that sorts between two neighbours; None stands for an end."""
    if before is None:
        return (after if after is not None else 2) - 1
    if after is None:
        return before + 1
    return (before + after) / 2


def checkpoint_years(start: str, checkpoints: Iterable[str] = CHECKPOINTS) -> dict[str, str]:
    """Return the year in which each checkpoint of a plan falls, "" when its start is unknown.

    A plan from January 2021 has B06 in 2021 and B24 in 2022: the checkpoint is the last of
    its months.
    """
    if not start:
        return dict.fromkeys(checkpoints, "")
    year, month = int(start[:4]), int(start[5:7])
    return {
        checkpoint: str(year + (month - 1 + int(checkpoint[1:]) - 1) // 12)
        for checkpoint in checkpoints
    }


def filled_fields(
    commitment: Mapping[str, object], milestones: int, contacts: int
) -> frozenset[str]:
    """Return what of a commitment holds something: its fields, "period", and its parts.

    A period counts with both its ends; home's lists are counted the same way by the database.
    """
    found = {name for name, value in commitment.items() if value}
    if {"start", "end"} <= found:
        found.add("period")
    if milestones:
        found.add("milestones")
    if contacts:
        found.add("contacts")
    return frozenset(found)


def equal_runs(texts: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Return where equal neighbours stand, as (first, count); empty ones stay single.

    The form shows such a run as one merged cell; rows that are still to be filled in are not
    merged, so that each keeps its own place.
    """
    runs: list[tuple[int, int]] = []
    before = ""
    for index, text in enumerate(texts):
        if text and text == before:
            first, count = runs.pop()
            runs.append((first, count + 1))
        else:
            runs.append((index, 1))
        before = text
    return tuple(runs)


def resolve_joined(same_as: Mapping[str, str | None]) -> dict[str, str]:
    """Return for every joined organisation the one that stands for it in the end.

    `same_as` holds each one's own link. Where links lead round in a circle (two machines may
    have joined the same pair the other way), the smallest id of the circle stands for all.
    """
    return {one: _stands_for(one, same_as) for one, into in same_as.items() if into}


def _stands_for(start: str, same_as: Mapping[str, str | None]) -> str:
    path = [start]
    while into := same_as.get(path[-1]):
        if into in path:
            return min(path[path.index(into) :])
        path.append(into)
    return path[-1]
