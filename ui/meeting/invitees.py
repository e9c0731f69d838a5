"""Reading `unit, organisation`: which part is which, and what is known about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.snapshot import KnownAttendance

_MOST = 10


class KnownNames:
    """Who is known, prepared for being looked through with every letter that is typed."""

    def __init__(self, known: Sequence[KnownAttendance] = ()) -> None:
        self.source = known
        self._entries = [(one, line_of(one).casefold(), _all_names(one)) for one in known]
        self._by_name: dict[str, KnownAttendance] = {}
        for one, _, names in self._entries:
            for name in names:
                before = self._by_name.get(name)
                if before is None or (one.sector and not before.sector):
                    self._by_name[name] = one

    def find(self, name: str) -> KnownAttendance | None:
        """Return the first one whose organisation is called so, preferring one with a sector."""
        return self._by_name.get(name.casefold())

    def mentioning(self, text: str) -> Iterator[KnownAttendance]:
        """Give those whose line, or whose organisation's other names, contain a text."""
        for one, line, names in self._entries:
            if text in line or (not one.unit and any(text in name for name in names)):
                yield one

    def organisations(self, text: str) -> Iterator[str]:
        """Give the organisations that have a name which contains a text."""
        for one, _, names in self._entries:
            if one.organisation and any(text in name for name in names):
                yield one.organisation


def read_line(text: str, known: KnownNames) -> dict[str, object]:
    """Return unit, organisation, its id and its sector from a line that was typed.

    The part behind the last comma is the organisation, what stands before it the unit; the
    other way round where only the first part is an organisation that is known.
    """
    text = " ".join(text.split())
    before, comma, after = (part.strip() for part in text.rpartition(","))
    unit, organisation = (before, after) if comma and before and after else ("", text.strip(" ,"))
    found = known.find(organisation)
    if found is None and unit:
        first, _, rest = (part.strip() for part in text.partition(","))
        turned = known.find(first)
        if turned is not None:
            unit, organisation, found = rest, first, turned
    return {
        "unit": unit,
        "organisation": organisation,
        "organisation_id": found.organisation_id if found else None,
        "sector": found.sector if found else "",
    }


def line_of(known: KnownAttendance) -> str:
    """Return what one types for someone who is known."""
    return ", ".join(part for part in (known.unit, known.organisation) if part)


def offers(text: str, known: KnownNames) -> list[str]:
    """Return lines that contain what was typed so far, or end with its last part's organisation."""
    wanted = " ".join(text.split()).casefold()
    if not wanted:
        return []
    found = dict.fromkeys(line_of(one) for one in islice(known.mentioning(wanted), 5 * _MOST))
    before, comma, after = text.rpartition(",")
    if comma and before.strip() and after.strip():
        names = known.organisations(after.strip().casefold())
        found |= dict.fromkeys(f"{before.strip()}, {name}" for name in islice(names, 5 * _MOST))
    return list(found)[:_MOST]


def _all_names(one: KnownAttendance) -> tuple[str, ...]:
    return tuple(name.casefold() for name in (one.organisation, *one.names) if name)
