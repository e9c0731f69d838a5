"""A field of many lines that grows with its text."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from db.text import clean
from ui.common.kept_text import KeptText
from ui.common.keys import writes_nothing
from ui.common.pasted import can_be_pasted, pasted_text
from ui.common.text_height import DOCUMENT_MARGIN, WRAPPED, TextHeight, space_lines

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
# A paragraph is laid out as a whole with each letter; from so many letters on that is felt.
_LONG_PARAGRAPH = 20_000


class GrowingTextEdit(QTextEdit):
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

    _left = 0

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
        self._placeholder = placeholder
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(DOCUMENT_MARGIN)
        if quiet:
            self.setProperty("quiet", True)
        self._height = TextHeight(self, lines, most_lines)
        self._changed = False
        self._showing = False
        self._eased = False
        space_lines(self.document(), self._left)
        self._kept = KeptText(self.document())
        self.textChanged.connect(self._tell)

    def value(self) -> str:
        return self._kept.value()

    def set_value(self, value: str) -> None:
        if clean(value) == self.value():
            return
        place = self.textCursor().position()
        self.reset(value)
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def reset(self, value: str) -> None:
        self._showing = True
        self.setPlainText(value)
        space_lines(self.document(), self._left)
        self._showing = False
        self._changed = False

    def end_visit(self) -> None:
        self._changed = False
        self.document().clearUndoRedoStacks()
        self.left.emit()

    def is_editing(self) -> bool:
        return self.hasFocus() and self._changed

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(pasted_text(source))
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        # Only the letters, without fonts and colours.
        data = QMimeData()
        data.setText(clean(self.textCursor().selectedText()))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return can_be_pasted(source)

    def event(self, event: QEvent) -> bool:
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and self._is_the_windows(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_the_windows(event) or writes_nothing(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def placeholderText(self) -> str:
        return self._placeholder

    def setPlaceholderText(self, text: str) -> None:
        # Qt's own shows one line of it only.
        if text != self._placeholder:
            self._placeholder = text
            self._fit()
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._placeholder and self.document().isEmpty():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            margin = DOCUMENT_MARGIN
            room = self.viewport().rect().adjusted(margin, margin, -margin, 0)
            painter.drawText(room, WRAPPED, self._placeholder)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.end_visit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            # The document has got the new font as it is.
            self._eased = False
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(240, self._height.wanted())

    def move_to_end(self) -> None:
        """Put the caret behind the last letter."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def set_least_height(self, height: int) -> None:
        """Be at least so high, whatever the text; for an editor that fills a place."""
        if height != self._height.least:
            self._height.least = height
            self._fit()

    def _tell(self) -> None:
        self._ease()
        self._fit()
        if not self._showing:
            self._changed = self.document().isUndoAvailable()
            self.edited.emit(self.value())

    def _fit(self) -> None:
        height, policy = self._height.wanted(), Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if self._height.is_full(height) else policy.ScrollBarAlwaysOff
        )
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            # A height that comes of the width comes amid the resizing, which leaves the ground
            # of the text behind as it was.
            self.setViewportMargins(self.viewportMargins())

    def _ease(self) -> None:
        """Lay very long paragraphs out letter by letter, which is done in a third of the time."""
        long = self._eased or self.textCursor().block().length() > _LONG_PARAGRAPH
        eased = long and self._kept.is_simple()
        if eased != self._eased:
            self._eased = eased
            font = QFont(self.document().defaultFont())
            strategy = QFont.StyleStrategy
            font.setStyleStrategy(strategy.PreferNoShaping if eased else strategy.PreferDefault)
            self.document().setDefaultFont(font)

    def _is_the_windows(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.document().isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not (
            self.document().isRedoAvailable()
        )
