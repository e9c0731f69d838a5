"""A section of the canvas as a card with its fields."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.words import Words
from ui.canvas.agreement import STATE_KINDS
from ui.canvas.hints import period_hint
from ui.canvas.part_rows import PartRows
from ui.canvas.references import ReferenceButtons
from ui.canvas.sections import CanvasSection, count_words
from ui.canvas.since import SectionChange
from ui.canvas.written_text import SinceLine, WrittenText
from ui.common.buttons import IconButton
from ui.common.card import Card
from ui.common.chip import Chip
from ui.common.field import FieldRow
from ui.common.form import Form
from ui.common.labels import PlainLabel, plain_tool_tip
from ui.common.parsed_field import MonthField
from ui.common.party_editor import PartyEditor
from ui.common.text_edit import GrowingTextEdit

MOST_LINES = 60
# What mostly names goals and plans.
_REFERRING = ("alignment", "additional")
# So many letters are counted between two keys without being felt.
_LONG = 10_000
_PAUSE_MS = 200


class SectionCard(Card):
    """One section: its question, whether it is filled in, and the fields that fill it.

    Attributes:
        section: what it stands for.
        start: the field that the focus goes to.

    Signals:
        agreement_requested(field): how its field stands is to be looked at.
    """

    agreement_requested = Signal(str)

    start: QWidget
    _bottom = 11

    def __init__(self, words: Words, section: CanvasSection) -> None:
        super().__init__(section.label, framed_head=False)
        self.words = words
        self.section = section
        self._agreement = Chip()
        self._agreement.hide()
        self._agree = IconButton("", "scale")
        self._agree.clicked.connect(lambda _=False: self.agreement_requested.emit(section.field))
        self.add_head_widget(self._agreement)
        self.add_head_widget(self._agree)
        self.show_agreement("")
        self._words_count = PlainLabel("", "count", wraps=False)
        self._words_count.hide()
        self._counted = ""
        self._count_later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._count_later.timeout.connect(self._show_count)
        self.add_head_widget(self._words_count)
        self._help = PlainLabel(section.guidance, "small")
        self._help.hide()
        self.body.addWidget(self._help)
        self.body.setSpacing(6)
        self.body.setContentsMargins(13, 0, 13, self._bottom)
        self.since = SinceLine(words)
        self.since.switched.connect(self.toggle_marks)
        self._written: WrittenText | None = None
        self._marked = False
        self.add_foot(self.since)

    def show_section(self, section: CanvasSection) -> None:
        """Stand for the same field in another form's words."""
        self.section = section
        self.set_title(section.label)
        self._help.setText(section.guidance)

    def show_filled(self, filled: bool) -> None:
        """Say that it is still empty, unless it may stay so."""
        self.set_badge("" if filled or not self.section.asked else self.words("canvas.empty"),
                       "warning")  # fmt: skip

    def show_length(self, text: str) -> None:
        """Show how many words its text has; those of a long one a moment after the last key."""
        self._counted = text
        if len(text) < _LONG:
            self._show_count()
        else:
            self._count_later.start()

    def _show_count(self) -> None:
        count = count_words(self._counted)
        self._words_count.setText(self.words("canvas.words", n=count))
        self._words_count.setVisible(count > 0)

    def hide_actions(self) -> None:
        """Offer nothing but its fields, as where a room looks on."""
        self._agree.hide()

    def show_agreement(self, state: str) -> None:
        """Say whether its field is agreed, disputed or waits for somebody; "" for nothing."""
        words = self.words
        said = words(f"drafts.states.{state or 'none'}")
        self._agreement.show_chip(said if state else "", STATE_KINDS.get(state, "neutral"))
        label = words("drafts.agreement.chip", field=self.section.name, state=said)
        self._agree.setAccessibleName(label)
        self._agree.setToolTip(plain_tool_tip(label))

    def show_help(self, shown: bool) -> None:
        """Show the guidance in the card, where there is no room for it beside."""
        self._help.setVisible(shown and bool(self.section.guidance))

    def show_change(self, change: SectionChange, said: str) -> None:
        """Say below it what is other than before, "" for nothing."""
        self.since.show_said(said, self._written is not None and bool(change.spans))
        edges = self.body.contentsMargins()
        edges.setBottom(2 if said else self._bottom)
        self.body.setContentsMargins(edges)
        if self._written is not None:
            self._written.show_change(change)
            self._written.editor.setAccessibleDescription(said)

    def toggle_marks(self) -> None:
        """Mark in its text what is other than before, or no longer."""
        self._marked = not self._marked
        self.since.show_switch(self._marked)
        if self._written is not None:
            self._written.show_marks(self._marked)

    def show_period(self, start: str, end: str) -> None:
        """Take note of the commitment's first and last month; most sections don't mind."""

    def focus_start(self) -> None:
        """Begin to write in it."""
        if self._written is not None:
            self._written.focus_start()
        else:
            self.start.setFocus()

    def add_text(self, form: Form) -> GrowingTextEdit:
        """Put a text that grows into the card, in line with its title."""
        placeholder = self.words("canvas.write_here")
        editor = GrowingTextEdit(self.section.label, placeholder, most_lines=MOST_LINES, quiet=True)
        editor.setProperty("bare", True)
        form.add(self.section.field, editor)
        self._written = WrittenText(self.words, editor)
        self.body.addWidget(self._written)
        return editor

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.focus_start()


class TextCard(SectionCard):
    """A section that is one text."""

    def __init__(self, words: Words, section: CanvasSection, form: Form) -> None:
        super().__init__(words, section)
        self.start = self.add_text(form)
        self._references: ReferenceButtons | None = None
        if section.field in _REFERRING and self._written is not None:
            self._references = ReferenceButtons(words, self._written.add_line)
            self.body.addWidget(self._references)

    def show_period(self, start: str, end: str) -> None:
        """Offer the plans of these years."""
        if self._references is not None:
            self._references.show_period(start, end)


class PartiesCard(SectionCard):
    """A section of organisations."""

    def __init__(self, words: Words, section: CanvasSection, form: Form) -> None:
        super().__init__(words, section)
        self.editor = PartyEditor(words, section.label, inline=True)
        form.add(section.field, self.editor)
        self.body.addWidget(self.editor)
        self.start = self.editor.line


class PeriodCard(SectionCard):
    """From which month to which."""

    def __init__(self, words: Words, section: CanvasSection, form: Form) -> None:
        super().__init__(words, section)
        row = QHBoxLayout()
        row.setSpacing(12)
        fields: list[MonthField] = []
        for name in ("start", "end"):
            label = words(f"canvas.fields.{name}")
            fields.append(MonthField(words, label))
            form.add(name, fields[-1])
            row.addWidget(FieldRow(label, fields[-1]), 1)
        row.addStretch(1)
        self.body.addLayout(row)
        self._hint = PlainLabel("", "hint")
        self._hint.hide()
        self.body.addWidget(self._hint)
        self.start = fields[0].line

    def show_period(self, start: str, end: str) -> None:
        """Say that the months are the wrong way round, where they are."""
        text = period_hint(self.words, start, end)
        self._hint.setText(text)
        self._hint.setVisible(bool(text))


class PartsCard(SectionCard):
    """A section whose rows are records of their own; who makes it puts them in."""

    _bottom = 7

    def hold(self, rows: PartRows) -> None:
        """Take the rows in."""
        self.body.setContentsMargins(5, 0, 5, self._bottom)
        self.body.addWidget(rows)
        self._rows = rows

    def focus_start(self) -> None:
        self._rows.focus_start()
