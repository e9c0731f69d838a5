"""Signs that were taken out of a text, and what they chose, so that undo brings back both."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTextEdit

Values = dict[str, object]


@dataclass(frozen=True)
class _Taken:
    """A sign that was taken: how many steps of undo the text then had, and what was changed."""

    steps: int
    before: Values
    after: Values


class SignUndo(QObject):
    """Knows which steps of a text's own undo took a sign.

    Signals:
        turned(dict): such a step was undone or done again; what is chosen now.
    """

    turned = Signal(object)

    def __init__(self, text: QTextEdit) -> None:
        super().__init__(text)
        self._text = text
        self._taken: list[_Taken] = []
        self._undone: list[_Taken] = []
        text.document().undoAvailable.connect(lambda _: self._forget_cleared())
        text.document().redoAvailable.connect(lambda _: self._forget_cleared())

    def note(self, before: Values, after: Values) -> None:
        """Note that the text's last step took a sign."""
        self._taken.append(_Taken(self._text.document().availableUndoSteps(), before, after))
        self._undone.clear()

    def undo(self) -> bool:
        """Undo what was taken last, if nothing was typed since; False leaves undo to the text."""
        document = self._text.document()
        if not self._taken or self._taken[-1].steps != document.availableUndoSteps():
            return False
        self._text.undo()
        self._undone.append(self._taken.pop())
        self.turned.emit(self._undone[-1].before)
        return True

    def redo(self) -> bool:
        """Redo the text's next step where signs were undone; False leaves it to the text."""
        document = self._text.document()
        if not self._undone or not document.isRedoAvailable():
            return False
        self._text.redo()
        if document.availableUndoSteps() == self._undone[-1].steps:
            self._taken.append(self._undone.pop())
            self.turned.emit(self._taken[-1].after)
        return True

    def _forget_cleared(self) -> None:
        document = self._text.document()
        if not document.isUndoAvailable() and not document.isRedoAvailable():
            self._taken.clear()
            self._undone.clear()
