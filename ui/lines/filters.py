"""Which lines are shown, and in which order: buttons for states, lists to choose from, a search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

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

_SEARCH_WIDTH = 210


@dataclass(frozen=True)
class Offer:
    """What there is to choose among, in the person's words.

    Attributes:
        label: what the filters are called.
        search: what the line to type in is called.
        states: the filters of state.
        orders: the orders to stand in.
        pickers: what else is chosen, from lists; the names are fields of the wish.
    """

    label: str
    search: str
    states: Mapping[str, str]
    orders: Mapping[str, str]
    pickers: Mapping[str, str]


class LineFilters(QWidget):
    """Keeps what the person wants to see, a frozen dataclass with state, text and order.

    Attributes:
        line: where the text is typed that lines must hold.
        pickers: what else is chosen, by its field in the wish.

    Signals:
        changed(): that is something else now.
    """

    changed = Signal()

    def __init__(
        self, words: Words, wish: Any, offer: Offer, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.words = words
        self._wish = wish
        self._offer = offer
        self._buttons = {name: FilterButton("") for name in offer.states}
        self.line = LineEdit(offer.search, offer.search)
        self.line.setProperty(FINDS, True)
        self.line.setClearButtonEnabled(True)
        hold(self.line, fixedWidth=_SEARCH_WIDTH)
        self.line.textChanged.connect(lambda text: self._set(text=text))
        self.pickers = {name: self._picker(label, name) for name, label in offer.pickers.items()}
        self.pickers["order"] = order = self._picker(words("follow_ups.order.name"), "order")
        order.set_picks([Pick(name, text) for name, text in offer.orders.items()])
        self._arrange()

    def wish(self) -> Any:
        """Return what the person wants to see."""
        return self._wish

    def show_wish(self, wish: Any) -> None:
        """Want something else, without saying so."""
        self._wish = wish
        self._buttons[wish.state].setChecked(True)
        blocked = self.line.blockSignals(True)
        self.line.set_value(wish.text)
        self.line.blockSignals(blocked)
        self.show_values()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many each filter of state would show."""
        for name, button in self._buttons.items():
            values = {"name": self._offer.states[name], "n": counts[name]}
            button.setText(self.words("follow_ups.filters.button", **values))
            button.setAccessibleName(self.words("follow_ups.filters.button_spoken", **values))
            button.updateGeometry()

    def show_values(self) -> None:
        """Let each list say what is chosen in it."""
        for name, picker in self.pickers.items():
            value = getattr(self._wish, name)
            if name == "order":
                picker.set_value(value, self._offer.orders[value])
            else:
                picker.set_value(value)

    def ask_order(self, order: str) -> None:
        """Stand in another order, or turn round the one that is there."""
        again = order == self._wish.order
        self._set(order=order, descending=again and not self._wish.descending)

    def focus_search(self) -> None:
        """Go to the text."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _arrange(self) -> None:
        ground = QWidget()
        ground.setAccessibleName(self._offer.label)
        flow = FlowLayout(ground, 5)
        group = QButtonGroup(self)
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _=False, state=name: self._set(state=state))
            group.addButton(button)
            flow.addWidget(button)
        self._buttons[self._wish.state].setChecked(True)
        for picker in self.pickers.values():
            flow.addWidget(picker)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 9, 13, 9)
        row.setSpacing(12)
        row.addWidget(ground, 1)
        row.addWidget(self.line, 0, Qt.AlignmentFlag.AlignTop)
        find = QShortcut(QKeySequence.StandardKey.Find, self.line)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self.focus_search)

    def _picker(self, label: str, name: str) -> PickButton:
        picker = PickButton(self.words, label, labelled=True)
        picker.picked.connect(lambda pick: self._pick(name, pick.value))
        return picker

    def _pick(self, name: str, value: object) -> None:
        turned = {"descending": False} if name == "order" else {}
        self._set(**{name: value}, **turned)

    def _set(self, **values: object) -> None:
        wish = replace(self._wish, **values)
        if wish != self._wish:
            self._wish = wish
            self.show_values()
            self.changed.emit()


def commitment_picks(words: Words, lines: Iterable[Any]) -> Sequence[Pick]:
    """Return all commitments that lines are about, by number, after the choice of all of them."""
    found = {
        line.commitment_id: (line.commitment_number, line.commitment_title)
        for line in lines
        if line.commitment_id and line.commitment_number is not None
    }
    every = Pick("", words("follow_ups.filters.every_commitment"))
    return [every] + [
        Pick(key, words("follow_ups.origin.commitment", number=number), title, str(number))
        for key, (number, title) in sorted(found.items(), key=lambda item: item[1])
    ]
