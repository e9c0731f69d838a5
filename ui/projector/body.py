"""The large letters of a page: one text that can be written in, or several to be read."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from ui.common.text_edit import GrowingTextEdit
from ui.common.theme import current_theme
from ui.projector.lines import LineKeeper
from ui.projector.page import Passage, Span

_LINE = 112
# A "j" that begins a line reaches so far to the left of it.
_HOOK = 4
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


def put_caret(view: QTextEdit, place: int) -> None:
    """Write on at a place in a text; -1 is its start."""
    cursor = view.textCursor()
    cursor.setPosition(max(0, min(place, view.document().characterCount() - 1)))
    view.setTextCursor(cursor)


class RoomEditor(GrowingTextEdit):
    """The text of a section in the room view: as large as fits, written in like anywhere.

    Attributes:
        keeper: lets no line be cut.
    """

    _left = _HOOK

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent=parent)
        self.setObjectName("roomBody")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.document().setDocumentMargin(0)
        self.keeper = LineKeeper(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The room view closes by it, and steps by Ctrl and the arrows.
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Leave its height to the room view, which fits the letters instead."""


class RoomReader(QTextEdit):
    """Texts under their captions, only to be read.

    Attributes:
        keeper: lets no line be cut.

    Signals:
        pressed(int): one of the texts was clicked on, by its place.
    """

    pressed = Signal(int)

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
        self.keeper = LineKeeper(self)
        self._passages: Sequence[Passage] = ()
        self._shown: tuple[object, ...] = ()
        self._starts: list[int] = []

    def show_passages(self, passages: Sequence[Passage], caption: int) -> None:
        """Show texts, each under a caption of so many pixels; "" has none."""
        texts = tuple((one.caption, one.sign, one.text, one.gone) for one in passages)
        self._passages = passages
        if self._shown == (caption, texts):
            return
        self._shown = (caption, texts)
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        self._starts = [self._write(cursor, one, caption) for one in passages]
        cursor.endEditBlock()

    def place_of(self, number: int, place: int, end: bool = False) -> int:
        """Return where a place of a passage's text is shown: words that are gone take room, too.

        `end` says that something ends there: what is gone at that very place is behind it.
        """
        if number >= len(self._starts):
            return 0
        gone = self._passages[number].gone
        before = sum(len(text) for at, text in gone if at < place or (at == place and not end))
        return self._starts[number] + place + before

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            place = self.cursorForPosition(event.position().toPoint()).position()
            # A caption stands one block above its text.
            starts = [self.document().findBlock(start - 1).position() for start in self._starts]
            self.pressed.emit(max(0, bisect_right(starts, place) - 1))

    def forget(self) -> None:
        """Write everything anew the next time: the colours are other ones."""
        self._shown = ()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.forget()

    def _write(self, cursor: QTextCursor, passage: Passage, caption: int) -> int:
        if passage.caption:
            form = _small(caption, "accent_text")
            self._begin(cursor, caption * 0.7, form)
            cursor.insertText(_in_lines(passage.caption), form)
            if passage.sign:
                cursor.insertText(f"   {passage.sign}", _small(caption, passage.kind))
        plain = QTextCharFormat()
        self._begin(cursor, caption * 0.1, plain)
        start, place = cursor.position(), 0
        for at, text in passage.gone:
            cursor.insertText(_in_lines(passage.text[place:at]), plain)
            cursor.insertText(_in_lines(text), _gone())
            place = at
        cursor.insertText(_in_lines(passage.text[place:]), plain)
        return start

    def _begin(self, cursor: QTextCursor, above: float, form: QTextCharFormat) -> None:
        block = QTextBlockFormat()
        block.setLineHeight(_LINE, _LINE_TYPE)
        block.setLeftMargin(_HOOK)
        if cursor.position():
            block.setTopMargin(above)
            cursor.insertBlock(block, form)
        else:
            cursor.setBlockFormat(block)


def _small(size: int, colour: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setProperty(QTextCharFormat.Property.FontPixelSize, size)
    form.setFontWeight(QFont.Weight.Bold)
    form.setForeground(current_theme().colour(colour))
    return form


def _gone() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontStrikeOut(True)
    form.setForeground(current_theme().colour("danger"))
    form.setBackground(current_theme().colour("danger_soft"))
    return form


def _in_lines(text: str) -> str:
    """Keep a text one block, so that places in it count as they do in the record."""
    return text.replace("\n", "\u2028")
