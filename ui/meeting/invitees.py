"""Reading `unit, organisation`: which part is which, and what is known about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.snapshot import KnownAttendance

_MOST = 10


def read_line(text: str, known: Sequence[KnownAttendance]) -> dict[str, object]:
    """Return unit, organisation, its id and its sector from a line that was typed.

    The part behind the last comma is the organisation, what stands before it the unit; the
    other way round where only the first part is an organisation that is known.
    """
    text = " ".join(text.split())
    before, comma, after = (part.strip() for part in text.rpartition(","))
    unit, organisation = (before, after) if comma and before and after else ("", text.strip(" ,"))
    found = _find(organisation, known)
    if found is None and unit:
        first, _, rest = (part.strip() for part in text.partition(","))
        turned = _find(first, known)
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


def offers(text: str, known: Sequence[KnownAttendance]) -> list[str]:
    """Return lines that contain what was typed so far, or end with its last part's organisation."""
    wanted = " ".join(text.split()).casefold()
    if not wanted:
        return []
    found = [line_of(one) for one in known if _mentions(one, wanted)]
    before, comma, after = text.rpartition(",")
    if comma and before.strip() and after.strip():
        last = after.strip().casefold()
        organisations = (one.organisation for one in known if _named_like(one, last))
        found += [f"{before.strip()}, {name}" for name in organisations if name]
    return list(dict.fromkeys(found))[:_MOST]


def _find(name: str, known: Sequence[KnownAttendance]) -> KnownAttendance | None:
    """Return the first one whose organisation is called so, preferring one with a sector."""
    wanted = name.casefold()
    found = [one for one in known if wanted in _all_names(one)]
    return next((one for one in found if one.sector), found[0] if found else None)


def _all_names(one: KnownAttendance) -> list[str]:
    return [name.casefold() for name in (one.organisation, *one.names) if name]


def _mentions(one: KnownAttendance, wanted: str) -> bool:
    return wanted in line_of(one).casefold() or (not one.unit and _named_like(one, wanted))


def _named_like(one: KnownAttendance, wanted: str) -> bool:
    return any(wanted in name for name in _all_names(one))
