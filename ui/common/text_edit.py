"""A field of many lines that grows with its text."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from db.text import clean

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
_DOCUMENT_MARGIN = 2


class GrowingTextEdit(QPlainTextEdit):
    """Plain text of any length. Fits the protocol of ui.common.field.Field (value: str).

    Tab moves on, as everywhere; what is pasted or dropped comes in as clean plain text. Its
    own undo reaches back to the begin of the visit; beyond that Ctrl+Z is the window's.

    Args:
        label: its name for the screen reader.
        placeholder: guidance shown while it is empty.
        lines: its height when it is empty.
        most_lines: from here on it scrolls instead of growing.
        quiet: whether it shows a frame only when it is used.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(
        self,
        label: str,
        placeholder: str = "",
        lines: int = 1,
        most_lines: int = 24,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_DOCUMENT_MARGIN)
        if quiet:
            self.setProperty("quiet", True)
        self._lines = lines
        self._most_lines = most_lines
        self._changed = False
        self._showing = False
        self.textChanged.connect(self._tell)

    def value(self) -> str:
        # toPlainText would turn no-break spaces into plain ones.
        return clean(self.document().toRawText())

    def set_value(self, value: str) -> None:
        if clean(value) == self.value():
            return
        place = self.textCursor().position()
        self._showing = True
        self.setPlainText(value)
        self._showing = False
        self._changed = False
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def is_editing(self) -> bool:
        return self.hasFocus() and self._changed

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(clean(source.text()))
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._is_the_windows(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event) -> None:
        if self._is_the_windows(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self._changed = False
            self.document().clearUndoRedoStacks()
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(240, self._wanted_height())

    def move_to_end(self) -> None:
        """Put the caret behind the last letter."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _tell(self) -> None:
        self._fit()
        if not self._showing:
            self._changed = self.document().isUndoAvailable()
            self.edited.emit(self.value())

    def _fit(self) -> None:
        height = self._wanted_height()
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _wanted_height(self) -> int:
        line = self.fontMetrics().lineSpacing()
        room = self._text_height(self._most_lines * line)
        room = min(max(room, self._lines * line), self._most_lines * line)
        frame = self.height() - self.viewport().height()
        return int(room + frame + 2 * _DOCUMENT_MARGIN + 0.5)

    def _text_height(self, enough: float) -> float:
        """Add up the paragraphs' heights, only as far as they matter: texts may be huge."""
        block = self.document().firstBlock()
        height = 0.0
        while block.isValid() and height < enough:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return height

    def _is_the_windows(self, event) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.document().isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not (
            self.document().isRedoAvailable()
        )
