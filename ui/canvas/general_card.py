"""The first card of a canvas: number and title, and what belongs to no section of a form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from resources.words import Words
from ui.canvas.section_card import SectionCard
from ui.canvas.sections import CanvasSection
from ui.common.choice_box import ChoiceBox
from ui.common.field import FieldRow
from ui.common.form import Form
from ui.common.labels import PlainLabel
from ui.common.letters import hold
from ui.common.name_edit import NameEdit
from ui.common.parsed_field import NumberField

Choices = Sequence[tuple[object, str]]


class GeneralCard(SectionCard):
    """Number, title, form, working group and coordinating unit."""

    def __init__(self, words: Words, section: CanvasSection, form: Form) -> None:
        super().__init__(words, section)
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

    def _build_choices(self, form: Form) -> QHBoxLayout:
        words = self.words
        self._forms = ChoiceBox(words("canvas.fields.form"), [("", "")])
        self._groups = ChoiceBox(words("canvas.fields.working_group_id"), [(None, "")])
        unit = NameEdit(words("canvas.fields.coordinating_unit"), words("canvas.write_unit"))
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, field in (
            ("form", self._forms), ("working_group_id", self._groups), ("coordinating_unit", unit)
        ):  # fmt: skip
            form.add(name, field)
            # Forms' names begin alike: cut off, one could not be told from another.
            row.addWidget(
                FieldRow(words(f"canvas.fields.{name}"), field), 3 if name == "form" else 2
            )
        return row
