"""How attendances are named and summed up on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.words import Words

if TYPE_CHECKING:
    from db.counting import AttendanceCount
    from db.records import Attendance

SECTORS = (
    "ministry", "subnational", "state", "parliament", "cso",
    "partner", "private", "academia", "media", "public",
)  # fmt: skip
PRESENCES = ("invited", "present", "online", "represented", "excused", "absent")
_DOT = " · "


def attendance_name(words: Words, line: Attendance) -> str:
    """Return who a line of the attendance list is: a person, else a unit, else an organisation."""
    return line.person or line.unit or line.organisation or words("meetings.attendance.nobody")


def attendance_note(words: Words, line: Attendance) -> str:
    """Return the rest of a line: position, unit, organisation, and how many it stands for."""
    first = attendance_name(words, line)
    parts = [line.title, line.unit, line.organisation]
    rest = [part for part in parts if part and part != first]
    if line.people:
        rest.append(words("meetings.attendance.people", n=line.people))
    rest += [
        words(f"meetings.attendance.{key}", n=number)
        for key, number in (("men", line.men), ("women", line.women))
        if number
    ]
    return _DOT.join(rest)


def attendance_sum(words: Words, count: AttendanceCount) -> tuple[str, str]:
    """Return the foot of the attendance list: sectors and genders, then units and the rest."""
    sectors = [
        words(
            "meetings.attendance.sector",
            sector=words(f"meetings.sectors.{sector or 'unknown'}"),
            n=number,
        )
        for sector, number in sorted(count.sectors.items(), key=lambda item: sector_place(item[0]))
    ]
    genders = [
        words(f"meetings.attendance.{key}", n=number)
        for key, number in (("men", count.men), ("women", count.women))
        if number
    ]
    others = [
        words(f"meetings.attendance.{key}", n=number)
        for key, number in (
            ("people", count.people), ("units", count.units),
            ("organisations", count.organisations), ("away", count.away),
            ("invited", count.invited),
        )
        if number
    ]  # fmt: skip
    return _unbroken([*sectors, *genders]), _unbroken(others)


def _unbroken(parts: list[str]) -> str:
    """Join parts, each of which stays in one line: a number with what it counts."""
    return _DOT.join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)


def sector_place(sector: str) -> int:
    """Return where a sector stands among all; an unknown one comes last."""
    return SECTORS.index(sector) if sector in SECTORS else len(SECTORS)


def attendance_facts(words: Words, count: AttendanceCount) -> str:
    """Return the numbers of a meeting's attendance for the status bar."""
    parts = [words("meetings.facts.people", n=count.people)]
    if count.sectors.get("cso"):
        sector = words("meetings.sectors.cso")
        parts.append(words("meetings.attendance.sector", sector=sector, n=count.sectors["cso"]))
    return _DOT.join(parts)
