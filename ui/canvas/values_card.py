"""The card of the values: each is chosen together with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.canvas.section_card import SectionCard
from ui.canvas.sections import CanvasSection
from ui.common.buttons import LinkButton
from ui.common.check_list import CheckList
from ui.common.flow_layout import FlowLayout
from ui.common.form import Form
from ui.common.labels import PlainLabel

VALUES = ("transparansi", "partisipasi", "akuntabilitas", "inovasi", "inklusif")
# People write "inklusivitas" and "partisipatif" for the same.
_STEM = 7


class ValuesCard(SectionCard):
    """The values that a commitment serves, and why.

    A value that is chosen and not spoken of in the reasons offers to begin a line there; Enter
    on a value chooses it and begins the line at once.
    """

    def __init__(self, words: Words, section: CanvasSection, form: Form) -> None:
        super().__init__(words, section)
        self._labels = {value: words(f"canvas.values.{value}") for value in VALUES}
        self.checks = CheckList(words("canvas.fields.values"), list(self._labels.items()))
        self.checks.set_hint(words("canvas_fields.values.hint"))
        form.add("values", self.checks)
        self.body.addWidget(self.checks)
        self.start: QWidget = self.checks
        self._offers = _Offers(words)
        self._offers.hide()
        if section.field == "values_text":
            self.start = self.add_text(form)
            self.body.addWidget(self._offers)
            self._chosen: tuple[str, ...] = ()
            self.checks.edited.connect(self._on_chosen)
            self.checks.entered.connect(self._begin_line)

    def show_length(self, text: str) -> None:
        super().show_length(text)
        self._chosen = self.checks.value()
        self._offer(text)

    def focus_start(self) -> None:
        self.focus_first() if isinstance(self.start, CheckList) else super().focus_start()

    def _on_chosen(self, chosen: tuple[str, ...]) -> None:
        for value in set(self._chosen) - set(chosen):
            self._take_line_back(value)
        self._chosen = chosen
        self._offer(self._reasons())

    def _offer(self, text: str) -> None:
        """Offer a line to each value that is chosen and not spoken of."""
        if self._written is not None:
            missing = [one for one in self._chosen if not self._is_reasoned(one, text)]
            self._offers.show_values({one: self._labels[one] for one in missing}, self._begin_line)

    def _is_reasoned(self, value: str, text: str) -> bool:
        said = text.casefold()
        stems = (value[:_STEM], self._labels.get(value, value)[:_STEM].casefold())
        return value not in self._labels or any(stem in said for stem in stems)

    def _begin_line(self, value: str) -> None:
        if self._written is None:
            return
        if self._is_reasoned(value, self._reasons()):
            self._written.focus_start()
        else:
            self._written.add_line(f"{self._labels[value]}: ")

    def _take_line_back(self, value: str) -> None:
        """Take back a line that was begun for a value and says nothing; undo brings it again."""
        if self._written is None or value not in self._labels:
            return
        document = self._written.editor.document()
        begun = f"{self._labels[value]}:"
        block = document.begin()
        while block.isValid() and block.text().strip() != begun:
            block = block.next()
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.removeSelectedText()

    def _reasons(self) -> str:
        return self._written.editor.value() if self._written is not None else ""


class _Offers(QWidget):
    """Buttons that begin a reason, one for each value without one."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._buttons: list[QWidget] = []
        self._shown: Sequence[str] = ()
        self._flow = FlowLayout(self)
        self._flow.addWidget(
            PlainLabel(words("canvas_fields.values.reasons"), "small", wraps=False)
        )

    def show_values(self, labels: dict[str, str], begin) -> None:
        """Offer these values, each by its words; `begin` is called with the one that is taken."""
        if list(labels) == list(self._shown):
            return
        self._shown = list(labels)
        for button in self._buttons:
            button.hide()
            self._flow.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for value, label in labels.items():
            button = LinkButton(label, "plus")
            button.setAccessibleName(self._words("canvas_fields.values.begin", value=label))
            button.clicked.connect(lambda _=False, v=value: begin(v))
            self._flow.addWidget(button)
            self._buttons.append(button)
            button.show()
        self.setVisible(bool(labels))
