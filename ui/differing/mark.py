"""The button that stands where a field was written differently."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from resources.words import Words
from ui.common.buttons import LinkButton
from ui.common.labels import plain_tool_tip

if TYPE_CHECKING:
    from db.changes import FieldPlace


class DifferingMark(LinkButton):
    """Says beside a field that its texts differ, and leads to the decision."""

    ink = "warning"

    def __init__(self, words: Words, open_question: Callable[[str], object]) -> None:
        super().__init__(words("deciding.card.chip"), "triangle-alert")
        self._words = words
        self._wanted = ""
        self.clicked.connect(lambda _=False: open_question(self._wanted))

    def lead_to(self, place: FieldPlace, name: str, keys: str = "") -> None:
        """Lead to the question about this field, which is called so here."""
        self._wanted = f"{place[1]}/{place[2]}"
        label = self._words("deciding.card.go", field=name)
        self.setAccessibleName(label)
        self.setToolTip(plain_tool_tip(f"{label} ({keys})" if keys else label))
