"""The answer that is put together: written in what fits the field, else only chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import LinkButton
from ui.common.date_field import DateField
from ui.common.labels import PlainLabel
from ui.common.name_edit import NameEdit
from ui.common.parsed_field import MonthField, NumberField, ParsedField, TimeField
from ui.common.party_editor import PartyEditor
from ui.common.string_list import StringListEditor
from ui.common.text_edit import GrowingTextEdit
from ui.differing.view import Editor

_PARSED = {"month": MonthField, "date": DateField, "time": TimeField, "number": NumberField}


class Result(QWidget):
    """The answer, which may be edited.

    What the person wrote is kept when a side is taken instead, and can be brought back.

    Attributes:
        field: what it is written in.

    Signals:
        edited(object): the person changed it.
    """

    edited = Signal(object)

    def __init__(
        self, words: Words, editor: Editor, value: Any, advice: str, most_lines: int
    ) -> None:
        super().__init__()
        self._written: Any = None
        self._offered = value
        self.field: Any = _make_field(words, editor, most_lines)
        self.field.reset(value)
        self.back = LinkButton(words("deciding.bring_back"), "undo-2")
        self.back.setAutoDefault(False)
        self.back.hide()
        label = PlainLabel(words("deciding.result"), "label", wraps=False)
        label.setBuddy(self.field)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        # What is said of it stands beside its name: each line below is one less for the texts.
        self._advice = PlainLabel(advice, "small")
        head.addWidget(self._advice, 1)
        head.addStretch()
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.field)
        self.field.setAccessibleDescription(advice)
        self._advice.setHidden(not advice)
        self.field.edited.connect(self._note)
        self.back.clicked.connect(lambda _=False: self._bring_back())

    def value(self) -> Any:
        """Return the answer as it stands."""
        return self.field.value()

    def has_problem(self) -> bool:
        """Tell whether what is written there can't be read, now that it is an answer."""
        if not isinstance(self.field, ParsedField):
            return False
        self.field.end_visit()
        return self.field.has_problem()

    def show_written(self, value: Any) -> None:
        """Show what the person wrote at an earlier visit."""
        self._written = value
        self.field.reset(value)
        if isinstance(self.field, GrowingTextEdit):
            # Where the person stopped writing, most likely.
            self.field.move_to_end()
        self._show_advice()

    def take(self, value: Any) -> None:
        """Put a side's value in its place."""
        self.field.set_value(value)
        self.back.setVisible(self._written is not None and self._written != self.value())
        self._show_advice()

    def _note(self, value: Any) -> None:
        self._written = value
        self.back.hide()
        self._show_advice()
        self.edited.emit(value)

    def _bring_back(self) -> None:
        self.field.set_value(self._written)
        self.back.hide()
        self.field.setFocus()
        self.edited.emit(self._written)

    def _show_advice(self) -> None:
        """It speaks of what was offered, and of nothing else."""
        offered = bool(self._advice.text()) and self.value() == self._offered
        self._advice.setVisible(offered)
        self.field.setAccessibleDescription(self._advice.text() if offered else "")


def _make_field(words: Words, editor: Editor, most_lines: int) -> QWidget:
    label = words("deciding.result")
    if editor == "text":
        return GrowingTextEdit(label, lines=2, most_lines=most_lines)
    if editor == "line":
        return NameEdit(label, most_lines=most_lines)
    if editor == "parties":
        return PartyEditor(words, label, inline=True)
    if editor == "texts":
        return StringListEditor(words, label)
    return _PARSED[editor](words, label)
