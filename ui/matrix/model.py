"""The rows of a target matrix as a table model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from db.rules import equal_runs
from resources.words import Words
from ui.matrix.view import GridColumn

if TYPE_CHECKING:
    from db.changes import FieldPlace
    from db.records import Target

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class MatrixModel(QAbstractTableModel):
    """Texts by row and column. Writing in it tells nobody; the grid does that.

    Attributes:
        ids: the targets' ids, in order.
        columns: what the columns stand for.
        differing: the cells that were written differently, by target and field, each with the
            place to be decided.
    """

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.ids: list[str] = []
        self.columns: tuple[GridColumn, ...] = ()
        self.differing: Mapping[tuple[str, str], FieldPlace] = {}
        self._texts: list[list[str]] = []

    def show(self, columns: Sequence[GridColumn], targets: Sequence[Target]) -> bool:
        """Take other rows; whether they are other ones, and not the same ones changed."""
        ids = [target.id for target in targets]
        texts = [[column.text(target) for column in columns] for target in targets]
        if ids != self.ids or tuple(columns) != self.columns:
            self.beginResetModel()
            self.ids, self.columns, self._texts = ids, tuple(columns), texts
            self.endResetModel()
            return True
        for row, line in enumerate(texts):
            for column, text in enumerate(line):
                self.put(row, column, text)
        return False

    def text(self, row: int, column: int) -> str:
        """Return a cell's text."""
        return self._texts[row][column]

    def put(self, row: int, column: int, text: str) -> None:
        """Set a cell's text."""
        if self._texts[row][column] != text:
            self._texts[row][column] = text
            index = self.index(row, column)
            self.dataChanged.emit(index, index)

    def show_differing(self, cells: Mapping[tuple[str, str], FieldPlace]) -> None:
        """Take notice of other cells that were written differently."""
        if cells != self.differing:
            self.differing = cells
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self.ids) - 1, len(self.columns) - 1)
            )

    def question(self, row: int, column: int) -> FieldPlace | None:
        """Return what is to be decided in a cell, None for nothing."""
        return self.differing.get((self.ids[row], self.columns[column].field))

    def runs(self, column: int) -> tuple[tuple[int, int], ...]:
        """Return where equal neighbours stand in a column that merges them."""
        if not self.columns[column].merges:
            return tuple((row, 1) for row in range(len(self.ids)))
        return equal_runs(line[column] for line in self._texts)

    def count_empty(self, fields: Sequence[str]) -> int:
        """Return how many cells of these columns are empty."""
        places = [place for place, column in enumerate(self.columns) if column.field in fields]
        return sum(not line[place] for line in self._texts for place in places)

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if role in (_DISPLAY, _EDIT):
            return self._texts[index.row()][index.column()]
        if role == _SPOKEN:
            text = self._texts[index.row()][index.column()] or self._words("matrix.empty")
            if self.question(index.row(), index.column()) is not None:
                text = f"{text} ({self._words('deciding.card.chip')})"
            return f"{self.columns[index.column()].label}, {index.row() + 1}: {text}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.columns[section].label
        return str(section + 1)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable
