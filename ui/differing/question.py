"""One question about a field that differs: its sides, what they began with, and the answer."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.common.labels import PlainLabel
from ui.common.party_editor import PartyEditor
from ui.differing.base_text import BaseText
from ui.differing.result import Result
from ui.differing.sides import Sides
from ui.differing.view import QuestionView


class QuestionPage(QWidget):
    """Shows a question and holds its answer, chosen or written; a screen of its own may use it.

    Args:
        written: what the person wrote for an answer before, None for nothing.
        most_lines: from here on an answer scrolls.

    Attributes:
        sides: the values that differ.
        result: where the answer is written; None where it can only be chosen.

    Signals:
        chosen(): a side was taken.
        written(object): the person wrote an answer.
    """

    chosen = Signal()
    written = Signal(object)

    def __init__(
        self, words: Words, view: QuestionView, written: Any = None, most_lines: int = 5
    ) -> None:
        super().__init__()
        self._view = view
        self._answer: Any = view.result
        # An empty value may be an answer, too, if it was chosen.
        self._answered = view.result is not None
        self.sides = Sides(words, view.sides)
        self.result: Result | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.sides, 1000)
        if view.base_label:
            column.addWidget(BaseText(view.base_label, view.base))
        if view.editor:
            self.result = self._make_result(words, view, written, most_lines)
            column.addWidget(self.result)
        elif view.advice:
            column.addWidget(PlainLabel(view.advice, "small"))
        # What room the sides don't need is left over at the end.
        column.addStretch(1)
        self.sides.chosen.connect(self._choose)
        self._mark()

    def value(self) -> Any:
        """Return the answer as it stands."""
        return self.result.value() if self.result is not None else self._answer

    def is_answered(self) -> bool:
        """Tell whether there is an answer: one is offered, chosen or written."""
        return self._answered or self.result is not None

    def has_problem(self) -> bool:
        """Tell whether the answer can't be read; the focus is in it then."""
        if self.result is None or not self.result.has_problem():
            return False
        self.result.field.line.setFocus()
        return True

    def is_writing(self) -> bool:
        """Tell whether the focus is in the answer."""
        focused = self.window().focusWidget()
        return self.result is not None and focused is not None and self.result.isAncestorOf(focused)

    def _make_result(
        self, words: Words, view: QuestionView, written: Any, most_lines: int
    ) -> Result:
        result = Result(words, view.editor, view.result, view.advice, most_lines)
        if isinstance(result.field, PartyEditor):
            result.field.set_suggestions(view.organisations)
        if written is not None:
            result.show_written(written)
        result.edited.connect(self._on_written)
        return result

    def _choose(self, number: int) -> None:
        self._answer, self._answered = self._view.sides[number].value, True
        if self.result is not None:
            self.result.take(self._answer)
        self._mark()
        self.chosen.emit()

    def _on_written(self, value: Any) -> None:
        self._mark()
        self.written.emit(value)

    def _mark(self) -> None:
        """Show which side is the answer at the moment, if one of them is."""
        value = self.value()
        able = [side.value for side in self._view.sides]
        self.sides.mark(able.index(value) if self.is_answered() and value in able else -1)
