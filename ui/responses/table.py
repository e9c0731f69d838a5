"""The register of answers as a table: moved in by arrows, answered in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.common.menu import open_menu
from ui.common.picker import Pick, PickPopup
from ui.lines.table import LineTable, Shape
from ui.responses.choosing import STATES
from ui.responses.delegate import ResponseDelegate
from ui.responses.model import CHANGE, ORIGIN, RAISED_BY, REASON, RESPONSE, TEXT, ResponseModel
from ui.responses.writing import ReasonWriting

_Key = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHAPE = Shape(
    text=TEXT,
    start=RESPONSE,
    widths={
        RAISED_BY: (0.13, 130), ORIGIN: (0.22, 170), RESPONSE: (0.11, 146),
        REASON: (0.18, 150), CHANGE: (0.15, 140),
    },
    orders={TEXT: "text", RAISED_BY: "raised_by", ORIGIN: "meeting", RESPONSE: "state"},
    pressed=(ORIGIN, RESPONSE, CHANGE),
    spare=RAISED_BY,
    roomy=900,
)  # fmt: skip
# The keys that answer, in the order of the answers; 0 takes the answer back.
ANSWER_KEYS = (_Key.Key_0, _Key.Key_1, _Key.Key_2, _Key.Key_3, _Key.Key_4)


class ResponseTable(LineTable):
    """Shows inputs with their answers and says what the person wants of them.

    1 to 4 answer the selected ones, 0 takes the answer back, Enter or F2 writes the reason, or
    does what the current cell is for; Ctrl+O opens the point, Ctrl+J its place in the canvas.

    Signals:
        response_chosen(ids, str): these get a response, "" for none.
        changes_wanted(str): what followed from this input is to be chosen.
        point_requested(str), field_requested(str): where this input comes from, what it is about.
        change_linked(str, revisions): these changes followed from this input.
    """

    lines: ResponseModel
    writing: ReasonWriting
    response_chosen = Signal(object, str)
    changes_wanted = Signal(str)
    point_requested = Signal(str)
    field_requested = Signal(str)
    change_linked = Signal(str, object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("responses_screen.table"), ResponseModel(words), _SHAPE, parent)
        self._words = words
        self.setItemDelegate(ResponseDelegate(words, self))
        self.writing = ReasonWriting(words, self)
        self.writing.stepped.connect(lambda rows, _: self.step(rows, 0))
        # Lies where the cell is, for what opens below it.
        self._anchor = QWidget(self.viewport())
        self._anchor.hide()

    def offer_changes(self, picks: Sequence[Pick]) -> None:
        """Let changes be chosen for the current input, below its cell."""
        index, answer = self.currentIndex(), self.current_line()
        if answer is None:
            return
        label = self._words("responses_screen.link_title")
        self._lay_over(index.siblingAtColumn(CHANGE), label)
        popup = PickPopup(self._words, label, picks, False, self._anchor)
        popup.picked.connect(lambda pick: self.change_linked.emit(answer.id, pick.value))
        popup.show_below(self._anchor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        answer = self.current_line()
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
        index, answer = self.currentIndex(), self.current_line()
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
            self.writing.begin(index.row(), REASON)

    def choose(self, response: str) -> None:
        """Answer what is chosen."""
        ids = self.chosen_ids()
        if ids:
            self.response_chosen.emit(ids, response)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == REASON:
            self.setCurrentIndex(index)
            self.write()

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

    def on_click(self, index: QModelIndex) -> None:
        if index.column() in _SHAPE.pressed:
            self.use_cell()
