"""Who can own a follow-up: the directory, and whoever owns one already."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ui.common.picker import Pick
from ui.followups.choosing import owner_key

if TYPE_CHECKING:
    from db.following import FollowUpLine
    from db.overview import OrganisationLine


def owner_picks(directory: Iterable[OrganisationLine], lines: Iterable[FollowUpLine]) -> list[Pick]:
    """Return who can be chosen, each with (name, organisation's id or None), by name.

    What an organisation is also called is found, too.
    """
    picks: dict[str, Pick] = {}
    for organisation in directory:
        if organisation.name and not organisation.same_as:
            note = " · ".join(name for name in organisation.names if name != organisation.name)
            value = (organisation.name, organisation.id)
            picks[organisation.name.casefold()] = Pick(value, organisation.name, note)
    known = {name.casefold() for one in directory for name in one.names}
    for line in lines:
        if owner_key(line) and owner_key(line) not in known:
            picks.setdefault(owner_key(line), Pick((line.owner, line.owner_id), line.owner))
    return sorted(picks.values(), key=lambda pick: pick.text.casefold())


def find_owner(picks: Iterable[Pick], text: str) -> dict[str, object]:
    """Return what a typed name means for a follow-up: the owner, and the organisation if known."""
    name = " ".join(text.split())
    for pick in picks:
        names = (pick.text, *pick.note.split(" · "))
        if name and name.casefold() in (one.casefold() for one in names):
            owner, key = pick.value if isinstance(pick.value, tuple) else (name, None)
            return {"owner": owner, "owner_id": key}
    return {"owner": name, "owner_id": None}
