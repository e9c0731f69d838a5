"""A table of lines: moved in by arrows, written in place, put in order by its heads."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.common.letters import px
from ui.common.views import prepare_table
from ui.lines.model import LineModel
from ui.lines.writing import CellWriting

_ROW_HEIGHT = 56
_LEAST_TEXT = 160


@dataclass(frozen=True)
class Shape:
    """What a table's columns are for, by their places in the model.

    Attributes:
        text: the column that takes the room that the others leave.
        start: the column where the work begins.
        widths: the others' shares of the width and the pixels that they need at least.
        orders: the order that a column's head asks for, for those that have one.
        pressed: the columns where a click does something.
        spare: the column that is left out where the table is narrower than `roomy` pixels.
    """

    text: int
    start: int
    widths: Mapping[int, tuple[float, int]]
    orders: Mapping[int, str]
    pressed: Collection[int]
    spare: int
    roomy: int


class LineTable(QTableView):
    """Shows lines with two rows of letters each.

    Attributes:
        lines: the model.
        writing: the cell that is written in, with signals of its own; the subclass sets it.
        hovered_row: the row below the pointer, -1 for none.

    Signals:
        order_requested(str): the head of a column was used, by its order's name.
    """

    writing: CellWriting
    order_requested = Signal(str)

    def __init__(
        self, label: str, lines: LineModel, shape: Shape, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        lines.setParent(self)
        self.lines = lines
        self.hovered_row = -1
        self._shape = shape
        prepare_table(self, label)
        self._dress()
        self.setModel(lines)
        self.horizontalHeader().sectionClicked.connect(self._ask_order)
        self.clicked.connect(self.on_click)

    def on_click(self, index: QModelIndex) -> None:
        """Do what a click on a cell is for; override."""

    def show_lines(self, lines: Sequence[Any]) -> None:
        """Show other rows; the current one stays current, or the one in its place becomes so."""
        here = self.currentIndex()
        place, column = here.row(), here.column() if here.isValid() else self._shape.text
        key = self.lines.lines[place].id if here.isValid() else ""
        scrolled = self.verticalScrollBar().value()
        if self.lines.show(lines):
            row = self.lines.row_of(key)
            if row is None:
                row = min(max(place, 0), len(lines) - 1)
            self.setCurrentIndex(self.lines.index(row, column))
            self.verticalScrollBar().setValue(scrolled)
        self.writing.show_news()

    def go_to(self, line_id: str) -> None:
        """Make a line the current one."""
        row = self.lines.row_of(line_id)
        if row is not None:
            self.setCurrentIndex(self.lines.index(row, self._shape.start))
            self.scrollTo(self.currentIndex())

    def show_order(self, order: str, descending: bool) -> None:
        """Mark the column that the rows stand in order of."""
        column = next((one for one, name in self._shape.orders.items() if name == order), -1)
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, way)

    def current_line(self) -> Any | None:
        """Return the current line."""
        index = self.currentIndex()
        return self.lines.lines[index.row()] if index.isValid() else None

    def chosen_ids(self) -> list[str]:
        """Return the selected lines, else the current one."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        current = self.current_line()
        chosen = [self.lines.lines[row].id for row in rows]
        return chosen if current is None or current.id in chosen else [current.id]

    def step(self, rows: int, columns: int) -> None:
        """Make another cell the current one, so many further on; stay within the table."""
        index, select = self.currentIndex(), QItemSelectionModel.SelectionFlag
        row = min(max(index.row() + rows, 0), self.lines.rowCount() - 1)
        column = min(max(index.column() + columns, 0), self.lines.columnCount() - 1)
        self.selectionModel().setCurrentIndex(
            self.lines.index(row, column), select.ClearAndSelect | select.Rows
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row())
        hand = index.isValid() and index.column() in self._shape.pressed
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.lines:
            self.setCurrentIndex(self.lines.index(0, self._shape.start))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self.writing.place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            # The letters may be larger.
            self.verticalHeader().setDefaultSectionSize(px(_ROW_HEIGHT))
            self._fit_columns()

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(px(_ROW_HEIGHT))
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSortIndicatorShown(True)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setSectionsClickable(True)

    def _fit_columns(self) -> None:
        shape, room = self._shape, self.viewport().width()
        self.setColumnHidden(shape.spare, room < px(shape.roomy))
        widths = {
            column: max(px(least), int(room * share))
            for column, (share, least) in shape.widths.items()
        }
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        taken = sum(w for column, w in widths.items() if not self.isColumnHidden(column))
        self.setColumnWidth(shape.text, max(px(_LEAST_TEXT), room - taken))

    def _ask_order(self, column: int) -> None:
        if column in self._shape.orders:
            self.order_requested.emit(self._shape.orders[column])

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()
