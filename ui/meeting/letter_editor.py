"""Noting a body's confirmation letter: number, date, note, and the answer that leads on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.date_field import DateField
from ui.common.field import FieldRow
from ui.common.filter_button import FilterButton
from ui.common.flow_layout import FlowLayout
from ui.common.form import Form
from ui.common.labels import ElidedLabel, Line, PlainLabel
from ui.common.line_edit import LineEdit
from ui.meeting.agenda_rows import ANSWERS

if TYPE_CHECKING:
    from db.confirming import BodyLine

_FIELDS = ("number", "date", "note")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_INDICATORS = 3


class LetterEditor(QWidget):
    """The letter of one body. Enter goes on field by field; an answer is the last of them.

    A letter that nobody noted yet is stored from its first letter on.

    Signals:
        letter_written(id, fields): a new letter, whole, while it is typed.
        letter_left(id): the new letter is done.
        field_edited(id, field, value), field_left(id, field): of a letter that is known.
        answered(str): an answer was chosen, and the next body may come.
        closed(): Escape was pressed.
    """

    letter_written = Signal(str, object)
    letter_left = Signal(str)
    field_edited = Signal(str, str, object)
    field_left = Signal(str, str)
    answered = Signal(str)
    closed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._body: BodyLine | None = None
        # The id of the letter in view, and whether it is new and still being written.
        self._id = ""
        self._new = self._written = False
        self._name = ElidedLabel("", "strong")
        self._about = [ElidedLabel("", "small") for _ in range(_INDICATORS)]
        self._rest = PlainLabel("", "small")
        self._number = LineEdit(words("agenda.number"))
        self._date = DateField(words, words("agenda.date"))
        self._note = LineEdit(words("agenda.note"), words("agenda.note_hint"))
        self._form = Form(self)
        for name, field in zip(_FIELDS, (self._number, self._date, self._note), strict=True):
            self._form.add(name, field)
        self._form.edited.connect(self._tell_edited)
        self._form.left.connect(self._tell_left)
        self._answers = QButtonGroup(self)
        self._arrange()

    def show_body(
        self, body: BodyLine, indicators: Sequence[str], unsaved: Collection[str] = ()
    ) -> None:
        """Show a body's letter, or room for the one that it will send.

        `unsaved` are the ids of what is not stored yet: no letter by such an id is gone.
        """
        if self.key() != body.key:
            self.leave()
            self._begin(body)
        elif not self._is_the_same(body, unsaved):
            # It came or went another way, such as by undo.
            self._begin(body)
        self._body = body
        self.setAccessibleName(self._words("agenda.editor", name=body.organisation))
        self._name.setText(body.organisation)
        for place, label in enumerate(self._about):
            label.setText(indicators[place] if place < len(indicators) else "")
            label.setVisible(place < len(indicators))
        self._rest.setText(self._words("agenda.rest", n=len(indicators) - _INDICATORS))
        self._rest.setVisible(len(indicators) > _INDICATORS)
        if body.letter is not None or not self._written:
            values = {name: getattr(body.letter, name) if body.letter else "" for name in _FIELDS}
            self._form.show_record(self._id, values)
        self._mark(body.answer if body.letter else "")

    def _begin(self, body: BodyLine) -> None:
        self._new, self._written = body.letter is None, False
        self._id = str(uuid4()) if body.letter is None else body.letter.id

    def _is_the_same(self, body: BodyLine, unsaved: Collection[str]) -> bool:
        """Tell whether the letter in view is the body's, or will be as soon as it is written."""
        if body.letter is not None:
            return body.letter.id == self._id
        return self._new and (not self._written or self._id in unsaved)

    def _mark(self, answer: str) -> None:
        """Show which answer was given, "" for none."""
        # An exclusive group lets none of its buttons go.
        self._answers.setExclusive(False)
        for place, one in enumerate(ANSWERS):
            self._answers.button(place).setChecked(one == answer)
        self._answers.setExclusive(True)

    def key(self) -> str:
        """Return the key of the body in view, "" for none."""
        return self._body.key if self._body else ""

    def writes(self, record_id: str) -> bool:
        """Tell whether this is the new letter that is being written."""
        return self._new and self._written and record_id == self._id

    def focus_first(self) -> None:
        """Begin with the letter's number."""
        self._number.setFocus(Qt.FocusReason.OtherFocusReason)
        self._number.selectAll()

    def leave(self) -> None:
        """Store what is being written."""
        for name in _FIELDS:
            field = self._form.field(name)
            if field.is_editing():
                field.end_visit()
        if self._new and self._written:
            self._new = False
            self.letter_left.emit(self._id)

    def forget(self) -> None:
        """Show no body any more."""
        self.leave()
        self._body = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            self.closed.emit()
        elif event.key() in _ENTER and control:
            self._answer(ANSWERS[0])
        elif event.key() in _ENTER:
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        fields = (self._number, self._date.line, self._note)
        place = next((place for place, one in enumerate(fields) if one.hasFocus()), -1)
        if 0 <= place < len(fields) - 1:
            fields[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            # A letter mostly agrees; that it is awaited is nothing to say again.
            given = max(0, self._answers.checkedId()) % (len(ANSWERS) - 1)
            self._answers.button(given).setFocus(Qt.FocusReason.TabFocusReason)

    def _answer(self, answer: str) -> None:
        if self._body is None:
            return
        if self._new:
            self._write({"answer": answer})
        else:
            self.field_edited.emit(self._id, "answer", answer)
            self.field_left.emit(self._id, "answer")
        self.leave()
        self.answered.emit(answer)

    def _tell_edited(self, record_id: str, field: str, value: object) -> None:
        if self._new:
            self._write({})
        else:
            self.field_edited.emit(record_id, field, value)

    def _tell_left(self, record_id: str, field: str) -> None:
        if not self._new:
            self.field_left.emit(record_id, field)

    def _write(self, more: dict[str, object]) -> None:
        assert self._body is not None
        self._written = True
        typed = {name: self._form.field(name).value() for name in _FIELDS}
        identity = {
            "commitment_id": self._body.commitment_id,
            "organisation": self._body.organisation,
            "organisation_id": self._body.organisation_id,
            "answer": "awaited",
        }
        self.letter_written.emit(self._id, {**identity, **typed, **more})

    def _arrange(self) -> None:
        words = self._words
        body = QVBoxLayout()
        body.setContentsMargins(13, 8, 13, 12)
        body.setSpacing(8)
        asked = QVBoxLayout()
        asked.setSpacing(2)
        for label in (self._name, *self._about, self._rest):
            asked.addWidget(label)
        body.addLayout(asked)
        for name, field in zip(_FIELDS, (self._number, self._date, self._note), strict=True):
            body.addWidget(FieldRow(words(f"agenda.{name}"), field))
        ground = QWidget()
        flow = FlowLayout(ground, 6)
        for place, answer in enumerate(ANSWERS):
            button = FilterButton(words(f"agenda.answers.{answer}"))
            button.clicked.connect(lambda _=False, answer=answer: self._answer(answer))
            self._answers.addButton(button, place)
            flow.addWidget(button)
        body.addWidget(FieldRow(words("agenda.answer"), ground))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line())
        column.addLayout(body)
