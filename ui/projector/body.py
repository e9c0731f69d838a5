"""The large letters of a page: one text that can be written in, or several to be read."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from ui.common.text_edit import GrowingTextEdit
from ui.common.theme import current_theme
from ui.projector.fitting import whole_lines
from ui.projector.page import Passage, Span

_LINE = 125
_LINE_TYPE = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


def set_letters(view: QTextEdit, size: int) -> None:
    """Write all that has no size of its own in letters of so many pixels."""
    font = QFont(view.font())
    font.setPixelSize(size)
    if font != view.document().defaultFont():
        view.document().setDefaultFont(font)


def mark_added(view: QTextEdit, spans: Sequence[Span]) -> None:
    """Set off what came in since the meeting began."""
    marks: list[QTextEdit.ExtraSelection] = []
    for start, end in spans:
        mark = QTextEdit.ExtraSelection()
        mark.format.setBackground(current_theme().colour("inserted_soft"))
        mark.cursor = QTextCursor(view.document())
        mark.cursor.setPosition(min(start, view.document().characterCount() - 1))
        last = min(end, view.document().characterCount() - 1)
        mark.cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        marks.append(mark)
    view.setExtraSelections(marks)


def show_whole_lines(view: QTextEdit, room: int) -> None:
    """Let a text that is higher than its room end with a whole line."""
    block = view.document().firstBlock().layout()
    line = block.boundingRect().height() / block.lineCount() if block.lineCount() else 0
    high = view.document().documentLayout().documentSize().height() > room
    rest = round(room % line) if high and line > 1 and view.document().blockCount() == 1 else 0
    view.setViewportMargins(0, 0, 0, rest)


def cut_no_line(view: QTextEdit, room: int) -> None:
    """Let texts that are higher than their room begin and end with a whole line."""
    if view.document().documentLayout().documentSize().height() <= room:
        view.setViewportMargins(0, 0, 0, 0)
        return
    bar = view.verticalScrollBar()
    top, rest = whole_lines(_lines(view), bar.value(), room)
    view.setViewportMargins(0, 0, 0, int(rest))
    bar.setValue(round(top))


def _lines(view: QTextEdit) -> list[tuple[float, float]]:
    """Return from where to where each line goes, in the document's pixels."""
    found: list[tuple[float, float]] = []
    block = view.document().begin()
    while block.isValid():
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number).rect().translated(layout.position())
            found.append((line.top(), line.bottom()))
        block = block.next()
    return found


def look_at(view: QTextEdit, place: int) -> None:
    """Scroll so that a place in the text is in view."""
    cursor = view.textCursor()
    cursor.setPosition(max(0, min(place, view.document().characterCount() - 1)))
    view.setTextCursor(cursor)
    view.ensureCursorVisible()


class RoomEditor(GrowingTextEdit):
    """The text of a section in the room view: as large as fits, written in like anywhere."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent=parent)
        self.setObjectName("roomBody")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The room view closes by it, and steps by Ctrl and the arrows.
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Leave its height to the room view, which fits the letters instead."""


class RoomReader(QTextEdit):
    """Texts under their captions, only to be read."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roomBody")
        self.setAccessibleName(label)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._shown: tuple[object, ...] = ()
        self._starts: list[int] = []

    def show_passages(self, passages: Sequence[Passage], caption: int) -> None:
        """Show texts, each under a caption of so many pixels; "" has none."""
        texts = tuple((one.caption, one.text) for one in passages)
        if self._shown == (caption, texts):
            return
        self._shown = (caption, texts)
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        self._starts = [self._write(cursor, one, caption) for one in passages]
        cursor.endEditBlock()

    def start_of(self, number: int) -> int:
        """Return where a passage's text begins."""
        return self._starts[number] if number < len(self._starts) else 0

    def forget(self) -> None:
        """Write everything anew the next time: the colours are other ones."""
        self._shown = ()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.forget()

    def _write(self, cursor: QTextCursor, passage: Passage, caption: int) -> int:
        if passage.caption:
            form = QTextCharFormat()
            form.setProperty(QTextCharFormat.Property.FontPixelSize, caption)
            form.setFontWeight(QFont.Weight.Bold)
            form.setForeground(current_theme().colour("accent_text"))
            self._begin(cursor, caption * 0.7, form)
            cursor.insertText(_in_lines(passage.caption), form)
        plain = QTextCharFormat()
        self._begin(cursor, caption * 0.1, plain)
        start = cursor.position()
        cursor.insertText(_in_lines(passage.text), plain)
        return start

    def _begin(self, cursor: QTextCursor, above: float, form: QTextCharFormat) -> None:
        block = QTextBlockFormat()
        block.setLineHeight(_LINE, _LINE_TYPE)
        if cursor.position():
            block.setTopMargin(above)
            cursor.insertBlock(block, form)
        else:
            cursor.setBlockFormat(block)


def _in_lines(text: str) -> str:
    """Keep a text one block, so that places in it count as they do in the record."""
    return text.replace("\n", "\u2028")
