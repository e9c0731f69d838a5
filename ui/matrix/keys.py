"""What the keys mean in the table of a matrix, while no cell is written in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from ui.matrix.clipboard import parse_block
from ui.matrix.selection import Rectangle, copied, emptied, pasted, rows_of, selected

if TYPE_CHECKING:
    from ui.matrix.grid import MatrixGrid

_Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class GridKeys:
    """Turns keys into what the grid does or wishes."""

    def __init__(self, grid: MatrixGrid) -> None:
        self._grid = grid
        step = grid.step
        self._work: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]] = {
            (_Key.Key_Return, _NONE): lambda: step(1, 0),
            (_Key.Key_Return, _SHIFT): lambda: step(-1, 0),
            (_Key.Key_Return, _CONTROL): self.want_row,
            (_Key.Key_F2, _NONE): grid.writing.begin,
            (_Key.Key_Delete, _NONE): self.clear,
            (_Key.Key_Backspace, _NONE): self.clear,
            (_Key.Key_Delete, _CONTROL): self.remove_rows,
            (_Key.Key_Up, _ALT): lambda: self.move_rows(-1),
            (_Key.Key_Down, _ALT): lambda: self.move_rows(1),
        }
        self._standard: dict[QKeySequence.StandardKey, Callable[[], object]] = {
            QKeySequence.StandardKey.Copy: self.copy,
            QKeySequence.StandardKey.Cut: self.cut,
            QKeySequence.StandardKey.Paste: self.paste,
        }

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means; whether it means something here."""
        key = _Key.Key_Return if event.key() == _Key.Key_Enter else _Key(event.key())
        modifiers = event.modifiers() & ~_KEYPAD
        if key in (_Key.Key_Tab, _Key.Key_Backtab):
            # At either end Tab leaves the table, or nobody could get out by keys.
            event.setAccepted(self._grid.step(0, 1 if key == _Key.Key_Tab else -1))
            return True
        work = self._work.get((key, modifiers)) or next(
            (run for standard, run in self._standard.items() if event.matches(standard)), None
        )
        if work is not None:
            work()
            return True
        return self._begin_to_write(event, modifiers)

    def want_row(self) -> None:
        """Wish for a row behind the current one."""
        ids = self._grid.current_ids()
        self._grid.row_wanted.emit(ids[-1] if ids else "")

    def remove_rows(self) -> None:
        """Wish that the selected rows go."""
        block = selected(self._grid, self._grid.sizing)
        if block is not None:
            ids = self._grid.table.ids
            self._grid.rows_removal_requested.emit([ids[row] for row in block.rows])

    def move_rows(self, step: int) -> None:
        """Wish that the current rows change places with the one above (-1) or below (1)."""
        grid, ids = self._grid, self._grid.table.ids
        index = grid.currentIndex()
        if not index.isValid():
            return
        rows = rows_of(grid.sizing, index)
        other = rows[0] - 1 if step < 0 else rows[-1] + 1
        if 0 <= other < len(ids):
            # The neighbour goes to the other side, so that several rows move as one.
            behind = rows[-1] + 1
            before = ids[rows[0]] if step > 0 else ids[behind] if behind < len(ids) else ""
            grid.row_move_requested.emit(ids[other], before)

    def clear(self) -> None:
        """Wish that the selected cells are emptied."""
        block = selected(self._grid, self._grid.sizing)
        rows = emptied(self._grid, block) if block else []
        if rows:
            self._grid.clear_requested.emit(rows)

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        block = selected(self._grid, self._grid.sizing)
        if block is not None:
            QGuiApplication.clipboard().setText(copied(self._grid, block))

    def cut(self) -> None:
        """Copy the selected cells and wish that they are emptied."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Wish that what is on the clipboard is written from the selection's corner on."""
        text = QGuiApplication.clipboard().text()
        block = selected(self._grid, self._grid.sizing)
        if block is None and not self._grid.table.ids:
            # A whole table may be pasted where there is none yet.
            block = Rectangle(0, 0, 0, 0)
        if text and block is not None:
            self._grid.paste_requested.emit(*pasted(self._grid, block, parse_block(text)))

    def _begin_to_write(self, event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> bool:
        typed = event.text()
        if not typed or not typed.isprintable() or modifiers & ~_SHIFT:
            return False
        editor = self._grid.writing.begin(replace=True)
        if editor is not None:
            QApplication.sendEvent(editor, event)
        return True
