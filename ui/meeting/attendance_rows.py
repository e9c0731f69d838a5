"""Lines of the attendance list as rows, and who is here, in words to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from resources.words import Words
from ui.common.chip import SECTOR_KINDS, Kind
from ui.common.menu import Choice
from ui.common.rows import Row
from ui.meeting.attendance_words import PRESENCES, attendance_name, attendance_note

if TYPE_CHECKING:
    from db.records import Attendance

_KINDS: dict[str, Kind] = {
    "invited": "neutral",
    "online": "info",
    "represented": "info",
    "excused": "warning",
    "absent": "danger",
}
_ALL_AT_ONCE = ("present", "online", "absent")


def attendance_row(words: Words, line: Attendance) -> Row:
    """Return a line of the attendance list as a row."""
    sector = words(f"meetings.sectors.{line.sector or 'unknown'}")
    chips = [(sector, SECTOR_KINDS.get(line.sector, "neutral"))]
    if line.presence not in ("", "present"):
        presence = words(f"meetings.presences.{line.presence}").lower()
        chips.insert(0, (presence, _KINDS[line.presence]))
    name, note = attendance_name(words, line), attendance_note(words, line)
    return Row(line.id, name, note, chips=tuple(chips))


def next_presence(presence: str) -> str:
    """Return what one key makes of it: who was invited is here first of all."""
    place = PRESENCES.index(presence or "present")
    return PRESENCES[(place + 1) % len(PRESENCES)]


def presence_choices(words: Words) -> list[tuple[str, str]]:
    """Return every presence with its words."""
    return [(words(f"meetings.presences.{presence}"), presence) for presence in PRESENCES]


def invited_choices(
    words: Words, lines: Sequence[Attendance], choose: Callable[[list[str], str], object]
) -> list[Choice]:
    """Return what can be said of all at once who are only invited so far."""
    ids = [line.id for line in lines if line.presence == "invited"]
    names = {one: words(f"meetings.presences.{one}").lower() for one in _ALL_AT_ONCE}
    return [
        (
            words("meetings.attendance.all_invited", n=len(ids), presence=names[presence]),
            partial(choose, ids, presence),
        )
        for presence in (_ALL_AT_ONCE if ids else ())
    ]
