"""Writing in a cell of a table: the open editor lies over it, every letter is told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.common.cell_editor import CellEditor

if TYPE_CHECKING:
    from ui.lines.table import LineTable

_MOST_LINES = 9


class CellWriting(QObject):
    """Opens and closes the editor of a cell.

    A subclass says in `value_of` and `label_of` what is written; where that isn't plain text,
    it opens, fits and reads an editor of its own.

    Signals:
        edited(id, field, value): something was typed.
        left(id, field): the editor was closed.
        stepped(int, int): the person went on, so many rows down and columns to the right.
    """

    edited = Signal(str, str, object)
    left = Signal(str, str)
    stepped = Signal(int, int)

    def __init__(self, table: LineTable) -> None:
        super().__init__(table)
        self.table = table
        self.column = 0
        self._editor: Any = None
        self._id = ""
        self._before = ""
        QApplication.instance().focusChanged.connect(self._watch_focus)

    def value_of(self, line: Any, column: int) -> str:
        """Return what is written in a cell of a line; override."""
        raise NotImplementedError

    def label_of(self, column: int) -> str:
        """Return the accessible name of a text's editor; override."""
        raise NotImplementedError

    def open_editor(self, value: str) -> Any:
        """Return a new editor of the current column with its value."""
        label, ground = self.label_of(self.column), self.table.viewport()
        editor = CellEditor(label, self.table.font(), _MOST_LINES, ground)
        editor.reset(value)
        editor.move_to_end()
        editor.edited.connect(self.take)
        editor.finished.connect(self.go_on)
        editor.row_wanted.connect(lambda: self.go_on(1, 0))
        editor.cancelled.connect(self.cancel)
        return editor

    def field_of(self, editor: Any) -> Any:
        """Return the field that an editor holds."""
        return editor

    def fit_editor(self, editor: Any, cell: QRect) -> None:
        """Give an editor the size that it needs over its cell."""
        editor.setFixedWidth(cell.width())

    @property
    def line_id(self) -> str:
        """The line that is written in, "" for none."""
        return self._id if self._editor is not None else ""

    def begin(self, row: int, column: int) -> None:
        """Open the editor of a cell."""
        self.finish()
        line = self.table.lines.lines[row]
        self._id, self.column = line.id, column
        self._before = self.value_of(line, column)
        self._editor = self.open_editor(self._before)
        self._editor.installEventFilter(self)
        self.place()
        self._editor.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self, focus: bool = False) -> None:
        """Close the editor; what was written stays."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        self.field_of(editor).end_visit()
        editor.hide()
        editor.deleteLater()
        self.left.emit(self._id, self._field())
        if focus:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Lay the editor over its cell, wherever that is now; close it when it is nowhere."""
        if self._editor is None:
            return
        row = self.table.lines.row_of(self._id)
        if row is None:
            self.finish()
            return
        cell = self.table.visualRect(self.table.lines.index(row, self.column))
        self.fit_editor(self._editor, cell)
        top = min(cell.top(), self.table.viewport().height() - self._editor.height())
        self._editor.move(cell.left(), max(0, top) if cell.top() >= 0 else cell.top())

    def show_news(self) -> None:
        """Bring an open editor up to date, as after an undo."""
        row = self.table.lines.row_of(self._id)
        if self._editor is None or row is None:
            self.finish()
            return
        field = self.field_of(self._editor)
        if not field.is_editing():
            field.set_value(self.value_of(self.table.lines.lines[row], self.column))
        self.place()

    def take(self, value: object) -> None:
        """Show and tell what was typed."""
        if self._editor is not None:
            self.table.lines.put(self._id, self._field(), str(value))
            self.edited.emit(self._id, self._field(), value)

    def go_on(self, rows: int, columns: int) -> None:
        """Close the editor and say where the person goes on."""
        self.finish(focus=True)
        self.stepped.emit(rows, columns)

    def cancel(self) -> None:
        """Close the editor and take back what was written in this visit."""
        if self._editor is not None:
            field = self.field_of(self._editor)
            if field.value() != self._before:
                field.reset(self._before)
                self.take(self._before)
        self.finish(focus=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.place()
        return False

    def _field(self) -> str:
        return self.table.lines.columns[self.column]

    def _watch_focus(self, _old: QWidget | None, _now: QWidget | None) -> None:
        """Close the editor when the person goes elsewhere in the window, pop-ups left aside."""
        # What the signal hands over may be half destroyed already; the application knows better.
        editor, now = self._editor, QApplication.focusWidget()
        if editor is None or now is None or QApplication.activePopupWidget() is not None:
            return
        if now is not editor and not editor.isAncestorOf(now) and now.window() is editor.window():
            self.finish()
