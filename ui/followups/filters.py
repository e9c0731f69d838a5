"""Which follow-ups are shown: by state, owner, commitment and text; and their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.common.picker import Pick
from ui.followups.choosing import FILTERS, NOBODY, ORDERS, Choosing, owner_key
from ui.lines.filters import LineFilters, Offer, commitment_picks

if TYPE_CHECKING:
    from db.following import FollowUpLine

_PICKERS = ("owner", "commitment")


class FollowUpFilters(LineFilters):
    """Keeps which follow-ups the person wants to see."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        offer = Offer(
            label=words("follow_ups.filters.name"),
            search=words("follow_ups.filters.search"),
            states={name: words(f"follow_ups.filters.{name}") for name in FILTERS},
            orders={name: words(f"follow_ups.order.{name}") for name in ORDERS},
            pickers={name: words(f"follow_ups.filters.{name}") for name in _PICKERS},
        )
        super().__init__(words, Choosing(), offer, parent)
        self.show_choices(())

    def show_choices(self, lines: Sequence[FollowUpLine]) -> None:
        """Offer the owners and commitments that there are."""
        words = self.words
        owners = Counter(owner_key(line) for line in lines)
        names = {owner_key(line): line.owner for line in lines}
        names[NOBODY] = words("follow_ups.owner.none")
        count = [
            Pick(key, names[key], words("follow_ups.filters.count", n=n))
            for key, n in sorted(owners.items(), key=lambda item: (not item[0], item[0]))
        ]
        every = Pick(None, words("follow_ups.filters.every_owner"))
        self.pickers["owner"].set_picks([every, *count])
        self.pickers["commitment"].set_picks(commitment_picks(words, lines))
        self.show_values()
