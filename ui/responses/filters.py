"""Which inputs are shown: by answer, commitment, sector and text; and their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from resources.words import Words
from ui.common.filter_button import FilterButton
from ui.common.flow_layout import FlowLayout
from ui.common.letters import hold
from ui.common.line_edit import LineEdit
from ui.common.picker import Pick, PickButton
from ui.common.read_only import FINDS
from ui.responses import wording
from ui.responses.choosing import FILTERS, ORDERS, Choosing

if TYPE_CHECKING:
    from db.canvas_changes import AnsweredInput

_SEARCH_WIDTH = 210


class ResponseFilters(QWidget):
    """Keeps what the person wants to see.

    Signals:
        changed(): that is something else now.
    """

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._wish = Choosing()
        self._buttons = {name: FilterButton("") for name in FILTERS}
        label = words("responses_screen.search")
        self.line = LineEdit(label, label)
        self.line.setProperty(FINDS, True)
        self.line.setClearButtonEnabled(True)
        hold(self.line, fixedWidth=_SEARCH_WIDTH)
        self.line.textChanged.connect(lambda text: self._set(text=text))
        self.commitment = self._picker("follow_ups.filters.commitment", "commitment")
        self.sector = self._picker("papers.register.sector", "sector")
        self.order = self._picker("follow_ups.order.name", "order")
        self.order.set_picks([Pick(one, self._order_words(one)) for one in ORDERS])
        self._arrange()
        self.show_choices(())

    def wish(self) -> Choosing:
        """Return what the person wants to see."""
        return self._wish

    def show_wish(self, wish: Choosing) -> None:
        """Want something else, without saying so."""
        self._wish = wish
        self._buttons[wish.state].setChecked(True)
        blocked = self.line.blockSignals(True)
        self.line.set_value(wish.text)
        self.line.blockSignals(blocked)
        self._show_values()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many each filter of state would show."""
        for name, button in self._buttons.items():
            label, n = self._words(f"responses_screen.filters.{name}"), counts[name]
            button.setText(self._words("follow_ups.filters.button", name=label, n=n))
            spoken = self._words("follow_ups.filters.button_spoken", name=label, n=n)
            button.setAccessibleName(spoken)
            button.updateGeometry()

    def show_choices(self, answers: Sequence[AnsweredInput]) -> None:
        """Offer the commitments and sectors that there are."""
        words = self._words
        every = Pick("", words("follow_ups.filters.every_commitment"))
        self.commitment.set_picks([every, *self._commitments(answers)])
        counts = Counter(one.sector for one in answers if one.sector)
        sectors = [
            Pick(sector, wording.sector_words(words, sector), self._count(n))
            for sector, n in sorted(counts.items())
        ]
        self.sector.set_picks([every, *sectors])
        self._show_values()

    def ask_order(self, order: str) -> None:
        """Stand in another order, or turn round the one that is there."""
        again = order == self._wish.order
        self._set(order=order, descending=again and not self._wish.descending)

    def focus_search(self) -> None:
        """Go to the text."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _commitments(self, answers: Sequence[AnsweredInput]) -> list[Pick]:
        found = {
            one.line.commitment_id: (one.line.commitment_number, one.line.commitment_title)
            for one in answers
            if one.line.commitment_id and one.line.commitment_number is not None
        }
        return [
            Pick(
                key, self._words("follow_ups.origin.commitment", number=number), title, str(number)
            )
            for key, (number, title) in sorted(found.items(), key=lambda item: item[1])
        ]

    def _count(self, n: int) -> str:
        return self._words("responses_screen.facts.all", n=n)

    def _order_words(self, order: str) -> str:
        return self._words(f"responses_screen.order.{order}")

    def _picker(self, label: str, name: str) -> PickButton:
        picker = PickButton(self._words, self._words(label), labelled=True)
        picker.picked.connect(lambda pick: self._pick(name, pick.value))
        return picker

    def _pick(self, name: str, value: object) -> None:
        turned = {"descending": False} if name == "order" else {}
        self._set(**{name: value}, **turned)

    def _set(self, **values: object) -> None:
        wish = replace(self._wish, **values)
        if wish != self._wish:
            self._wish = wish
            self._show_values()
            self.changed.emit()

    def _show_values(self) -> None:
        self.commitment.set_value(self._wish.commitment)
        self.sector.set_value(self._wish.sector)
        self.order.set_value(self._wish.order, self._order_words(self._wish.order))

    def _arrange(self) -> None:
        ground = QWidget()
        ground.setAccessibleName(self._words("responses_screen.filters.name"))
        flow = FlowLayout(ground, 5)
        group = QButtonGroup(self)
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _=False, state=name: self._set(state=state))
            group.addButton(button)
            flow.addWidget(button)
        self._buttons[self._wish.state].setChecked(True)
        for picker in (self.commitment, self.sector, self.order):
            flow.addWidget(picker)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 9, 13, 9)
        row.setSpacing(12)
        row.addWidget(ground, 1)
        row.addWidget(self.line, 0, Qt.AlignmentFlag.AlignTop)
        find = QShortcut(QKeySequence.StandardKey.Find, self.line)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self.focus_search)
