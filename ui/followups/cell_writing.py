"""Writing in a cell of the table: the open editor lies over it, every letter is told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.cell_editor import CellEditor
from ui.common.date_field import DateField
from ui.common.letters import px
from ui.followups.model import COLUMNS, DUE, TEXT

if TYPE_CHECKING:
    from ui.followups.table import FollowUpTable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DATE_WIDTH = 250
_MOST_LINES = 9


class DueEditor(QFrame):
    """A date over its cell.

    Signals:
        finished(int), cancelled(): the person goes on, so many columns to the right, or takes
            back what was written.
    """

    finished = Signal(int)
    cancelled = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dueEditor")
        self.field = DateField(words, words("follow_ups.table.due"))
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.field)
        self.field.line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in _ENTER or event.key() in steps:
            self._finish(steps.get(Qt.Key(event.key()), 0))
        else:
            return False
        return True

    def _finish(self, step: int) -> None:
        self.field.end_visit()
        # What is not understood stays to be mended.
        if not self.field.has_problem():
            self.finished.emit(step)


class CellWriting(QObject):
    """Opens and closes the editor of a cell.

    Signals:
        edited(id, field, value): something was typed.
        left(id, field): the editor was closed.
        stepped(int): the person went on, so many columns to the right.
    """

    edited = Signal(str, str, object)
    left = Signal(str, str)
    stepped = Signal(int)

    def __init__(self, words: Words, table: FollowUpTable) -> None:
        super().__init__(table)
        self._words = words
        self._table = table
        self._editor: CellEditor | DueEditor | None = None
        self._id = ""
        self._column = TEXT
        self._before = ""
        QApplication.instance().focusChanged.connect(self._watch_focus)

    @property
    def follow_up_id(self) -> str:
        """The follow-up that is written in, "" for none."""
        return self._id if self._editor is not None else ""

    def begin(self, row: int, column: int) -> None:
        """Open the editor of a cell."""
        self.finish()
        line = self._table.lines.lines[row]
        self._id, self._column = line.id, column
        self._before = line.text if column == TEXT else line.due
        self._editor = self._open_text() if column == TEXT else self._open_due()
        self.place()
        self._editor.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self, focus: bool = False) -> None:
        """Close the editor; what was written stays."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        self._field(editor).end_visit()
        editor.hide()
        editor.deleteLater()
        self.left.emit(self._id, COLUMNS[self._column])
        if focus:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Lay the editor over its cell, wherever that is now; close it when it is nowhere."""
        if self._editor is None:
            return
        row = self._table.lines.row_of(self._id)
        if row is None:
            self.finish()
            return
        cell = self._table.visualRect(self._table.lines.index(row, self._column))
        width = cell.width() if self._column == TEXT else max(cell.width(), px(_DATE_WIDTH))
        self._editor.setFixedWidth(width)
        if self._column == DUE:
            layout = self._editor.layout()
            # Only with a hint below it its height follows its width.
            height = max(layout.totalHeightForWidth(width), layout.totalSizeHint().height())
            self._editor.setFixedHeight(height)
        room = self._table.viewport().height()
        top = min(cell.top(), room - self._editor.height())
        self._editor.move(cell.left(), max(0, top) if cell.top() >= 0 else cell.top())

    def show_news(self) -> None:
        """Bring an open editor up to date, as after an undo."""
        row = self._table.lines.row_of(self._id)
        if self._editor is None or row is None:
            self.finish()
            return
        field, line = self._field(self._editor), self._table.lines.lines[row]
        if not field.is_editing():
            field.set_value(line.text if self._column == TEXT else line.due)
        self.place()

    def _open_text(self) -> CellEditor:
        label = self._words("follow_ups.table.edit_text")
        font = self._table.font()
        editor = CellEditor(label, font, _MOST_LINES, self._table.viewport())
        editor.reset(self._before)
        editor.move_to_end()
        editor.edited.connect(self._take)
        editor.finished.connect(lambda _, step: self._go_on(step))
        editor.row_wanted.connect(lambda: self._go_on(0))
        editor.cancelled.connect(self._cancel)
        editor.installEventFilter(self)
        return editor

    def _open_due(self) -> DueEditor:
        editor = DueEditor(self._words, self._table.viewport())
        editor.field.reset(self._before)
        editor.field.line.selectAll()
        editor.field.edited.connect(self._take)
        editor.finished.connect(self._go_on)
        editor.cancelled.connect(self._cancel)
        editor.installEventFilter(self)
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.place()
        return False

    def _take(self, value: object) -> None:
        if self._editor is not None:
            self._table.lines.put(self._id, COLUMNS[self._column], str(value))
            self.edited.emit(self._id, COLUMNS[self._column], value)

    def _go_on(self, step: int) -> None:
        self.finish(focus=True)
        self.stepped.emit(step)

    def _cancel(self) -> None:
        editor = self._editor
        if editor is None:
            return
        field = self._field(editor)
        if field.value() != self._before:
            field.reset(self._before)
            self._take(self._before)
        self.finish(focus=True)

    def _field(self, editor: CellEditor | DueEditor) -> CellEditor | DateField:
        return editor.field if isinstance(editor, DueEditor) else editor

    def _watch_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Close the editor when the person goes elsewhere in the window, pop-ups left aside."""
        editor = self._editor
        if editor is None or now is None or QApplication.activePopupWidget() is not None:
            return
        if now is not editor and not editor.isAncestorOf(now) and now.window() is editor.window():
            self.finish()
