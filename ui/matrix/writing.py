"""Writing in the cells of a grid: the open editor, and the rows that get its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemDelegate

from ui.common.cell_editor import CellEditor
from ui.matrix.selection import rows_of

if TYPE_CHECKING:
    from ui.matrix.grid import MatrixGrid

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Editing:
    """A cell that is written in: its editor, the rows that it stands for, what was there."""

    editor: CellEditor
    ids: tuple[str, ...]
    field: str
    before: str


class Writing(QObject):
    """Opens and closes the editor of a cell; every letter goes into the table at once.

    Signals:
        edited(ids, field, text): a letter was typed; a merged cell has several rows.
        left(ids, field): the editor was closed.
        row_wanted(): the person goes on in a new row.
    """

    edited = Signal(object, str, str)
    left = Signal(object, str)
    row_wanted = Signal()

    def __init__(self, grid: MatrixGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._now: Editing | None = None

    def begin(self, replace: bool = False) -> CellEditor | None:
        """Open the editor of the current cell, its text selected where `replace` is set."""
        grid, index = self._grid, self._grid.currentIndex()
        if not index.isValid() or self._now is not None:
            return None
        first = rows_of(grid.sizing, index)[0]
        grid.edit(grid.table.index(first, index.column()))
        editor = self._now.editor if self._now else None
        if editor is not None and replace:
            editor.selectAll()
        elif editor is not None:
            editor.move_to_end()
        return editor

    def open(self, index: _Index, editor: CellEditor) -> None:
        """Take an editor that was made for a cell."""
        grid, table = self._grid, self._grid.table
        rows = rows_of(grid.sizing, table.index(index.row(), index.column()))
        text = table.text(index.row(), index.column())
        editor.reset(text)
        field = table.columns[index.column()].field
        self._now = Editing(editor, tuple(table.ids[row] for row in rows), field, text)
        editor.edited.connect(self._take)
        editor.finished.connect(self._finish)
        editor.cancelled.connect(self._cancel)
        editor.row_wanted.connect(self._finish_for_row)

    def finish(self) -> None:
        """Close the editor; what was written stays."""
        if self._now is not None:
            hint = QAbstractItemDelegate.EndEditHint.NoHint
            self._grid.closeEditor(self._now.editor, hint)

    def closed(self) -> None:
        """Notice that the editor is gone, for whatever reason."""
        now, self._now = self._now, None
        if now is not None:
            self.left.emit(now.ids, now.field)
            self._grid.sizing.merge()
            self._grid.sizing.fit_rows()
            self._grid.viewport().update()

    def is_in(self, index: _Index) -> bool:
        """Whether a cell is written in."""
        now, table = self._now, self._grid.table
        return (
            now is not None
            and table.ids[index.row()] in now.ids
            and table.columns[index.column()].field == now.field
        )

    def show_news(self) -> None:
        """Bring an open editor up to date, as after an undo."""
        if self._now is not None and not self._now.editor.is_editing():
            table = self._grid.table
            row = table.ids.index(self._now.ids[0])
            self._now.editor.set_value(table.text(row, self._column(self._now.field)))

    def _take(self, text: str) -> None:
        if self._now is not None:
            self._put(self._now.ids, self._now.field, text)
            self.edited.emit(self._now.ids, self._now.field, text)
            self._grid.sizing.fit_rows()
            self._grid.texts_changed.emit()

    def _put(self, ids: Sequence[str], field: str, text: str) -> None:
        table, column = self._grid.table, self._column(field)
        for target_id in ids:
            table.put(table.ids.index(target_id), column, text)

    def _column(self, field: str) -> int:
        return [column.field for column in self._grid.table.columns].index(field)

    def _finish(self, rows: int, columns: int) -> None:
        self.finish()
        self._grid.step(rows, columns)

    def _finish_for_row(self) -> None:
        self.finish()
        self.row_wanted.emit()

    def _cancel(self) -> None:
        if self._now is not None and self._now.editor.value() != self._now.before:
            self._take(self._now.before)
        self.finish()
