"""Keeps the lines below the cards telling what is other than at the last draft."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from resources.words import Words
from ui.canvas.part_rows import PartRows
from ui.canvas.places import own_fields, parts_of
from ui.canvas.sections import CanvasSection
from ui.canvas.since import SectionChange, SinceView, parts_change, section_change

if TYPE_CHECKING:
    from ui.canvas.section_card import SectionCard

# So long after the last key nobody waits for a letter; what took longer waits longer.
_PAUSE_MS = 300
_SHARE = 8


class Canvas(Protocol):
    """The cards as they are watched."""

    cards: Mapping[str, SectionCard]

    def value_of(self, name: str) -> object:
        """Return a field of the commitment as it is typed by now."""
        ...

    def rows_of(self, key: str) -> PartRows | None:
        """Return the milestones or contacts of a card, None for a card of another kind."""
        ...


class SinceWatch(QObject):
    """Compares the cards with an earlier state, a moment after the last key."""

    def __init__(self, words: Words, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._canvas = canvas
        self._view: SinceView | None = None
        self._behind: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.catch_up)

    def show_view(self, view: SinceView | None) -> None:
        """Compare with another state from now on; None is nothing to compare with."""
        self._view = view
        self.note_all()

    def note_all(self) -> None:
        """Compare every card soon."""
        self._behind.update(self._canvas.cards)
        self._timer.start(0)

    def note_field(self, name: str) -> None:
        """Compare the cards of a field when nothing was typed for a moment."""
        for key, card in self._canvas.cards.items():
            if name in own_fields(card.section):
                self._behind.add(key)
        self._timer.start()

    def catch_up(self) -> None:
        """Compare at once what is behind."""
        begin = time.perf_counter()
        behind, self._behind = self._behind, set()
        for key, card in self._canvas.cards.items():
            if key in behind:
                self._show(key, card)
        took = (time.perf_counter() - begin) * 1000
        self._timer.setInterval(max(_PAUSE_MS, round(took * _SHARE)))

    def _show(self, key: str, card: SectionCard) -> None:
        view = self._view
        change = self._change(key, card.section, view) if view else SectionChange()
        said = ""
        if change.said and view is not None:
            said = self._words("since.said", label=view.label, changes=change.said)
            said = " · ".join(part for part in (said, view.origin_of(card.section)) if part)
        card.show_change(change, said)

    def _change(self, key: str, section: CanvasSection, view: SinceView) -> SectionChange:
        rows = self._canvas.rows_of(key)
        if rows is None:
            now = {name: self._canvas.value_of(name) for name in own_fields(section)}
            return section_change(self._words, section, dict(view.before.commitment), now)
        before = parts_of(section, view.before)
        now_parts = [row.values() for row in rows.rows()]
        return parts_change(self._words, section.kind, [dict(one) for one in before], now_parts)
