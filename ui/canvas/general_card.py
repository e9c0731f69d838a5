"""The first card of a canvas: number and title, and what belongs to no section of a form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from resources.words import Words
from ui.canvas.section_card import SectionCard
from ui.canvas.sections import CanvasSection
from ui.common.choice_box import ChoiceBox
from ui.common.field import FieldRow
from ui.common.form import Form
from ui.common.labels import PlainLabel
from ui.common.letters import hold, px
from ui.common.name_edit import NameEdit
from ui.common.parsed_field import NumberField

_ROOM_FOR_THREE = 860
_COLUMNS = 7
Choices = Sequence[tuple[object, str]]


class GeneralCard(SectionCard):
    """Number, title, form, working group and coordinating unit."""

    def __init__(self, words: Words, section: CanvasSection, form: Form) -> None:
        super().__init__(words, section)
        self._wide = True
        self.start = self._add_title(form)
        self._problem = PlainLabel("", "problem")
        self._problem.hide()
        self.body.addLayout(self._build_choices(form))
        self.body.addWidget(self._problem)

    def show_choices(self, forms: Choices, groups: Choices) -> None:
        """Offer other forms and working groups, keeping what is chosen."""
        self._forms.set_choices(forms)
        self._groups.set_choices(groups)
        self._groups.setEnabled(len(groups) > 1)

    def show_problem(self, text: str) -> None:
        """Say why the canvas doesn't follow the form that was chosen; "" when it does."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _add_title(self, form: Form) -> NameEdit:
        words = self.words
        number = NumberField(words, words("canvas.fields.number"))
        hold(number, fixedWidth=64)
        title = NameEdit(words("canvas.fields.title"), words("canvas.write_title"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(FieldRow(words("canvas.fields.number"), number))
        row.addWidget(FieldRow(words("canvas.fields.title"), title), 1)
        form.add("number", number)
        form.add("title", title)
        self.body.addLayout(row)
        return title

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= px(_ROOM_FOR_THREE)
        if wide != self._wide:
            self._wide = wide
            self._place()

    def _build_choices(self, form: Form) -> QGridLayout:
        words = self.words
        self._forms = ChoiceBox(words("canvas.fields.form"), [("", "")])
        self._groups = ChoiceBox(words("canvas.fields.working_group_id"), [(None, "")])
        unit = NameEdit(words("canvas.fields.coordinating_unit"), words("canvas.write_unit"))
        self._rows: list[FieldRow] = []
        for name, field in (
            ("form", self._forms), ("working_group_id", self._groups), ("coordinating_unit", unit)
        ):  # fmt: skip
            form.add(name, field)
            self._rows.append(FieldRow(words(f"canvas.fields.{name}"), field))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._place()
        return self._grid

    def _place(self) -> None:
        """Put the three side by side, or where room is tight the form's name above the others."""
        # Forms' names begin alike: cut off, one could not be told from another.
        wide = ((0, 0, 3), (0, 3, 2), (0, 5, 2))
        tight = ((0, 0, _COLUMNS), (1, 0, 4), (1, 4, 3))
        for field, (row, column, span) in zip(
            self._rows, wide if self._wide else tight, strict=True
        ):
            self._grid.removeWidget(field)
            self._grid.addWidget(field, row, column, 1, span)
