"""A text of the canvas with a line below it that says what changed, and marks on demand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.canvas.since import SectionChange
from ui.common.buttons import IconButton
from ui.common.differing_text import DifferingText, ReadingText, change_look
from ui.common.labels import ElidedLabel
from ui.common.live_marks import LiveMarks
from ui.common.text_edit import GrowingTextEdit

# A longer text is marked where it is written only: nobody reads it twice.
_LONGEST_READ = 20_000
_MOST_GONE = 300


class SinceLine(QWidget):
    """A line that says what changed, with the switch for the marks where there are any.

    Signals:
        switched(): the marks are to be shown, or no longer.
    """

    switched = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.said = ElidedLabel("", "small")
        self.switch = IconButton(words("since.marks.show"), "eye")
        self.switch.setCheckable(True)
        self.switch.clicked.connect(lambda _=False: self.switched.emit())
        self.switch.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 9)
        row.setSpacing(6)
        row.addWidget(self.said, 1)
        row.addWidget(self.switch)
        self.hide()

    def show_said(self, said: str, marks: bool) -> None:
        """Say it, "" for nothing; `marks` is whether there is anything to mark."""
        self.said.setText(said)
        self.switch.setVisible(marks)
        self.setVisible(bool(said))

    def show_switch(self, on: bool) -> None:
        """Show whether the marks are there."""
        self.switch.setChecked(on)
        self.switch.set_label(self._words("since.marks.hide" if on else "since.marks.show"))


class WrittenText(QWidget):
    """An editor whose changes can be marked.

    While nobody writes in it, the words that went stand struck out where they stood. Where
    somebody writes, the text is nothing but what is written: what came has a ground, a red blank
    shows where words went and none came instead, and they stand struck out below.

    Attributes:
        editor: the text itself.
    """

    def __init__(self, words: Words, editor: GrowingTextEdit) -> None:
        super().__init__()
        self._words = words
        self.editor = editor
        self._marks = LiveMarks(editor)
        self._change = SectionChange()
        self._on = False
        self.reading = _MarkedText(words, editor.accessibleName())
        self.reading.wanted.connect(self._write_at)
        self.gone = _GoneWords(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (editor, self.reading, self.gone):
            column.addWidget(widget)
        self.reading.hide()
        self.gone.hide()
        editor.installEventFilter(self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._arrange)

    def show_change(self, change: SectionChange) -> None:
        """Take what is other than before."""
        if change != self._change:
            self._change = change
            self._show()

    def show_marks(self, on: bool) -> None:
        """Mark it, or no longer."""
        self._on = on
        self._show()

    def focus_start(self) -> None:
        """Begin to write."""
        self._turn(reading=False)
        self.editor.setFocus()

    def add_line(self, text: str) -> None:
        """Begin a line behind the text and write on there; the text's own undo takes it back."""
        self.focus_start()
        self.editor.move_to_end()
        value = self.editor.value()
        self.editor.insertPlainText(
            f"{'' if not value or value.endswith(chr(10)) else chr(10)}{text}"
        )
        self.editor.ensureCursorVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._on and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._later.start()
        return False

    def _show(self) -> None:
        spans = self._change.spans if self._on else ()
        self._marks.show_spans(spans)
        self.gone.show_words(self._change.removed if self._on else ())
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    def _arrange(self) -> None:
        if not self.isVisible():
            # Something covers the desk; whoever comes back wants to find where one wrote.
            return
        spans = self._change.spans if self._on else ()
        short = sum(len(span.text) for span in spans) <= _LONGEST_READ
        # A window that is behind another still knows where one writes.
        writing = self.window().focusWidget() is self.editor
        self._turn(reading=bool(spans) and short and not writing)

    def _turn(self, reading: bool) -> None:
        if reading:
            self.reading.show_spans(self._change.spans)
        shown = self._on and not reading and bool(self._change.removed)
        if self.reading.isHidden() != (not reading) or self.editor.isHidden() != reading:
            # What comes is shown first: a focus in what goes would wander off.
            for widget in (self.reading, self.editor) if reading else (self.editor, self.reading):
                widget.setVisible(widget is (self.reading if reading else self.editor))
        self.gone.setVisible(shown)

    def _write_at(self, place: int, reason: Qt.FocusReason) -> None:
        self._turn(reading=False)
        if place >= 0:
            cursor = self.editor.textCursor()
            cursor.setPosition(min(place, self.editor.document().characterCount() - 1))
            self.editor.setTextCursor(cursor)
        self.editor.setFocus(reason)


class _MarkedText(DifferingText):
    """The text with what went and what came; who comes to it writes in the text itself.

    Signals:
        wanted(int, Qt.FocusReason): it is to be written at this place, -1 where the caret was.
    """

    wanted = Signal(int, object)

    def __init__(self, words: Words, label: str) -> None:
        super().__init__(words, label, calm=True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.wanted.emit(-1, event.reason())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.cursorForPosition(event.position().toPoint()).position()
        self.wanted.emit(self._written(place), Qt.FocusReason.MouseFocusReason)

    def _written(self, place: int) -> int:
        """Return where in the text of now a place among all words is."""
        found = begin = 0
        for shown, manner in self.shown_lengths():
            inside = min(max(place - begin, 0), shown)
            found += 0 if manner == "removed" else inside
            begin += shown
        return found


class _GoneWords(ReadingText):
    """The words that went, struck out behind each other, for who writes where they stood."""

    def __init__(self, words: Words) -> None:
        super().__init__(words("since.marks.removed"))
        self._words = words
        self._texts: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_words(self, texts: tuple[str, ...]) -> None:
        """Show these, the first of them where they are many."""
        self._texts = texts
        plain, struck = change_look("same"), change_look("removed")
        pieces: list[tuple[str, QTextCharFormat]] = []
        room = _MOST_GONE
        for text in texts:
            if room <= 0:
                break
            pieces += [("   ", plain)] * bool(pieces) + [(text[:room], struck)]
            room -= len(text)
        shown = sum(len(text.split()) for text, look in pieces if look is struck)
        hidden = sum(len(text.split()) for text in texts) - shown
        if hidden > 0:
            pieces.append((f"  {self._words('since.marks.further', n=hidden)}", plain))
        self.show_pieces(pieces)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_texts", ()):
            self.show_words(self._texts)
