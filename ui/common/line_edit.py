"""A field of one line."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from db.text import clean
from ui.common.keys import writes_nothing
from ui.common.pasted import can_be_pasted, pasted_line

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


def one_line(text: str) -> str:
    """Return clean text with its lines joined by spaces."""
    return " ".join(clean(text).split("\n"))


class LineEdit(QLineEdit):
    """One line of plain text. Fits the protocol of ui.common.field.Field (value: str).

    Its own undo reaches back to the begin of the visit; beyond that Ctrl+Z is the window's.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(
        self, label: str, placeholder: str = "", quiet: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setPlaceholderText(placeholder)
        if quiet:
            self.setProperty("quiet", True)
        self._changed = False
        self._told = ""
        self.textEdited.connect(self._tell)

    def value(self) -> str:
        return one_line(self.text())

    def set_value(self, value: str) -> None:
        if value == self.text() or one_line(value) == self.value():
            return
        self.reset(value)

    def reset(self, value: str) -> None:
        self._changed = False
        self.setText(value)
        self._told = self.value()
        if not self.hasFocus():
            self.setCursorPosition(0)

    def is_editing(self) -> bool:
        return self.hasFocus() and self._changed

    def tell_chosen(self) -> None:
        """Tell of a name that came from the list of suggestions, as if it had been typed."""
        if self.completer() is not None and self.value() != self._told:
            self._tell()

    def end_visit(self) -> None:
        self.tell_chosen()
        self._changed = False
        self._forget_undo()
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and self._is_the_windows(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_the_windows(event) or writes_nothing(event):
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Qt's own takes plain text only, and with its line ends.
        paste = menu.findChild(QAction, "edit-paste")
        if paste is not None:
            paste.triggered.disconnect()
            paste.triggered.connect(self._paste)
            here = QGuiApplication.clipboard().mimeData()
            paste.setEnabled(not self.isReadOnly() and here is not None and can_be_pasted(here))
        menu.popup(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take_drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._take_drag(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is self or self.isReadOnly():
            super().dropEvent(event)
            return
        self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
        self._insert(event.mimeData())
        event.acceptProposedAction()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.end_visit()
            self.setCursorPosition(0)

    def _tell(self) -> None:
        self._changed = self.isUndoAvailable()
        self._told = self.value()
        self.edited.emit(self._told)

    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        if data is not None and can_be_pasted(data) and not self.isReadOnly():
            self._insert(data)

    def _insert(self, data: QMimeData) -> None:
        if text := pasted_line(data):
            self.insert(text)

    def _take_drag(self, event: QDragMoveEvent) -> None:
        if not self.isReadOnly() and can_be_pasted(event.mimeData()):
            event.acceptProposedAction()

    def _forget_undo(self) -> None:
        # setText is what clears it; the value stays the same, so nobody is told.
        if self.isUndoAvailable() or self.isRedoAvailable():
            place = self.cursorPosition()
            blocked = self.blockSignals(True)
            self.setText(self.text())
            self.blockSignals(blocked)
            self.setCursorPosition(place)

    def _is_the_windows(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
