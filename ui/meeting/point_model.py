"""The rows of the discussion as Qt's lists want them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.meeting.point_rows import PointRow

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_Index = QModelIndex | QPersistentModelIndex


class PointModel(QAbstractListModel):
    """The rows of the discussion; other rows come in without disturbing those that stay."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.rows: tuple[PointRow, ...] = ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if role in (_DISPLAY, _ACCESSIBLE):
            row = self.rows[index.row()]
            chips = ", ".join(text for text, _ in row.chips)
            return self._words(
                "meetings.points.spoken", number=row.number, text=row.point.text[:500], kind=chips
            )
        return None

    def row_of(self, point_id: str) -> int:
        """Return a point's row, -1 when it is not there."""
        return next((i for i, row in enumerate(self.rows) if row.id == point_id), -1)

    def show(self, rows: tuple[PointRow, ...]) -> None:
        """Take other rows, telling only what changed."""
        old = [row.id for row in self.rows]
        new = [row.id for row in rows]
        if old != new:
            self._exchange(old, new, rows)
        changed = [place for place, now in enumerate(rows) if self.rows[place] != now]
        before, self.rows = self.rows, rows
        if len(changed) < len(rows):
            # What is as it was stays the same row, by which its measures are known.
            other = set(changed)
            self.rows = tuple(rows[n] if n in other else was for n, was in enumerate(before))
        for begin, end in _runs(changed):
            self.dataChanged.emit(self.index(begin), self.index(end))

    def _exchange(self, old: list[str], new: list[str], rows: tuple[PointRow, ...]) -> None:
        """Take out and put in the rows between those that are the same at both ends."""
        begin = 0
        while begin < min(len(old), len(new)) and old[begin] == new[begin]:
            begin += 1
        end = 0
        while end < min(len(old), len(new)) - begin and old[-1 - end] == new[-1 - end]:
            end += 1
        if begin < len(old) - end:
            self.beginRemoveRows(QModelIndex(), begin, len(old) - end - 1)
            self.rows = self.rows[:begin] + self.rows[len(old) - end :]
            self.endRemoveRows()
        if begin < len(new) - end:
            self.beginInsertRows(QModelIndex(), begin, len(new) - end - 1)
            self.rows = self.rows[:begin] + rows[begin : len(new) - end] + self.rows[begin:]
            self.endInsertRows()


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and the last of places that follow each other."""
    begins = [n for n, place in enumerate(places) if not n or places[n - 1] != place - 1]
    ends = [*(begin - 1 for begin in begins[1:]), len(places) - 1]
    return [(places[a], places[b]) for a, b in zip(begins, ends, strict=False)]
