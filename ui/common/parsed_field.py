"""Fields whose text must mean something: dates, months, times, numbers."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common import dates
from ui.common.labels import PlainLabel
from ui.common.line_edit import LineEdit
from ui.common.look import announce, set_look


class ParsedField(QWidget):
    """A line whose text is read as a value. Fits the protocol of ui.common.field.Field.

    Text that is not understood stays as it was typed, with a hint below it; nothing is said
    to have been edited until it is understood. Empty text is the empty value.

    Args:
        label: its name for the screen reader.
        read: makes the value from text; ValueError when it can't.
        write: makes the text from the value.
        problem: the key of the sentence about bad text, with {text}.
        empty: the empty value.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(
        self,
        words: Words,
        label: str,
        read: Callable[[str], object],
        write: Callable[[object], str],
        problem: str,
        empty: object = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self._read = read
        self._write = write
        self._problem = problem
        self._empty = empty
        self._value = empty
        self.line = LineEdit(label)
        self._hint = PlainLabel("", "problem")
        self._hint.hide()
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.row = QHBoxLayout()
        self.row.setSpacing(4)
        self.row.addWidget(self.line, 1)
        column.addLayout(self.row)
        column.addWidget(self._hint)
        self.line.edited.connect(self._take)
        self.line.left.connect(self._leave)

    def value(self) -> object:
        return self._value

    def set_value(self, value: object) -> None:
        if value == self._value and (self.has_problem() or self.line.text()):
            return
        self._value = value
        self.line.set_value(self._written(value))
        self._show_problem("")

    def reset(self, value: object) -> None:
        self._value = value
        self.line.reset(self._written(value))
        self._show_problem("")

    def end_visit(self) -> None:
        self.line.end_visit()

    def is_editing(self) -> bool:
        return self.line.is_editing()

    def has_problem(self) -> bool:
        """Whether its text is not understood."""
        return not self._hint.isHidden()

    def choose(self, value: object) -> None:
        """Take a value as if it were typed."""
        self.set_value(value)
        self.edited.emit(value)

    def _take(self, text: str) -> None:
        try:
            value = self._understand(text)
        except ValueError:
            return
        self._show_problem("")
        # Told although it may be what it was: meanwhile something else may have been stored.
        self._value = value
        self.edited.emit(value)

    def _understand(self, text: str) -> object:
        return self._read(text.strip()) if text.strip() else self._empty

    def _written(self, value: object) -> str:
        return "" if value == self._empty else self._write(value)

    def _leave(self) -> None:
        text = self.line.value()
        try:
            value = self._understand_left(text)
        except ValueError as error:
            self._show_problem(text, self._problem_of(error))
        else:
            self.line.set_value(self._written(value))
            self._show_problem("")
            self._tell(value)
        self.left.emit()

    def _understand_left(self, text: str) -> object:
        """Return the value of a text that is complete."""
        return self._understand(text)

    def _problem_of(self, error: ValueError) -> str:
        """Return the key of the sentence that says why a text is not understood."""
        return self._problem

    def _tell(self, value: object) -> None:
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    def _show_problem(self, text: str, key: str = "") -> None:
        sentence = self.words(key or self._problem, text=text) if text else ""
        self._hint.setText(sentence)
        self._hint.setVisible(bool(sentence))
        set_look(self.line, "problem", bool(sentence))
        self.line.setAccessibleDescription(sentence)
        if sentence:
            announce(self.line, sentence, urgent=True)


class MonthField(ParsedField):
    """A month, kept as 2021-01, shown as Januari 2021."""

    def __init__(self, words: Words, label: str, parent: QWidget | None = None) -> None:
        super().__init__(
            words,
            label,
            dates.parse_month,
            lambda value: dates.format_month(words, str(value)),
            "common.month.problem",
            parent=parent,
        )
        self.line.setPlaceholderText(words("common.month.hint"))


class TimeField(ParsedField):
    """A time of day, kept as 14:00, shown as 14.00 in Indonesian."""

    def __init__(self, words: Words, label: str, parent: QWidget | None = None) -> None:
        super().__init__(
            words,
            label,
            dates.parse_time,
            lambda value: dates.format_time(words, str(value)),
            "common.time.problem",
            parent=parent,
        )
        self.line.setPlaceholderText(words("common.time.hint"))


class NumberField(ParsedField):
    """A whole number from 0 on; empty is None."""

    def __init__(self, words: Words, label: str, parent: QWidget | None = None) -> None:
        super().__init__(
            words, label, _read_count, str, "common.number.problem", empty=None, parent=parent
        )


def _read_count(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) >= 2**31:
        raise ValueError(text)
    return int(text)
