"""The register of answers as a table: moved in by arrows, answered in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from resources.words import Words
from ui.common.letters import px
from ui.common.menu import open_menu
from ui.common.picker import Pick, PickPopup
from ui.common.views import prepare_table
from ui.responses.choosing import STATES
from ui.responses.delegate import ResponseDelegate
from ui.responses.model import CHANGE, ORIGIN, RAISED_BY, REASON, RESPONSE, TEXT, ResponseModel
from ui.responses.writing import ReasonWriting

if TYPE_CHECKING:
    from db.canvas_changes import AnsweredInput

_Key = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ROW_HEIGHT = 56
_ORDERS = {TEXT: "text", RAISED_BY: "raised_by", ORIGIN: "meeting", RESPONSE: "state"}
_ROOMY = 900
# The columns' shares of the width and the pixels that they need at least; the text has the rest.
_WIDTHS = {RAISED_BY: (0.13, 130), ORIGIN: (0.17, 190), RESPONSE: (0.11, 132)} | {
    REASON: (0.2, 150), CHANGE: (0.17, 140)
}  # fmt: skip
# The keys that answer, in the order of the answers; 0 takes the answer back.
ANSWER_KEYS = (_Key.Key_0, _Key.Key_1, _Key.Key_2, _Key.Key_3, _Key.Key_4)


class ResponseTable(QTableView):
    """Shows inputs with their answers and says what the person wants of them.

    1 to 4 answer the selected ones, 0 takes the answer back, Enter or F2 writes the reason, or
    does what the current cell is for; Ctrl+O opens the point, Ctrl+J its place in the canvas.

    Attributes:
        lines: the model.
        writing: the reason that is written, with signals of its own.

    Signals:
        response_chosen(ids, str): these get a response, "" for none.
        changes_wanted(str): what followed from this input is to be chosen.
        point_requested(str), field_requested(str): where this input comes from, what it is about.
        order_requested(str): the head of a column was used, by its order's name.
        change_linked(str, revisions): these changes followed from this input.
    """

    response_chosen = Signal(object, str)
    changes_wanted = Signal(str)
    point_requested = Signal(str)
    field_requested = Signal(str)
    order_requested = Signal(str)
    change_linked = Signal(str, object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.lines = ResponseModel(words, self)
        self.hovered_row = -1
        prepare_table(self, words("responses_screen.table"))
        self._dress()
        self.setItemDelegate(ResponseDelegate(words, self))
        self.setModel(self.lines)
        self.writing = ReasonWriting(words, self)
        self.writing.stepped.connect(self._step)
        # Lies where the cell is, for what opens below it.
        self._anchor = QWidget(self.viewport())
        self._anchor.hide()
        self.horizontalHeader().sectionClicked.connect(self._ask_order)
        self.clicked.connect(self._on_click)

    def show_answers(self, answers: Sequence[AnsweredInput]) -> None:
        """Show other rows; the current one stays current, or the one in its place becomes so."""
        here = self.currentIndex()
        key = self.lines.answers[here.row()].id if here.isValid() else ""
        place, column = here.row(), here.column() if here.isValid() else TEXT
        scrolled = self.verticalScrollBar().value()
        if self.lines.show(answers):
            row = self.lines.row_of(key)
            if row is None:
                row = min(max(place, 0), len(answers) - 1)
            self.setCurrentIndex(self.lines.index(row, column))
            self.verticalScrollBar().setValue(scrolled)
        self.writing.show_news()

    def go_to(self, point_id: str) -> None:
        """Make an input the current one."""
        row = self.lines.row_of(point_id)
        if row is not None:
            self.setCurrentIndex(self.lines.index(row, RESPONSE))
            self.scrollTo(self.currentIndex())

    def show_order(self, order: str, descending: bool) -> None:
        """Mark the column that the rows stand in order of."""
        column = next((one for one, name in _ORDERS.items() if name == order), -1)
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, way)

    def current_answer(self) -> AnsweredInput | None:
        """Return the current input."""
        index = self.currentIndex()
        return self.lines.answers[index.row()] if index.isValid() else None

    def chosen_ids(self) -> list[str]:
        """Return the selected inputs, else the current one."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        current = self.current_answer()
        chosen = [self.lines.answers[row].id for row in rows]
        return chosen if current is None or current.id in chosen else [current.id]

    def offer_changes(self, picks: Sequence[Pick]) -> None:
        """Let changes be chosen for the current input, below its cell."""
        index, answer = self.currentIndex(), self.current_answer()
        if answer is None:
            return
        label = self._words("responses_screen.link_title")
        self._lay_over(index.siblingAtColumn(CHANGE), label)
        popup = PickPopup(self._words, label, picks, False, self._anchor)
        popup.picked.connect(lambda pick: self.change_linked.emit(answer.id, pick.value))
        popup.show_below(self._anchor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        answer = self.current_answer()
        work: dict[int, Callable[[], object]] = {
            _Key.Key_Return: self.use_cell,
            _Key.Key_Enter: self.use_cell,
            _Key.Key_F2: self.write,
        }
        for place, answering in enumerate(ANSWER_KEYS):
            work[answering] = partial(self.choose, "" if not place else STATES[place])
        leading = {_Key.Key_O: self.point_requested, _Key.Key_J: self.field_requested}
        if answer is not None and modifiers == Qt.KeyboardModifier.NoModifier and key in work:
            work[key]()
        elif answer is not None and modifiers == _CONTROL and key in leading:
            leading[key].emit(answer.id)
        else:
            super().keyPressEvent(event)

    def use_cell(self) -> None:
        """Do what the current cell is for."""
        index, answer = self.currentIndex(), self.current_answer()
        if answer is None:
            return
        if index.column() == ORIGIN:
            self.point_requested.emit(answer.id)
        elif index.column() == CHANGE:
            self.changes_wanted.emit(answer.id)
        elif index.column() in (TEXT, RAISED_BY, RESPONSE):
            self._open_answers(index.siblingAtColumn(RESPONSE))
        else:
            self.write()

    def write(self) -> None:
        """Write the reason of the current input."""
        index = self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index.siblingAtColumn(REASON))
            self.scrollTo(self.currentIndex())
            self.writing.begin(index.row())

    def choose(self, response: str) -> None:
        """Answer what is chosen."""
        ids = self.chosen_ids()
        if ids:
            self.response_chosen.emit(ids, response)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row())
        hand = index.isValid() and index.column() in (ORIGIN, RESPONSE, CHANGE)
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == REASON:
            self.setCurrentIndex(index)
            self.write()

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.answers:
            self.setCurrentIndex(self.lines.index(0, RESPONSE))

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
        room = self.viewport().width()
        self.setColumnHidden(RAISED_BY, room < px(_ROOMY))
        widths = {column: max(px(least), int(room * s)) for column, (s, least) in _WIDTHS.items()}
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        taken = sum(w for column, w in widths.items() if not self.isColumnHidden(column))
        self.setColumnWidth(TEXT, max(px(160), room - taken))

    def _open_answers(self, index: QModelIndex) -> None:
        self.scrollTo(index)
        self._lay_over(index, self._words("papers.register.response"))
        names = [(name, name) for name in STATES[1:]] + [("", "none")]
        open_menu(
            self._anchor,
            [
                (self._words(f"responses_screen.answers.{word}"), partial(self.choose, value))
                for value, word in names
            ],
        )

    def _lay_over(self, index: QModelIndex, label: str) -> None:
        self._anchor.setAccessibleName(label)
        self._anchor.setGeometry(self.visualRect(index).adjusted(0, 0, 0, -6))

    def _on_click(self, index: QModelIndex) -> None:
        if index.column() in (ORIGIN, RESPONSE, CHANGE):
            self.use_cell()

    def _ask_order(self, column: int) -> None:
        if column in _ORDERS:
            self.order_requested.emit(_ORDERS[column])

    def _step(self, rows: int) -> None:
        index = self.currentIndex()
        row = min(max(index.row() + rows, 0), self.lines.rowCount() - 1)
        select = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self.lines.index(row, index.column()), select.ClearAndSelect | select.Rows
        )

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()
