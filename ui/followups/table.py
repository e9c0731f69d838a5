"""The table of follow-ups: moved in by arrows, written in place, ticked off by a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from resources.words import Words
from ui.common.letters import px
from ui.common.views import prepare_table
from ui.followups.cell_choices import CellChoices
from ui.followups.cell_writing import CellWriting
from ui.followups.delegate import ROW_HEIGHT, FollowUpDelegate
from ui.followups.model import DUE, MARK, ORIGIN, OWNER, STATE, TEXT, FollowUpModel

if TYPE_CHECKING:
    from db.following import FollowUpLine

_Key = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ORDERS = {TEXT: "text", OWNER: "owner", DUE: "due", STATE: "state", ORIGIN: "meeting"}
_ROOMY = 840
# The columns' shares of the width and the pixels that they need at least; the text has the rest.
_WIDTHS = {MARK: (0.0, 42), OWNER: (0.17, 150), DUE: (0.12, 118), STATE: (0.11, 112)} | {
    ORIGIN: (0.19, 172)
}


class FollowUpTable(QTableView):
    """Shows follow-ups and says what the person wants of them.

    Enter or F2 writes in the current cell, Space ticks the selected ones off or opens them
    again, Delete drops them, Ctrl+O opens the meeting that one comes from.

    Attributes:
        lines: the model.
        writing: the cell that is written in, with signals of its own.
        choices: the owner and the state that are chosen in a cell, with signals of its own.

    Signals:
        state_requested(ids, str): these shall be "done", "open" or "dropped".
        origin_requested(str): the meeting of this follow-up is wanted.
        order_requested(str): the head of a column was used, by its order's name.
    """

    state_requested = Signal(object, str)
    origin_requested = Signal(str)
    order_requested = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.lines = FollowUpModel(words, self)
        self.hovered_row = -1
        prepare_table(self, words("follow_ups.table.name"))
        self._dress()
        self.setItemDelegate(FollowUpDelegate(words, self))
        self.setModel(self.lines)
        self.choices = CellChoices(words, self)
        self.choices.state_chosen.connect(self.ask_state)
        self.writing = CellWriting(words, self)
        self.writing.stepped.connect(self._step)
        self.horizontalHeader().sectionClicked.connect(self._ask_order)
        self.clicked.connect(self._on_click)

    def show_lines(self, lines: Sequence[FollowUpLine]) -> None:
        """Show other rows; the current one stays current, or the one in its place becomes so."""
        here = self.currentIndex()
        place, column = here.row(), here.column()
        key = self.lines.lines[place].id if here.isValid() else ""
        scrolled = self.verticalScrollBar().value()
        if self.lines.show(lines):
            row = self.lines.row_of(key)
            if row is None:
                row = min(max(place, 0), len(lines) - 1)
            self.setCurrentIndex(self.lines.index(row, column if here.isValid() else TEXT))
            self.verticalScrollBar().setValue(scrolled)
        self.writing.show_news()

    def update_lines(self, lines: Sequence[FollowUpLine]) -> None:
        """Bring rows up to date where they stand."""
        self.lines.update_lines(lines)
        self.writing.show_news()

    def go_to(self, follow_up_id: str) -> None:
        """Make a follow-up the current one."""
        row = self.lines.row_of(follow_up_id)
        if row is not None:
            self.setCurrentIndex(self.lines.index(row, TEXT))
            self.scrollTo(self.currentIndex())

    def show_order(self, order: str, descending: bool) -> None:
        """Mark the column that the rows stand in order of."""
        column = next((one for one, name in _ORDERS.items() if name == order), -1)
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, way)

    def current_line(self) -> FollowUpLine | None:
        """Return the current follow-up."""
        index = self.currentIndex()
        return self.lines.lines[index.row()] if index.isValid() else None

    def chosen_ids(self) -> list[str]:
        """Return the selected follow-ups, else the current one."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        current = self.current_line()
        chosen = [self.lines.lines[row].id for row in rows]
        if current is not None and current.id not in chosen:
            return [current.id]
        return chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        work: dict[int, Callable[[], object]] = {
            _Key.Key_Return: self.use_cell,
            _Key.Key_Enter: self.use_cell,
            _Key.Key_F2: self.write,
            _Key.Key_Space: self.toggle,
            _Key.Key_Delete: partial(self.ask_state, "dropped"),
        }
        line = self.current_line()
        if plain and key in work and line is not None:
            work[key]()
        elif key == _Key.Key_O and modifiers == _CONTROL and line is not None:
            self.origin_requested.emit(line.id)
        else:
            super().keyPressEvent(event)

    def use_cell(self) -> None:
        """Do what the current cell is for."""
        index, line = self.currentIndex(), self.current_line()
        if line is None:
            return
        if index.column() == ORIGIN:
            self.origin_requested.emit(line.id)
        elif index.column() == MARK:
            self.toggle()
        elif index.column() == STATE:
            self.choices.open_states(index)
        else:
            self.write()

    def write(self) -> None:
        """Write in the current cell; where nothing can be written, in the text."""
        index = self.currentIndex()
        if not index.isValid():
            return
        self.scrollTo(index)
        if index.column() == OWNER:
            self.choices.open_owners(index)
        else:
            self.writing.begin(index.row(), DUE if index.column() == DUE else TEXT)

    def toggle(self) -> None:
        """Wish that what is chosen is done, or open again when the current one is closed."""
        line = self.current_line()
        if line is not None:
            self.ask_state("done" if line.is_open else "open")

    def ask_state(self, state: str) -> None:
        """Wish that what is chosen is in a state."""
        ids = self.chosen_ids()
        if ids:
            self.state_requested.emit(ids, state)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row())
        hand = index.isValid() and index.column() in (MARK, ORIGIN)
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() in (TEXT, OWNER, DUE, STATE):
            self.setCurrentIndex(index)
            self.use_cell()

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.lines:
            self.setCurrentIndex(self.lines.index(0, TEXT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self.writing.place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            # The letters may be larger.
            self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
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
        rows.setDefaultSectionSize(px(ROW_HEIGHT))
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSortIndicatorShown(True)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setSectionsClickable(True)

    def _fit_columns(self) -> None:
        room = self.viewport().width()
        # The mark and the date say how it stands, too.
        self.setColumnHidden(STATE, room < px(_ROOMY))
        widths = {column: max(px(least), int(room * s)) for column, (s, least) in _WIDTHS.items()}
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        taken = sum(w for column, w in widths.items() if not self.isColumnHidden(column))
        self.setColumnWidth(TEXT, max(px(160), room - taken))

    def _on_click(self, index: QModelIndex) -> None:
        line = self.lines.lines[index.row()]
        if index.column() == MARK:
            self.state_requested.emit([line.id], "done" if line.is_open else "open")
        elif index.column() == ORIGIN:
            self.origin_requested.emit(line.id)

    def _ask_order(self, column: int) -> None:
        if column in _ORDERS:
            self.order_requested.emit(_ORDERS[column])

    def _step(self, columns: int) -> None:
        index = self.currentIndex()
        column = min(max(index.column() + columns, MARK), ORIGIN)
        select = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self.lines.index(index.row(), column), select.ClearAndSelect | select.Rows
        )

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()
