"""The table of follow-ups: moved in by arrows, written in place, ticked off by a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.followups.cell_choices import CellChoices
from ui.followups.cell_writing import FollowUpWriting
from ui.followups.delegate import FollowUpDelegate
from ui.followups.model import DUE, MARK, ORIGIN, OWNER, STATE, TEXT, FollowUpModel
from ui.lines.table import LineTable, Shape

if TYPE_CHECKING:
    from db.following import FollowUpLine

_Key = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHAPE = Shape(
    text=TEXT,
    start=TEXT,
    widths={
        MARK: (0.0, 42), OWNER: (0.17, 150), DUE: (0.12, 118), STATE: (0.11, 112),
        ORIGIN: (0.19, 172),
    },
    orders={TEXT: "text", OWNER: "owner", DUE: "due", STATE: "state", ORIGIN: "meeting"},
    pressed=(MARK, ORIGIN),
    # The mark and the date say how it stands, too.
    spare=STATE,
    roomy=840,
)  # fmt: skip


class FollowUpTable(LineTable):
    """Shows follow-ups and says what the person wants of them.

    Enter or F2 writes in the current cell, Space ticks the selected ones off or opens them
    again, Delete drops them, Ctrl+O opens the meeting that one comes from.

    Attributes:
        choices: the owner and the state that are chosen in a cell, with signals of its own.

    Signals:
        state_requested(ids, str): these shall be "done", "open" or "dropped".
        origin_requested(str): the meeting of this follow-up is wanted.
    """

    lines: FollowUpModel
    writing: FollowUpWriting
    state_requested = Signal(object, str)
    origin_requested = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("follow_ups.table.name"), FollowUpModel(words), _SHAPE, parent)
        self.setItemDelegate(FollowUpDelegate(words, self))
        self.choices = CellChoices(words, self)
        self.choices.state_chosen.connect(self.ask_state)
        self.writing = FollowUpWriting(words, self)
        self.writing.stepped.connect(lambda _, columns: self.step(0, columns))

    def update_lines(self, lines: Sequence[FollowUpLine]) -> None:
        """Bring rows up to date where they stand."""
        self.lines.update_lines(lines)
        self.writing.show_news()

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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() in (TEXT, OWNER, DUE, STATE):
            self.setCurrentIndex(index)
            self.use_cell()

    def on_click(self, index: QModelIndex) -> None:
        line = self.lines.lines[index.row()]
        if index.column() == MARK:
            self.state_requested.emit([line.id], "done" if line.is_open else "open")
        elif index.column() == ORIGIN:
            self.origin_requested.emit(line.id)
