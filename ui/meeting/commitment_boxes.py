"""What the field of commitments is made of: a box for each, and a line to find one in."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from resources.words import Words
from ui.common.labels import plain_tool_tip
from ui.common.line_edit import LineEdit
from ui.common.read_only import FINDS

_MARK = 34
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class CommitmentBox(QCheckBox):
    """A check box whose words end in … where room ends.

    Signals:
        stepped(int): an arrow key asks for the box above (-1) or below (1).
        typed(str): a letter or digit asks for a box by its number or name.
        focus_changed(): the focus has come or gone.
    """

    stepped = Signal(int)
    typed = Signal(str)
    focus_changed = Signal()

    def __init__(self, text: str, label: str) -> None:
        super().__init__()
        self._text = text
        self.setAccessibleName(text)
        self.setAccessibleDescription(label)
        self.setToolTip(plain_tool_tip(text))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.text().isalnum() and not event.modifiers() & _HELD:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - _MARK
        words = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self.setText(words.replace("&", "&&"))


class CommitmentFinder(LineEdit):
    """A line to find a commitment in.

    Signals:
        taken(): Enter was pressed.
        left_below(): the arrow key asks for the first box.
        focus_changed(): the focus has come or gone.
    """

    taken = Signal()
    left_below = Signal()
    focus_changed = Signal()

    def __init__(self, words: Words, label: str) -> None:
        super().__init__(words("agenda.find.name", label=label), words("agenda.find.hint"))
        self.setProperty(FINDS, True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_below.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()
