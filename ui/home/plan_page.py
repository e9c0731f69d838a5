"""A plan's data: what is printed on covers and letterheads, its form, stages and chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.forms import form_names, form_title
from resources.words import Words
from ui.canvas.hints import period_hint
from ui.common.card import Card
from ui.common.choice_box import ChoiceBox
from ui.common.field import FieldRow
from ui.common.form import Form
from ui.common.keys import add_key
from ui.common.labels import PlainLabel
from ui.common.line_edit import LineEdit
from ui.common.parsed_field import MonthField
from ui.common.scroll import ScrollColumn
from ui.common.string_list import StringListEditor
from ui.common.text_edit import GrowingTextEdit
from ui.home.chapters import ChaptersEditor

if TYPE_CHECKING:
    from db.records import Plan


class PlanPage(QWidget):
    """The plan's fields, each stored as it is typed.

    Signals:
        edited(str, str, object), left(str, str): as ui.common.form.Form says them.
        closed(): Escape was pressed.
    """

    edited = Signal(str, str, object)
    left = Signal(str, str)
    closed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._form = Form(self)
        self._form.edited.connect(self.edited)
        self._form.left.connect(self.left)
        self._form.edited.connect(self._show_turned)
        self._turned = PlainLabel("", "hint")
        self.title = GrowingTextEdit(words("home.plan.title"), words("home.plan.title_hint"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        first, second = ScrollColumn(), ScrollColumn()
        first.column.addWidget(self._build_data())
        first.column.addWidget(self._build_stages())
        second.column.addWidget(self._build_chapters())
        row.addWidget(first, 5)
        row.addWidget(second, 6)
        add_key(self, Qt.Key.Key_Escape, self.closed.emit)
        add_key(self, "Ctrl+N", self._begin_new)

    def show_plan(self, plan: Plan) -> None:
        """Show a plan's data."""
        self._form.show_record(plan.id, dict(plan))
        self._show_turned()

    def focus_start(self) -> None:
        """Put the focus into the first field."""
        self.title.setFocus()

    def _begin_new(self) -> None:
        """Begin a stage where stages are written, else a chapter."""
        in_stages = self._stages.isAncestorOf(self.window().focusWidget() or self)
        (self._stages if in_stages else self._chapters).add_button.click()

    def _show_turned(self) -> None:
        """Say that the plan's months are the wrong way round, where they are."""
        values = self._form.values()
        text = period_hint(self._words, values["start"], values["end"])
        self._turned.setText(text)
        self._turned.setVisible(bool(text))

    def _build_data(self) -> Card:
        words = self._words
        card = Card(words("home.plan.data"), keys="Alt+1")
        short = LineEdit(words("home.plan.short_title"), words("home.plan.short_title_hint"))
        organiser = GrowingTextEdit(
            words("home.plan.organiser"), words("home.plan.organiser_hint"), lines=2
        )
        forms = [(name, form_title(name, words.language)) for name in form_names()]
        card.body.addWidget(self._row("title", self.title))
        card.body.addWidget(self._row("short_title", short))
        card.body.addWidget(self._row("organiser", organiser))
        period = QHBoxLayout()
        period.setSpacing(10)
        for name in ("start", "end"):
            period.addWidget(self._row(name, MonthField(words, words(f"home.plan.{name}"))), 1)
        card.body.addLayout(period)
        card.body.addWidget(self._turned)
        card.body.addWidget(self._row("form", ChoiceBox(words("home.plan.form"), forms)))
        return card

    def _build_stages(self) -> Card:
        words = self._words
        card = Card(words("home.plan.stages"), keys="Alt+2")
        self._stages = StringListEditor(words, words("home.plan.stages"))
        self._form.add("stages", self._stages)
        card.body.addWidget(PlainLabel(words("home.plan.stages_text"), "small"))
        card.body.addWidget(self._stages)
        return card

    def _build_chapters(self) -> Card:
        words = self._words
        card = Card(words("home.plan.chapters"), keys="Alt+3")
        self._chapters = ChaptersEditor(words, words("home.plan.chapters"))
        self._form.add("chapters", self._chapters)
        card.body.addWidget(PlainLabel(words("home.plan.chapters_text"), "small"))
        card.body.addWidget(self._chapters)
        return card

    def _row(self, name: str, field: QWidget) -> FieldRow:
        self._form.add(name, field)
        return FieldRow(self._words(f"home.plan.{name}"), field)
