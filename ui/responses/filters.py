"""Which inputs are shown: by answer, commitment, sector and text; and their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.common.picker import Pick
from ui.lines.filters import LineFilters, Offer, commitment_picks
from ui.responses import wording
from ui.responses.choosing import FILTERS, ORDERS, Choosing

if TYPE_CHECKING:
    from db.canvas_changes import AnsweredInput


class ResponseFilters(LineFilters):
    """Keeps which inputs the person wants to see."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        offer = Offer(
            label=words("responses_screen.filters.name"),
            search=words("responses_screen.search"),
            states={name: words(f"responses_screen.filters.{name}") for name in FILTERS},
            orders={name: words(f"responses_screen.order.{name}") for name in ORDERS},
            pickers={
                "commitment": words("follow_ups.filters.commitment"),
                "sector": words("papers.register.sector"),
            },
        )
        super().__init__(words, Choosing(), offer, parent)
        self.show_choices(())

    def show_choices(self, answers: Sequence[AnsweredInput]) -> None:
        """Offer the commitments and sectors that there are."""
        words = self.words
        counts = Counter(one.sector for one in answers if one.sector)
        sectors = [
            Pick(
                sector,
                wording.sector_words(words, sector),
                words("responses_screen.facts.all", n=n),
            )
            for sector, n in sorted(counts.items())
        ]
        every = Pick("", words("follow_ups.filters.every_commitment"))
        self.pickers["commitment"].set_picks(commitment_picks(words, [a.line for a in answers]))
        self.pickers["sector"].set_picks([every, *sectors])
        self.show_values()
