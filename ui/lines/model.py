"""One kind of record as the rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from resources.words import Words

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_NONE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class LineModel(QAbstractTableModel):
    """Lines of one kind as rows. Writing in it tells nobody; the table does that.

    A subclass says in `head`, `text` and `with_value` what its columns hold.

    Attributes:
        lines: what it shows, in order; each has an `id`.
        columns: the names of its columns, those of the fields that are written in them.
    """

    columns: Sequence[str] = ()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.lines: list[Any] = []

    def head(self, column: int) -> str:
        """Return what a column is called; override."""
        raise NotImplementedError

    def text(self, line: Any, column: int) -> str:
        """Return what a cell says in one line; override."""
        raise NotImplementedError

    def with_value(self, line: Any, field: str, value: str) -> Any:
        """Return a line as it is once a field has a value; override."""
        raise NotImplementedError

    def show(self, lines: Sequence[Any]) -> bool:
        """Take other rows; whether they are other ones, and not the same ones changed."""
        if [line.id for line in lines] != [line.id for line in self.lines]:
            self.beginResetModel()
            self.lines = list(lines)
            self.endResetModel()
            return True
        self.update_lines(lines)
        return False

    def update_lines(self, lines: Iterable[Any]) -> None:
        """Bring rows up to date where they stand."""
        known = {line.id: line for line in lines}
        for row, line in enumerate(self.lines):
            if line.id in known:
                self._put(row, known[line.id])

    def put(self, line_id: str, field: str, value: str) -> None:
        """Show a value that is being typed."""
        row = self.row_of(line_id)
        if row is not None:
            self._put(row, self.with_value(self.lines[row], field, value))

    def row_of(self, line_id: str) -> int | None:
        """Return where a line stands, None when it is not shown."""
        rows = (row for row, line in enumerate(self.lines) if line.id == line_id)
        return next(rows, None)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if orientation == Qt.Orientation.Vertical or role not in (_DISPLAY, _SPOKEN):
            return None
        return self.head(section)

    def data(self, index: Index, role: int = _DISPLAY) -> str | None:
        if role not in (_DISPLAY, _SPOKEN) or not index.isValid():
            return None
        text = self.text(self.lines[index.row()], index.column())
        if role == _DISPLAY:
            return text
        return self.words("follow_ups.table.spoken", column=self.head(index.column()), text=text)

    def _put(self, row: int, line: Any) -> None:
        if self.lines[row] != line:
            self.lines[row] = line
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))


def join_parts(*parts: str) -> str:
    """Return what a cell says in one line, without the parts that are empty."""
    return ", ".join(part for part in parts if part)
