"""What was understood of a pasted list, beside what is known and who is there already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from resources.naming import fold, sector_of

if TYPE_CHECKING:
    from db.records import Attendance
    from db.snapshot import KnownAttendance
    from resources.invitee_parts import Invitee

TEXTS = ("person", "title", "unit", "organisation")


@dataclass(frozen=True)
class InviteeRow:
    """One line to be added, as the person may still change it.

    Attributes:
        chosen: whether it shall be added.
        known_id: the organisation of the directory that it names, None for none.
        known_as: what the directory calls it, where that is another name.
        twin: whether somebody of the same name is on the list already.
    """

    person: str = ""
    title: str = ""
    unit: str = ""
    organisation: str = ""
    sector: str = ""
    gender: str = ""
    chosen: bool = True
    known_id: str | None = None
    known_as: str = ""
    twin: bool = False

    def attendance(self, meeting_id: str) -> Attendance:
        """Return it as an invited line of a meeting."""
        from db.records import Attendance

        values = {name: getattr(self, name) for name in (*TEXTS, "sector", "gender")}
        return Attendance(
            id=str(uuid4()),
            meeting_id=meeting_id,
            organisation_id=self.known_id,
            presence="invited",
            **values,
        )


class InviteeMatcher:
    """Knows the directory by every name, and who is on the list already."""

    def __init__(self, known: Iterable[KnownAttendance], lines: Sequence[Attendance]) -> None:
        self._known: dict[str, KnownAttendance] = {}
        for one in known:
            for name in (one.organisation, *one.names):
                before = self._known.get(fold(name))
                if before is None or (one.organisation_id and not before.organisation_id):
                    self._known[fold(name)] = one
        self._there = {self._key(line) for line in lines}

    def rows(self, invitees: Iterable[Invitee]) -> list[InviteeRow]:
        """Return a row for each; who comes twice is chosen once."""
        found: list[InviteeRow] = []
        seen = set(self._there)
        for one in invitees:
            values = {name: getattr(one, name) for name in (*TEXTS, "sector", "gender")}
            row = self.matched(InviteeRow(**values))
            key = self._key(row)
            found.append(replace(row, twin=key in seen, chosen=key not in seen))
            seen.add(key)
        return found

    def matched(self, row: InviteeRow, ask_sector: bool = False) -> InviteeRow:
        """Return a row with what the directory knows of its organisation."""
        known = self._known.get(fold(row.organisation)) if row.organisation else None
        if known is None:
            sector = sector_of(row.organisation) if ask_sector else row.sector
            return replace(row, known_id=None, known_as="", sector=sector or row.sector)
        name = next(iter(known.names), known.organisation)
        return replace(
            row,
            known_id=known.organisation_id,
            known_as=name,
            sector=known.sector or row.sector,
        )

    def _key(self, line: InviteeRow | Attendance) -> tuple[str, str, str]:
        known = self._known.get(fold(line.organisation))
        body = known.organisation_id if known else None
        return fold(line.person), fold(line.unit), body or fold(line.organisation)
