"""The table in which a pasted list is looked through before it is added."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from db.text import clean
from resources.words import Words
from ui.meeting.invitee_rows import TEXTS, InviteeMatcher, InviteeRow

CHOSEN, ORGANISATION, SECTOR, STATE = 0, 4, 5, 6
_COLUMNS = ("chosen", *TEXTS, "sector", "state")
_DISPLAY, _EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)
_CHECK, _ACCESSIBLE = int(Qt.ItemDataRole.CheckStateRole), int(Qt.ItemDataRole.AccessibleTextRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_Index = QModelIndex | QPersistentModelIndex


class InviteeModel(QAbstractTableModel):
    """One row for each invitee: whether to add it, its texts, its sector, and what is known.

    Signals:
        chosen_changed(): another number of rows is chosen.
    """

    chosen_changed = Signal()

    def __init__(
        self, words: Words, matcher: InviteeMatcher, rows: list[InviteeRow], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._matcher = matcher
        self.rows = rows

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation != Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        return self._words(f"invitees.columns.{_COLUMNS[section]}")

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == _CHECK and column == CHOSEN:
            return Qt.CheckState.Checked if row.chosen else Qt.CheckState.Unchecked
        if role in (_DISPLAY, _ACCESSIBLE) and column != CHOSEN:
            return self.text(index.row(), column)
        if role == _EDIT and 0 < column < STATE:
            return getattr(row, _COLUMNS[column])
        if role == _ACCESSIBLE:
            return self._words(f"invitees.{'added' if row.chosen else 'left_out'}")
        return None

    def text(self, place: int, column: int) -> str:
        """Return what a cell shows."""
        row = self.rows[place]
        if column == SECTOR:
            return self._words(f"meetings.sectors.{row.sector or 'unknown'}")
        if column == STATE:
            return self._words(f"invitees.states.{self.state(place)}")
        return getattr(row, _COLUMNS[column])

    def state(self, place: int) -> str:
        """Return what is known of a row: "twin", "known", or "new"."""
        row = self.rows[place]
        return "twin" if row.twin else "known" if row.known_id else "new"

    def setData(self, index: _Index, value: object, role: int = _EDIT) -> bool:
        place, column = index.row(), index.column()
        row = self.rows[place]
        if role == _CHECK and column == CHOSEN:
            chosen = Qt.CheckState(value) == Qt.CheckState.Checked
            self._show(place, replace(row, chosen=chosen))
            self.chosen_changed.emit()
        elif role == _EDIT and 0 < column < STATE:
            name = _COLUMNS[column]
            changed = replace(row, **{name: " ".join(clean(str(value)).split())})
            other = name == "organisation" and changed.organisation != row.organisation
            self._show(place, self._matcher.matched(changed, True) if other else changed)
        else:
            return False
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == CHOSEN:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags if index.column() == STATE else flags | Qt.ItemFlag.ItemIsEditable

    def toggle(self, places: list[int]) -> None:
        """Choose these rows, or leave them out where the first of them is chosen."""
        if places:
            chosen = not self.rows[places[0]].chosen
            for place in places:
                self._show(place, replace(self.rows[place], chosen=chosen))
            self.chosen_changed.emit()

    def chosen(self) -> list[InviteeRow]:
        """Return the rows that shall be added."""
        return [row for row in self.rows if row.chosen]

    def _show(self, place: int, row: InviteeRow) -> None:
        self.rows[place] = row
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(_COLUMNS) - 1))
