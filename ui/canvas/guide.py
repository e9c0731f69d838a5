"""What helps with the section that is looked at: guidance, inputs, and what happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from resources.words import Words
from ui.canvas.section_inputs import SectionInputs, sort_inputs
from ui.canvas.section_past import SectionPast
from ui.canvas.sections import CanvasSection, count_words
from ui.common.card import Card
from ui.common.labels import PlainLabel
from ui.common.rows import Row
from ui.common.scroll import ScrollColumn
from ui.common.tab_order import order_tabs

if TYPE_CHECKING:
    from db.following import InputLine


class GuidePanel(Card):
    """Guidance, an example, how long the text is; below it the section's inputs and its past.

    Signals:
        history_requested(): the whole past of the section is wanted.
        past_opened(str): one of its latest changes, or a draft, is wanted, by its row's key.
        point_requested(str), answer_requested(str): an input's place, or its answer.
    """

    history_requested = Signal()
    past_opened = Signal(str)
    point_requested = Signal(str)
    answer_requested = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(words("canvas.guide.title"), padded=False)
        self._words = words
        self._name = PlainLabel("", "strong")
        self._guidance = PlainLabel("", "muted")
        self._example = _Example(words("canvas.guide.example"))
        self._length = PlainLabel("", "small")
        self.inputs = SectionInputs(words)
        self.past = SectionPast(words)
        self.inputs.point_requested.connect(self.point_requested)
        self.inputs.answer_requested.connect(self.answer_requested)
        self.past.opened.connect(self.past_opened)
        self.past.history_requested.connect(self.history_requested)
        self.body.addWidget(self._build())
        self.show_section(None)

    def show_section(self, section: CanvasSection | None) -> None:
        """Help with a section; None with none."""
        self._name.setText(section.name if section else "")
        self._name.setVisible(section is not None)
        self._guidance.setText(section.guidance if section else self._words("canvas.guide.none"))
        self._guidance.setVisible(section is None or bool(section.guidance))
        self._example.show_text(section.example if section else "")
        self._length.hide()
        self.inputs.setVisible(section is not None)
        self.past.setVisible(section is not None)

    def show_text(self, text: str) -> None:
        """Say how long the section's text is."""
        count = count_words(text)
        said = self._words("canvas.guide.length", n=count, letters=self._number(len(text)))
        self._length.setText(said)
        self._length.setVisible(count > 0)

    def show_inputs(
        self,
        inputs: Sequence[InputLine],
        section: CanvasSection | None,
        sections: Sequence[CanvasSection],
    ) -> None:
        """Show those of a commitment's inputs that mean a section, and those that mean none."""
        if section is not None:
            self.inputs.show_inputs(*sort_inputs(inputs, section, sections))
            order_tabs(self._ground)

    def show_past(self, rows: Sequence[Row] | None) -> None:
        """Show what happened to the section of late; None while that is still to be read."""
        self.past.show_rows(rows)

    def focus_start(self) -> None:
        """Begin with what waits for an answer, else with the past."""
        inputs = self.inputs
        for one in (inputs.list, inputs.rest, self.past.list, self.past.history):
            if one.isVisibleTo(self):
                one.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _build(self) -> ScrollColumn:
        scroll = ScrollColumn()
        self._ground: QWidget = scroll.widget()
        help_ = QVBoxLayout()
        help_.setContentsMargins(13, 12, 13, 12)
        help_.setSpacing(10)
        for widget in (self._name, self._guidance, self._example, self._length):
            help_.addWidget(widget)
        scroll.column.setSpacing(0)
        scroll.column.addLayout(help_)
        scroll.column.addWidget(self.inputs)
        scroll.column.addWidget(self.past)
        return scroll

    def _number(self, number: int) -> str:
        mark = self._words("canvas.guide.thousands")
        return f"{number:,}".replace(",", mark)


class _Example(QFrame):
    """An invented text as it could stand there."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("example")
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 9, 11, 10)
        column.setSpacing(4)
        self._text = PlainLabel("")
        column.addWidget(PlainLabel(title, "label"))
        column.addWidget(self._text)

    def show_text(self, text: str) -> None:
        self._text.setText(text)
        self.setVisible(bool(text))
