"""The table of a target matrix: moved in and written in like a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from resources.words import Words
from ui.common.tipped import Index
from ui.common.views import prepare_table
from ui.matrix.delegate import CellDelegate
from ui.matrix.grid_head import GridHead
from ui.matrix.keys import GridKeys
from ui.matrix.layout import CellLayout
from ui.matrix.model import MatrixModel
from ui.matrix.selection import rows_of
from ui.matrix.sizing import GridSizing
from ui.matrix.view import GridColumn
from ui.matrix.writing import Writing

if TYPE_CHECKING:
    from db.changes import FieldPlace
    from db.records import Target


class MatrixGrid(QTableView):
    """Shows targets and says what the person wants of them.

    Enter, Tab and the arrows move; typing, F2 or a double click write; Escape takes back what
    was written. A merged cell stands for all its rows.

    Attributes:
        head: the column heads.
        table: the model with the texts as they are at the moment.
        writing: the cell that is written in, with signals of its own.
        keys: what can be done without writing.

    Signals:
        row_wanted(str): a row is to be added behind another ("": at the end).
        row_move_requested(str, str): a row is to stand before another ("": last).
        rows_removal_requested(ids): rows are to go.
        clear_requested(rows), paste_requested(rows, int): as ui.matrix.selection says; the
            number tells how many columns had no room.
        texts_changed(): something is other than before.
        current_changed(): another cell is current.
    """

    row_wanted = Signal(str)
    row_move_requested = Signal(str, str)
    rows_removal_requested = Signal(object)
    clear_requested = Signal(object)
    paste_requested = Signal(object, int)
    texts_changed = Signal()
    current_changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = MatrixModel(words, self)
        self.head = GridHead(self)
        self.setHorizontalHeader(self.head)
        self.sizing = GridSizing(self)
        prepare_table(self, words("matrix.grid"))
        self.setTabKeyNavigation(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.sizing.prepare()
        self.writing = Writing(self)
        self.keys = GridKeys(self)
        self.writing.row_wanted.connect(self.keys.want_row)
        self.setItemDelegate(CellDelegate(words, self))
        self.setModel(self.table)
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())

    @property
    def layout_of_cells(self) -> CellLayout:
        """How texts are broken into lines."""
        return self.sizing.layout

    def show_targets(self, columns: Sequence[GridColumn], targets: Sequence[Target]) -> None:
        """Show these rows; the cell that is written in keeps what is written."""
        ids = [target.id for target in targets]
        if ids != self.table.ids or tuple(columns) != self.table.columns:
            self.writing.finish()
            self._show_other(columns, targets)
        else:
            self.table.show(columns, targets)
            self.writing.show_news()
        self.sizing.fit()
        self.texts_changed.emit()

    def set_merging(self, merging: bool) -> None:
        """Show equal neighbours in the first columns as one cell, or each on its own."""
        self.writing.finish()
        self.sizing.merging = merging
        self.sizing.fit()
        self.viewport().update()

    def is_strong(self, column: int) -> bool:
        """Whether a column's texts stand out."""
        return self.table.columns[column].field == "goal"

    def font_of(self, column: int) -> QFont:
        """Return the letters of a column."""
        layout = self.layout_of_cells
        return layout.bold if self.is_strong(column) else layout.font

    def current_cell(self) -> tuple[int, GridColumn] | None:
        """Return the current row, counted from 0, and column."""
        index = self.currentIndex()
        return (index.row(), self.table.columns[index.column()]) if index.isValid() else None

    def current_ids(self) -> list[str]:
        """Return the ids of the rows that the current cell stands for."""
        index = self.currentIndex()
        rows = rows_of(self.sizing, index) if index.isValid() else range(0)
        return [self.table.ids[row] for row in rows]

    def show_differing(self, cells: Mapping[tuple[str, str], FieldPlace]) -> None:
        """Mark the cells, by target and field, that were written differently."""
        self.table.show_differing(cells)
        self.current_changed.emit()

    def question_at(self, index: Index) -> FieldPlace | None:
        """Return what is to be decided in a cell, or in the rows that a merged one stands for."""
        if not self.table.differing or not index.isValid():
            return None
        found = (self.table.question(row, index.column()) for row in rows_of(self.sizing, index))
        return next((place for place in found if place is not None), None)

    def go_to_start(self) -> None:
        """Go to the first cell."""
        self.setCurrentIndex(self.table.index(0, 0))
        self.scrollToTop()

    def go_to_row(self, target_id: str) -> None:
        """Go to the first empty cell of a row."""
        if target_id in self.table.ids:
            row = self.table.ids.index(target_id)
            columns = range(len(self.table.columns))
            column = next((c for c in columns if not self.table.text(row, c)), 0)
            self.setFocus()
            self.setCurrentIndex(self.table.index(row, column))

    def step(self, rows: int, columns: int) -> bool:
        """Go so many rows down and columns to the right; whether there was room to go."""
        here, count = self.currentIndex(), len(self.table.columns)
        if not here.isValid():
            return False
        span = rows_of(self.sizing, here)
        row = (span[-1] if rows > 0 else span[0]) + rows
        column = here.column() + columns
        if not 0 <= column < count:
            row, column = row + (1 if column >= count else -1), column % count
        if not 0 <= row < len(self.table.ids):
            return False
        row = rows_of(self.sizing, self.table.index(row, column))[0]
        self.setCurrentIndex(self.table.index(row, column))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.take(event):
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(index)
            self.writing.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.sizing.fit_columns()
            self.sizing.fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.sizing.measure_font()
            self.sizing.fit()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        # Where to go next is the editor's own wish.
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.writing.closed()

    def _show_other(self, columns: Sequence[GridColumn], targets: Sequence[Target]) -> None:
        here = self.currentIndex()
        place, column = here.row(), here.column()
        key = self.table.ids[place] if here.isValid() else ""
        scrolled = self.verticalScrollBar().value()
        if tuple(columns) != self.table.columns:
            self.sizing.forget_widths()
        self.table.show(columns, targets)
        self.sizing.forget_merged()
        ids = self.table.ids
        if ids:
            row = ids.index(key) if key in ids else max(0, min(place, len(ids) - 1))
            self.setCurrentIndex(self.table.index(row, max(0, min(column, len(columns) - 1))))
            self.verticalScrollBar().setValue(scrolled)
