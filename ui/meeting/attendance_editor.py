"""Everything about one line of the attendance list, in place of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import IconButton
from ui.common.choice_box import ChoiceBox
from ui.common.field import FieldRow
from ui.common.form import Form
from ui.common.keys import add_key
from ui.common.labels import ElidedLabel, Line, PlainLabel
from ui.common.line_edit import LineEdit
from ui.common.parsed_field import NumberField
from ui.common.scroll import ScrollColumn
from ui.common.suggestions import suggest
from ui.meeting.attendance_words import PRESENCES, SECTORS

if TYPE_CHECKING:
    from db.records import Attendance

_TEXTS = ("person", "title", "unit", "organisation")
_NUMBERS = ("people", "men", "women")


class AttendanceEditor(QWidget):
    """Edits one attendance. Escape goes back to the list, Ctrl+Up and Ctrl+Down to its neighbours.

    Signals:
        field_edited(id, field, value), field_left(id, field).
        closed(): back to the list.
        step_requested(int): to the line before (-1) or after (1) it.
        removal_requested(id): it shall be deleted.
    """

    field_edited = Signal(str, str, object)
    field_left = Signal(str, str)
    closed = Signal()
    step_requested = Signal(int)
    removal_requested = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._form = Form(self)
        self._form.edited.connect(self.field_edited)
        self._form.left.connect(self.field_left)
        self._place = ElidedLabel("", "muted")
        scroll = ScrollColumn()
        self._fields = scroll.column
        self._fields.setContentsMargins(13, 10, 13, 13)
        for name in _TEXTS:
            self._add(name, LineEdit(self._label(name)))
        self._add_choices()
        self._add_numbers()
        self._add_consent()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._build_head())
        column.addWidget(Line())
        column.addWidget(scroll, 1)
        for keys, step in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            add_key(self, keys, lambda s=step: self.step_requested.emit(s))

    def attendance_id(self) -> str:
        """Return whose details are shown."""
        return self._form.record_id()

    def show_attendance(self, line: Attendance, place: int, count: int) -> None:
        """Show a line, the `place`th of `count`, counted from 0."""
        values = dict(line)
        values["presence"] = line.presence or "present"
        self._form.show_record(line.id, values)
        self._check_numbers()
        text = self._words("meetings.attendance.place", place=place + 1, count=count)
        self._place.setText(text)
        self._before.setEnabled(place > 0)
        self._after.setEnabled(place < count - 1)

    def suggest_organisations(self, names: list[str]) -> None:
        """Offer these names for the organisation."""
        suggest(self._form.field("organisation"), names)  # type: ignore[arg-type]

    def focus_first(self) -> None:
        """Put the focus on the person's name."""
        self._form.field("person").setFocus()  # type: ignore[attr-defined]

    def end_visit(self) -> None:
        """Store what is being written."""
        for name in (*_TEXTS, *_NUMBERS):
            field = self._form.field(name)
            if field.is_editing():
                field.end_visit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _label(self, name: str) -> str:
        return self._words(f"meetings.attendance_fields.{name}")

    def _add(self, name: str, field: QWidget, guidance: str = "") -> None:
        self._form.add(name, field)  # type: ignore[arg-type]
        self._fields.addWidget(FieldRow(self._label(name), field, guidance))

    def _add_choices(self) -> None:
        words = self._words
        none = ("", words("common.choice.none"))
        sectors = [none, *((s, words(f"meetings.sector_names.{s}")) for s in SECTORS)]
        presences = [(p, words(f"meetings.presences.{p}")) for p in PRESENCES]
        genders = [none, *((g, words(f"meetings.genders.{g}")) for g in ("m", "f"))]
        choices = (("sector", sectors), ("presence", presences), ("gender", genders))
        for name, values in choices:
            box = ChoiceBox(self._label(name), values)
            box.setMinimumContentsLength(4)
            self._add(name, box)

    def _add_numbers(self) -> None:
        self._fields.addWidget(PlainLabel(self._label("several"), "small"))
        self._add("people", NumberField(self._words, self._label("people")))
        row = QHBoxLayout()
        row.setSpacing(8)
        for name in ("men", "women"):
            field = NumberField(self._words, self._label(name))
            field.setMinimumWidth(50)
            self._form.add(name, field)
            row.addWidget(FieldRow(self._label(name), field), 1, Qt.AlignmentFlag.AlignTop)
        self._fields.addLayout(row)
        self._doubt = PlainLabel("", "problem")
        self._fields.addWidget(self._doubt)
        self._form.edited.connect(lambda *_: self._check_numbers())

    def _add_consent(self) -> None:
        words = self._words
        consents = [(c, words(f"meetings.consents.{c}")) for c in ("yes", "no")]
        box = ChoiceBox(self._label("named"), [("", words("common.choice.none")), *consents])
        box.setMinimumContentsLength(4)
        self._add("named", box, self._label("named_guide"))

    def _check_numbers(self) -> None:
        """Say when more men and women are given than people; nothing is taken away for it."""
        people, men, women = (self._form.field(name).value() for name in _NUMBERS)
        together = (men or 0) + (women or 0)
        doubtful = people is not None and together > people
        words = self._words
        self._doubt.setText(
            words("meetings.attendance.too_many", together=together, people=people)
            if doubtful
            else ""
        )
        self._doubt.setVisible(doubtful)

    def _build_head(self) -> QHBoxLayout:
        words = self._words
        back = IconButton(words("meetings.attendance.back"), "chevron-left")
        back.clicked.connect(lambda _=False: self.closed.emit())
        self._before = IconButton(words("meetings.attendance.previous"), "chevron-up")
        self._before.clicked.connect(lambda _=False: self.step_requested.emit(-1))
        self._after = IconButton(words("meetings.attendance.next"), "chevron-down")
        self._after.clicked.connect(lambda _=False: self.step_requested.emit(1))
        delete = IconButton(words("meetings.attendance.delete"), "trash-2")
        delete.clicked.connect(lambda _=False: self.removal_requested.emit(self.attendance_id()))
        row = QHBoxLayout()
        row.setContentsMargins(7, 6, 9, 6)
        row.setSpacing(2)
        row.addWidget(back)
        row.addWidget(self._place, 1)
        for button in (self._before, self._after, delete):
            row.addWidget(button)
        return row
