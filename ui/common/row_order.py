"""Putting the rows of a list in order, by Alt with the arrows or with the mouse."""

from PySide6.QtCore import QObject, Signal

from ui.common.row_drag import RowDrag
from ui.common.row_list import RowList


class RowOrder(QObject):
    """Turns what a person does with the rows of a list into wishes for other places.

    Signals:
        move_requested(key, before): a row shall stand before another one, None for last.
    """

    move_requested = Signal(str, object)

    def __init__(self, rows: RowList) -> None:
        super().__init__(rows)
        self._list = rows
        rows.move_requested.connect(self.step)
        RowDrag(rows).dropped.connect(self._drop)

    def step(self, key: str, step: int) -> None:
        """Wish that a row go one place up (-1) or down (1); nothing at an end."""
        place = self._keys().index(key) + step
        if 0 <= place < len(self._keys()):
            self._move(key, place if step < 0 else place + 1)

    def _drop(self, moved: int, before: int) -> None:
        self._move(self._keys()[moved], before)

    def _move(self, key: str, before: int) -> None:
        keys = [*self._keys(), None]
        self.move_requested.emit(key, keys[before])

    def _keys(self) -> list[str]:
        return [row.key for row in self._list.rows()]
