"""Writing in the table of follow-ups: a text, or a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.cell_editor import CellEditor
from ui.common.date_field import DateField
from ui.common.letters import px
from ui.followups.model import TEXT
from ui.lines.writing import CellWriting

if TYPE_CHECKING:
    from db.following import FollowUpLine
    from ui.followups.table import FollowUpTable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DATE_WIDTH = 250


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


class FollowUpWriting(CellWriting):
    """Writes what is to be done as text, and until when as a date."""

    def __init__(self, words: Words, table: FollowUpTable) -> None:
        super().__init__(table)
        self._words = words

    def value_of(self, line: FollowUpLine, column: int) -> str:
        return line.text if column == TEXT else line.due

    def label_of(self, column: int) -> str:
        return self._words("follow_ups.table.edit_text")

    def open_editor(self, value: str) -> CellEditor | DueEditor:
        if self.column == TEXT:
            return super().open_editor(value)
        editor = DueEditor(self._words, self.table.viewport())
        editor.field.reset(value)
        editor.field.line.selectAll()
        editor.field.edited.connect(self.take)
        editor.finished.connect(lambda columns: self.go_on(0, columns))
        editor.cancelled.connect(self.cancel)
        return editor

    def field_of(self, editor: CellEditor | DueEditor) -> CellEditor | DateField:
        return editor.field if isinstance(editor, DueEditor) else editor

    def fit_editor(self, editor: CellEditor | DueEditor, cell: QRect) -> None:
        if self.column == TEXT:
            super().fit_editor(editor, cell)
            return
        width = max(cell.width(), px(_DATE_WIDTH))
        editor.setFixedWidth(width)
        layout = editor.layout()
        # Only with a hint below it its height follows its width.
        height = max(layout.totalHeightForWidth(width), layout.totalSizeHint().height())
        editor.setFixedHeight(height)
