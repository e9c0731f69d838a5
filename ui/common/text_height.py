"""How high a field of many lines is: as high as its text, within bounds."""

import math

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QStyle, QStyleOptionFrame, QTextEdit

DOCUMENT_MARGIN = 2
WRAPPED = int(Qt.TextFlag.TextWordWrap)
_LINE_HEIGHT = 1.2


class TextHeight:
    """Measures what a field needs for its text, or for its guidance while it is empty.

    Args:
        lines: its height when it is empty.
        most: from so many lines on it scrolls instead of growing.

    Attributes:
        least: pixels that it has whatever its text.
    """

    def __init__(self, field: QTextEdit, lines: int, most: int) -> None:
        self._field = field
        self._lines = lines
        self._most = most
        self.least = 0

    def wanted(self) -> int:
        """Return the height of the field."""
        line = self._line()
        room = self._field.document().documentLayout().documentSize().height()
        room = max(room - 2 * DOCUMENT_MARGIN, self._placeholder())
        room = min(max(room, self._lines * line), self._most * line)
        return max(self.least, math.ceil(room + 2 * DOCUMENT_MARGIN) + self._frame())

    def is_full(self, height: int) -> bool:
        """Tell whether a field of this height has grown as far as it may, and scrolls."""
        return height >= self._frame() + self._most * self._line()

    def _placeholder(self) -> int:
        """Return the room of the guidance while it is shown; it may take several lines."""
        field = self._field
        if not field.placeholderText() or not field.document().isEmpty():
            return 0
        room = QRect(0, 0, field.viewport().width() - 2 * DOCUMENT_MARGIN, 0)
        return field.fontMetrics().boundingRect(room, WRAPPED, field.placeholderText()).height()

    def _line(self) -> float:
        return self._field.fontMetrics().lineSpacing() * _LINE_HEIGHT

    def _frame(self) -> int:
        option = QStyleOptionFrame()
        self._field.initStyleOption(option)
        option.rect = QRect(0, 0, 200, 200)
        part = QStyle.SubElement.SE_ShapedFrameContents
        return 200 - self._field.style().subElementRect(part, option, self._field).height()


def space_lines(document: QTextDocument, left: int = 0) -> None:
    """Give the lines of a text air, and so many pixels at their left.

    What is typed between them takes it over.
    """
    form = QTextBlockFormat()
    form.setLeftMargin(left)
    form.setLineHeight(
        _LINE_HEIGHT * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(form)
    document.clearUndoRedoStacks()
