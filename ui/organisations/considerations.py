"""The four questions by which a working group's member is weighed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import LANGUAGES, Words
from ui.common.buttons import IconButton
from ui.common.card import Card
from ui.common.form import Form
from ui.common.labels import PlainLabel
from ui.common.text_edit import GrowingTextEdit
from ui.organisations.filters import FilterButton
from ui.organisations.rows import QUESTIONS

if TYPE_CHECKING:
    from db.records import Member

_FIRST_WORD = re.compile(r"\s*(\w+)")


class ConsiderationField(QWidget):
    """An answer in words, which two buttons begin with yes or no. Fits ui.common.field.Field.

    What is stored is the text as it stands, nothing else.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, words: Words, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = words(f"organisations.questions.{question}")
        self._answers = {
            answer: [Words(one)(f"organisations.questions.{answer}") for one in LANGUAGES]
            for answer in ("yes", "no")
        }
        self.text = GrowingTextEdit(label, words("organisations.questions.hint"), most_lines=10)
        self.text.edited.connect(self._tell)
        self.text.left.connect(self.left)
        self.setFocusProxy(self.text)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(PlainLabel(label, "label"), 1)
        self.buttons: dict[str, FilterButton] = {}
        for answer in self._answers:
            button = FilterButton(words(f"organisations.questions.{answer}"))
            spoken = words("organisations.questions.answer", question=label, answer=button.text())
            button.setAccessibleName(spoken)
            button.clicked.connect(lambda _=False, answer=answer: self._begin(answer))
            head.addWidget(button)
            self.buttons[answer] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.text)

    def value(self) -> str:
        return self.text.value()

    def set_value(self, value: str) -> None:
        self.text.set_value(value)
        self._mark()

    def reset(self, value: str) -> None:
        self.text.reset(value)
        self._mark()

    def end_visit(self) -> None:
        self.text.end_visit()

    def is_editing(self) -> bool:
        return self.text.is_editing()

    def _tell(self, value: str) -> None:
        self._mark()
        self.edited.emit(value)

    def _mark(self) -> None:
        found = self._answer()
        for answer, button in self.buttons.items():
            button.setChecked(answer == found)

    def _answer(self) -> str:
        """Return which answer the text begins with, "" for neither."""
        word = _FIRST_WORD.match(self.value())
        first = word[1].casefold() if word else ""
        return next(
            (a for a, said in self._answers.items() if first in [s.casefold() for s in said]), ""
        )

    def _begin(self, answer: str) -> None:
        """Begin the text with an answer, in the place of the other one; a second press takes it."""
        before, text = self._answer(), self.value().strip()
        word = self.buttons[answer].text()
        rest = _FIRST_WORD.sub("", text, count=1).lstrip(" ,.;:–-") if before else text
        begun = f"{word}. {rest}" if rest else word
        value = rest if before == answer else begun
        # What was typed before is a visit of its own.
        self.text.end_visit()
        self.text.set_value(value)
        self._mark()
        self.edited.emit(value)
        self.left.emit()


class MemberCard(Card):
    """One member with its answers.

    Signals:
        edited(str, str, object): a member's key, the question, the text.
        left(): a question was left.
        move_requested(int), removal_requested(), open_requested(): what the buttons do.
    """

    edited = Signal(str, str, object)
    left = Signal()
    move_requested = Signal(int)
    removal_requested = Signal()
    open_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("organisations.members.member"), keys="Alt+4", parent=parent)
        self._form = Form(self)
        self._form.edited.connect(self.edited)
        self._form.left.connect(lambda *_: self.left.emit())
        self.fields = {question: ConsiderationField(words, question) for question in QUESTIONS}
        for question, field in self.fields.items():
            self._form.add(question, field)
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.up = self._add_button(words("organisations.members.up"), "arrow-up")
        self.up.clicked.connect(lambda _=False: self.move_requested.emit(-1))
        self.down = self._add_button(words("organisations.members.down"), "arrow-down")
        self.down.clicked.connect(lambda _=False: self.move_requested.emit(1))
        opens = self._add_button(words("organisations.members.open"), "building-2")
        opens.clicked.connect(lambda _=False: self.open_requested.emit())
        remove = self._add_button(words("organisations.members.remove"), "x")
        remove.clicked.connect(lambda _=False: self.removal_requested.emit())

    def show_member(self, key: str, name: str, member: Member) -> None:
        """Show a member's answers under a key of its own."""
        self.set_title(name)
        self._form.show_record(key, {question: getattr(member, question) for question in QUESTIONS})

    def answers(self) -> dict[str, str]:
        """Return the texts as they stand, what is being typed included."""
        return {question: field.value() for question, field in self.fields.items()}

    def _add_button(self, label: str, drawing: str) -> IconButton:
        button = IconButton(label, drawing)
        self.add_head_widget(button)
        return button
