"""Counting who was there and what was said: people, units and organisations apart."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from db.records import Attendance, Point
from db.rules import waits_for_answer

AWAY = ("excused", "absent")
NOT_THERE = ("invited", *AWAY)


@dataclass(frozen=True)
class AttendanceCount:
    """Who takes part in a meeting; those who sent word, stayed away or are only invited
    are not among them.

    Attributes:
        people: one for each line, or as many as the line stands for.
        men, women: those whose gender is known.
        units, organisations: how many different ones.
        online: how many of the people take part from elsewhere.
        sectors: people by sector, in the order of first appearance; "" is not known.
        away: lines of those who sent word, or stayed away.
        invited: lines of those who are only invited so far.
    """

    people: int = 0
    men: int = 0
    women: int = 0
    units: int = 0
    organisations: int = 0
    online: int = 0
    sectors: Mapping[str, int] = field(default_factory=dict[str, int])
    away: int = 0
    invited: int = 0


@dataclass(frozen=True)
class PointCount:
    """How many points a meeting has, by kind and by answer.

    Attributes:
        unanswered: inputs that lack a response or its reason.
    """

    points: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict[str, int])
    responses: Mapping[str, int] = field(default_factory=dict[str, int])
    unanswered: int = 0


def people_of(attendance: Attendance) -> int:
    """Return how many people a line stands for: its number, its men and women, else one."""
    together = (attendance.men or 0) + (attendance.women or 0)
    return max(attendance.people or 0, together) or 1


def count_attendances(attendances: Iterable[Attendance]) -> AttendanceCount:
    """Count the lines of an attendance list."""
    every = tuple(attendances)
    there = [line for line in every if line.presence not in NOT_THERE]
    sectors: Counter[str] = Counter()
    for line in there:
        sectors[line.sector] += people_of(line)
    return AttendanceCount(
        people=sum(people_of(line) for line in there),
        men=sum(_of_gender(line, line.men, "m") for line in there),
        women=sum(_of_gender(line, line.women, "f") for line in there),
        units=len({(_organisation(line), line.unit.casefold()) for line in there if line.unit}),
        organisations=len({_organisation(line) for line in there if _organisation(line)}),
        online=sum(people_of(line) for line in there if line.presence == "online"),
        sectors=dict(sectors),
        away=sum(1 for line in every if line.presence in AWAY),
        invited=sum(1 for line in every if line.presence == "invited"),
    )


def count_by_sector(attendances: Iterable[Attendance]) -> dict[str, AttendanceCount]:
    """Count the lines of an attendance list for each sector; "" is not known."""
    lines: dict[str, list[Attendance]] = {}
    for line in attendances:
        lines.setdefault(line.sector, []).append(line)
    return {sector: count_attendances(found) for sector, found in lines.items()}


def count_points(points: Iterable[Point]) -> PointCount:
    """Count the points of a meeting; one without a kind is a note."""
    every = tuple(points)
    inputs = [point for point in every if point.kind == "input"]
    return PointCount(
        points=len(every),
        kinds=Counter(point.kind or "note" for point in every),
        responses=Counter(point.response for point in inputs if point.response),
        unanswered=sum(1 for point in inputs if waits_for_answer(point)),
    )


def _of_gender(line: Attendance, number: int | None, gender: str) -> int:
    if number is not None:
        return number
    return people_of(line) if line.gender == gender else 0


def _organisation(line: Attendance) -> str:
    return line.organisation_id or line.organisation.strip().casefold()
