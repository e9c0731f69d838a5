"""Buttons that put a reference to a goal or a plan document into a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.references import Reference, plan_references, sdg_references
from resources.words import Words
from ui.common.picker import Pick, PickButton


class ReferenceButtons(QWidget):
    """Offers the goals of sustainable development and the usual plan documents.

    Args:
        add: called with the line that is to be put behind the text.
    """

    def __init__(self, words: Words, add: Callable[[str], object]) -> None:
        super().__init__()
        self._words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._goals = self._button("sdg", add)
        self._plans = self._button("plans", add)
        self._goals.set_picks(_picks(sdg_references(words.language)))
        for button in (self._goals, self._plans):
            row.addWidget(button)
        row.addStretch(1)
        self.show_period("", "")

    def show_period(self, start: str, end: str) -> None:
        """Offer the plans of a commitment's years; both are months, "" for not known."""
        years = [int(month[:4]) for month in (start, end) if month[:4].isdigit()]
        found = plan_references(self._words.language, min(years, default=0), max(years, default=0))
        self._plans.set_picks(_picks(found))

    def _button(self, kind: str, add: Callable[[str], object]) -> PickButton:
        label = self._words(f"canvas_fields.references.{kind}")
        button = PickButton(self._words, label)
        button.setAccessibleName(label)
        button.picked.connect(lambda pick: add(str(pick.value)))
        return button


def _picks(references: Sequence[Reference]) -> list[Pick]:
    return [Pick(one.line, one.name, also=one.also) for one in references]
