"""Writing a reason in its cell: the editor lies over it, every letter is told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from resources.words import Words
from ui.common.cell_editor import CellEditor
from ui.responses.model import REASON

if TYPE_CHECKING:
    from ui.responses.table import ResponseTable

_MOST_LINES = 9


class ReasonWriting(QObject):
    """Opens and closes the editor of a reason.

    Signals:
        edited(str, str): of this input something was typed.
        left(str): the editor was closed.
        stepped(int): the person went on, so many rows down.
    """

    edited = Signal(str, str)
    left = Signal(str)
    stepped = Signal(int)

    def __init__(self, words: Words, table: ResponseTable) -> None:
        super().__init__(table)
        self._words = words
        self._table = table
        self._editor: CellEditor | None = None
        self._id = ""
        self._before = ""
        QApplication.instance().focusChanged.connect(self._watch_focus)

    @property
    def point_id(self) -> str:
        """The input whose reason is written, "" for none."""
        return self._id if self._editor is not None else ""

    def begin(self, row: int) -> None:
        """Open the editor of a row's reason."""
        self.finish()
        answer = self._table.lines.answers[row]
        self._id, self._before = answer.id, answer.line.reason
        label = self._words("papers.register.reason")
        editor = CellEditor(label, self._table.font(), _MOST_LINES, self._table.viewport())
        editor.reset(self._before)
        editor.move_to_end()
        editor.edited.connect(self._take)
        editor.finished.connect(lambda rows, _: self._go_on(rows))
        editor.row_wanted.connect(lambda: self._go_on(1))
        editor.cancelled.connect(self._cancel)
        editor.installEventFilter(self)
        self._editor = editor
        self.place()
        editor.show()
        editor.setFocus()

    def finish(self, focus: bool = False) -> None:
        """Close the editor; what was written stays."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.end_visit()
        editor.hide()
        editor.deleteLater()
        self.left.emit(self._id)
        if focus:
            self._table.setFocus()

    def place(self) -> None:
        """Lay the editor over its cell, wherever that is now; close it when it is nowhere."""
        if self._editor is None:
            return
        row = self._table.lines.row_of(self._id)
        if row is None:
            self.finish()
            return
        cell = self._table.visualRect(self._table.lines.index(row, REASON))
        self._editor.setFixedWidth(cell.width())
        top = min(cell.top(), self._table.viewport().height() - self._editor.height())
        self._editor.move(cell.left(), max(0, top) if cell.top() >= 0 else cell.top())

    def show_news(self) -> None:
        """Bring an open editor up to date, as after an undo."""
        row = self._table.lines.row_of(self._id)
        if self._editor is None or row is None:
            self.finish()
            return
        if not self._editor.is_editing():
            self._editor.set_value(self._table.lines.answers[row].line.reason)
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.place()
        return False

    def _take(self, value: object) -> None:
        if self._editor is not None:
            self._table.lines.put_reason(self._id, str(value))
            self.edited.emit(self._id, str(value))

    def _go_on(self, rows: int) -> None:
        self.finish(focus=True)
        self.stepped.emit(rows)

    def _cancel(self) -> None:
        if self._editor is not None and self._editor.value() != self._before:
            self._editor.reset(self._before)
            self._take(self._before)
        self.finish(focus=True)

    def _watch_focus(self, _old: QWidget | None, _now: QWidget | None) -> None:
        """Close the editor when the person goes elsewhere in the window, pop-ups left aside."""
        editor, now = self._editor, QApplication.focusWidget()
        if editor is None or now is None or QApplication.activePopupWidget() is not None:
            return
        if now is not editor and not editor.isAncestorOf(now) and now.window() is editor.window():
            self.finish()
