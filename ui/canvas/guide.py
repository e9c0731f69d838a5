"""What helps to fill in the section that is written in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from resources.words import Words
from ui.canvas.sections import CanvasSection, count_words
from ui.common.buttons import LinkButton
from ui.common.card import Card
from ui.common.labels import PlainLabel
from ui.common.scroll import ScrollColumn


class GuidePanel(Card):
    """Guidance, an example, how long the text is, and the way to what it said before.

    Signals:
        history_requested(): the past of the section is wanted.
    """

    history_requested = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words("canvas.guide.title"), padded=False)
        self._words = words
        self._name = PlainLabel("", "strong")
        self._guidance = PlainLabel("", "muted")
        self._example = _Example(words("canvas.guide.example"))
        self._length = PlainLabel("", "small")
        self._history = LinkButton(words("drafts.history_action"), "history")
        self._history.clicked.connect(lambda _=False: self.history_requested.emit())
        scroll = ScrollColumn()
        scroll.column.setContentsMargins(13, 12, 13, 12)
        for widget in (self._name, self._guidance, self._example, self._length):
            scroll.column.addWidget(widget)
        scroll.column.addWidget(self._history, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(scroll)
        self.show_section(None)

    def show_section(self, section: CanvasSection | None) -> None:
        """Help with a section; None with none."""
        self._name.setText(section.label if section else "")
        self._name.setVisible(section is not None)
        self._guidance.setText(section.guidance if section else self._words("canvas.guide.none"))
        self._guidance.setVisible(section is None or bool(section.guidance))
        self._example.show_text(section.example if section else "")
        self._length.hide()
        self._history.setVisible(section is not None)

    def show_text(self, text: str) -> None:
        """Say how long the section's text is."""
        count = count_words(text)
        said = self._words("canvas.guide.length", n=count, letters=self._number(len(text)))
        self._length.setText(said)
        self._length.setVisible(count > 0)

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
