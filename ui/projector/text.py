"""The text of a page: to be written in, or to be read, in letters of any size."""

import math

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from resources.words import Words
from ui.common.form import Form
from ui.projector.body import RoomEditor, RoomReader, mark_added, put_caret, set_letters
from ui.projector.page import Passage, RoomPage

_ANY_HEIGHT = 16_777_215


class RoomText(QStackedWidget):
    """Shows the passages of a page, and nothing else of it.

    Args:
        writable: whether a page of one text can be written in.

    Attributes:
        editor, reader: what is written in, what is read; one of them is in front.

    Signals:
        edited(str, str, object), left(str, str): a commitment's text was written, or left.
        grown(): something was written, which may need more room.
        pressed(int): one of the texts that are read was clicked on, by its place.
    """

    edited = Signal(str, str, object)
    left = Signal(str, str)
    grown = Signal()
    pressed = Signal(int)

    def __init__(self, words: Words, writable: bool) -> None:
        super().__init__()
        self._empty = words("projector.empty")
        self._writable = writable
        self._page = RoomPage("")
        self.editor = RoomEditor(words("projector.text"))
        self.reader = RoomReader(words("projector.text"))
        self.reader.pressed.connect(self.pressed)
        self.addWidget(self.reader)
        self.addWidget(self.editor)
        self._form = Form(self)
        self._form.add("text", self.editor)
        self._form.edited.connect(lambda key, _, value: self.edited.emit(*key.split("/"), value))
        self._form.left.connect(lambda key, _: self.left.emit(*key.split("/")))
        self.editor.textChanged.connect(self._on_text)
        self.editor.cursorPositionChanged.connect(self._on_caret)

    def show_page(self, page: RoomPage) -> None:
        """Show a page's passages; what is written at the moment keeps its caret."""
        self._page = page
        if self.edits():
            key = f"{page.record_id}/{page.field}"
            self._form.show_record(key, {"text": page.passages[0].text})
        self.setCurrentWidget(self._front())

    def edits(self) -> bool:
        """Tell whether what is shown can be written in."""
        return self._writable and self._page.manner == "text"

    def focus_start(self) -> None:
        """Put the caret where the page has it."""
        if self.edits():
            self.editor.setFocus()
            put_caret(self.editor, self._page.caret)

    def begin_fit(self, caption: int) -> None:
        """Lay the passages out, under captions of so many pixels, to try letters on them."""
        self._front().keeper.rest()
        if not self.edits():
            self.reader.show_passages(self._texts(), caption)

    def height_at(self, size: int) -> float:
        """Return how high the text is in letters of so many pixels, which it is left in."""
        front = self._front()
        set_letters(front, size)
        return front.document().documentLayout().documentSize().height()

    def hold_height(self, height: float) -> None:
        """Be just so high, or take all the room there is (0)."""
        high = math.ceil(height)
        self.setMinimumHeight(high)
        self.setMaximumHeight(high or _ANY_HEIGHT)

    def settle(self) -> None:
        """Mark what is new, and scroll to what has to be in view."""
        page = self._page
        if self.edits():
            mark_added(self.editor, page.passages[0].added)
            self._keep_caret()
            return
        reader = self.reader
        spans = [
            (reader.place_of(n, start), reader.place_of(n, end, end=True))
            for n, passage in enumerate(page.passages)
            for start, end in passage.added
        ]
        mark_added(reader, spans)
        wanted = reader.place_of(page.current, max(0, page.caret), end=True)
        begins = page.caret < 0 and len(page.passages) > 1
        if begins:
            # A section begins with its caption, one block above its text.
            wanted = reader.document().findBlock(wanted - 1).position()
        reader.keeper.keep(self.height(), wanted, begins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A layout may come to its end after the letters were chosen.
        self._front().keeper.resize(self.height())

    def _front(self) -> RoomEditor | RoomReader:
        return self.editor if self.edits() else self.reader

    def _texts(self) -> tuple[Passage, ...]:
        """Return what is to be read: a single text has its caption above."""
        if len(self._page.passages) != 1:
            return self._page.passages
        one = self._page.passages[0]
        return (Passage("", one.text or ("" if one.gone else self._empty), gone=one.gone),)

    def _on_text(self) -> None:
        if self.edits():
            self.grown.emit()

    def _on_caret(self) -> None:
        if self.edits():
            self._keep_caret()

    def _keep_caret(self) -> None:
        self.editor.keeper.keep(self.height(), self.editor.textCursor().position())
