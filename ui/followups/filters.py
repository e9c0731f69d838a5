"""Which follow-ups are shown: by state, owner, commitment and text; and their order."""

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
from ui.followups.choosing import FILTERS, NOBODY, ORDERS, Choosing, owner_key

if TYPE_CHECKING:
    from db.following import FollowUpLine

_SEARCH_WIDTH = 210


class Filters(QWidget):
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
        label = words("follow_ups.filters.search")
        self.line = LineEdit(label, label)
        self.line.setProperty(FINDS, True)
        self.line.setClearButtonEnabled(True)
        hold(self.line, fixedWidth=_SEARCH_WIDTH)
        self.line.textChanged.connect(lambda text: self._set(text=text))
        self.owner = PickButton(words, words("follow_ups.filters.owner"), labelled=True)
        self.owner.picked.connect(lambda pick: self._set(owner=pick.value))
        self.commitment = PickButton(words, words("follow_ups.filters.commitment"), labelled=True)
        self.commitment.picked.connect(lambda pick: self._set(commitment=pick.value))
        self.order = PickButton(words, words("follow_ups.order.name"), labelled=True)
        self.order.picked.connect(lambda pick: self._set(order=pick.value, descending=False))
        self.order.set_picks([Pick(one, words(f"follow_ups.order.{one}")) for one in ORDERS])
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
            label, n = self._words(f"follow_ups.filters.{name}"), counts[name]
            button.setText(self._words("follow_ups.filters.button", name=label, n=n))
            spoken = self._words("follow_ups.filters.button_spoken", name=label, n=n)
            button.setAccessibleName(spoken)
            button.updateGeometry()

    def show_choices(self, lines: Sequence[FollowUpLine]) -> None:
        """Offer the owners and commitments that there are."""
        words = self._words
        owners = Counter(owner_key(line) for line in lines)
        names = {owner_key(line): line.owner for line in lines}
        names[NOBODY] = words("follow_ups.owner.none")
        count = [
            Pick(key, names[key], words("follow_ups.filters.count", n=n))
            for key, n in sorted(owners.items(), key=lambda item: (not item[0], item[0]))
        ]
        self.owner.set_picks([Pick(None, words("follow_ups.filters.every_owner")), *count])
        every = Pick("", words("follow_ups.filters.every_commitment"))
        self.commitment.set_picks([every, *self._commitments(lines)])
        self._show_values()

    def ask_order(self, order: str) -> None:
        """Stand in another order, or turn round the one that is there."""
        again = order == self._wish.order
        self._set(order=order, descending=again and not self._wish.descending)

    def focus_search(self) -> None:
        """Go to the text."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _commitments(self, lines: Sequence[FollowUpLine]) -> list[Pick]:
        found: dict[str, tuple[int, str]] = {}
        for line in lines:
            if line.commitment_id and line.commitment_number is not None:
                found[line.commitment_id] = (line.commitment_number, line.commitment_title)
        return [
            Pick(
                key,
                self._words("follow_ups.origin.commitment", number=number),
                title,
                str(number),
            )
            for key, (number, title) in sorted(found.items(), key=lambda item: item[1])
        ]

    def _set(self, **values: object) -> None:
        wish = replace(self._wish, **values)
        if wish != self._wish:
            self._wish = wish
            self._show_values()
            self.changed.emit()

    def _show_values(self) -> None:
        wish, words = self._wish, self._words
        self.owner.set_value(wish.owner)
        self.commitment.set_value(wish.commitment)
        self.order.set_value(wish.order, words(f"follow_ups.order.{wish.order}"))

    def _arrange(self) -> None:
        ground = QWidget()
        ground.setAccessibleName(self._words("follow_ups.filters.name"))
        flow = FlowLayout(ground, 5)
        group = QButtonGroup(self)
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _=False, state=name: self._set(state=state))
            group.addButton(button)
            flow.addWidget(button)
        self._buttons[self._wish.state].setChecked(True)
        for picker in (self.owner, self.commitment, self.order):
            flow.addWidget(picker)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 9, 13, 9)
        row.setSpacing(12)
        row.addWidget(ground, 1)
        row.addWidget(self.line, 0, Qt.AlignmentFlag.AlignTop)
        find = QShortcut(QKeySequence.StandardKey.Find, self.line)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self.focus_search)
