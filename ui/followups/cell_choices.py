"""Choosing in a cell of the table: who has to do it, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.common.menu import open_menu
from ui.common.picker import Pick, PickPopup

if TYPE_CHECKING:
    from ui.followups.table import FollowUpTable


class CellChoices(QObject):
    """Opens a list or a menu below a cell.

    Attributes:
        owners: who can be chosen, as ui.followups.owners gives them.

    Signals:
        owner_chosen(id, values): someone else has to do it.
        state_chosen(str): the chosen ones shall be "done", "open" or "dropped".
    """

    owner_chosen = Signal(str, object)
    state_chosen = Signal(str)

    def __init__(self, words: Words, table: FollowUpTable) -> None:
        super().__init__(table)
        self._words = words
        self._table = table
        self.owners: Sequence[Pick] = ()
        # Lies where the cell is, for what opens below it.
        self._anchor = QWidget(table.viewport())
        self._anchor.hide()

    def open_owners(self, index: QModelIndex) -> None:
        """Let somebody be chosen, or written, who has to do it."""
        words, line = self._words, self._table.lines.lines[index.row()]
        nobody = Pick(("", None), words("follow_ups.owner.nobody"))
        self._lay_over(index, words("follow_ups.table.owner"))
        label = self._anchor.accessibleName()
        popup = PickPopup(words, label, [*self.owners, nobody], True, self._anchor)
        popup.picked.connect(partial(self._take_owner, line.id))
        popup.show_below(self._anchor)

    def open_states(self, index: QModelIndex) -> None:
        """Let another state be chosen."""
        words, line = self._words, self._table.lines.lines[index.row()]
        states = ["done", "dropped"] if line.is_open else ["open"]
        self._lay_over(index, words("follow_ups.table.choose_state"))
        open_menu(
            self._anchor,
            [
                (words(f"follow_ups.marks.{state}"), partial(self.state_chosen.emit, state))
                for state in states
            ],
        )

    def _take_owner(self, follow_up_id: str, pick: Pick) -> None:
        name, key = pick.value if isinstance(pick.value, tuple) else (pick.text, None)
        self.owner_chosen.emit(follow_up_id, {"owner": name, "owner_id": key})

    def _lay_over(self, index: QModelIndex, label: str) -> None:
        self._anchor.setAccessibleName(label)
        self._anchor.setGeometry(self._table.visualRect(index).adjusted(0, 0, 0, -6))
