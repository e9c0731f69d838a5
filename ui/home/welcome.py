"""What an empty workspace says: what Rembuk is, and three ways to begin."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import Button, GhostButton, PrimaryButton
from ui.common.card import Card
from ui.common.icons import IconLabel
from ui.common.labels import PlainLabel
from ui.common.letters import hold

_WIDTH = 880


class WelcomePage(QWidget):
    """Shown while there is no plan.

    Signals:
        plan_requested(), receive_requested(), sample_requested(): how the person begins.
    """

    plan_requested = Signal()
    receive_requested = Signal()
    sample_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.plan = PrimaryButton(words("home.welcome.plan_button"), "plus")
        self.receive = GhostButton(words("home.welcome.receive_button"), "inbox")
        self.sample = GhostButton(words("home.welcome.sample_button"), "eye")
        ground = QWidget()
        hold(ground, maximumWidth=_WIDTH)
        column = QVBoxLayout(ground)
        column.setSpacing(10)
        column.addWidget(PlainLabel(words("home.welcome.title"), "welcome"))
        column.addWidget(PlainLabel(words("home.welcome.text"), "muted"))
        column.addSpacing(14)
        column.addLayout(self._build_ways())
        centre = QHBoxLayout()
        centre.addStretch(1)
        centre.addWidget(ground, 20)
        centre.addStretch(1)
        page = QVBoxLayout(self)
        page.addStretch(2)
        page.addLayout(centre)
        page.addStretch(3)

    def focus_start(self) -> None:
        """Put the focus on the first way to begin."""
        self.plan.setFocus()

    def _build_ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        ways = (
            ("plan", "flag", self.plan, self.plan_requested),
            ("receive", "inbox", self.receive, self.receive_requested),
            ("sample", "lightbulb", self.sample, self.sample_requested),
        )
        for key, drawing, button, wish in ways:
            row.addWidget(self._build_way(key, drawing, button, wish), 1)
        return row

    def _build_way(self, key: str, drawing: str, button: Button, wish: SignalInstance) -> Card:
        title = self._words(f"home.welcome.{key}_title")
        card = Card(title, framed_head=False)
        card.head.insertWidget(0, IconLabel(drawing, "accent_text", 20))
        card.body.addWidget(PlainLabel(self._words(f"home.welcome.{key}_text"), "muted"))
        card.body.addStretch(1)
        card.body.addSpacing(8)
        button.clicked.connect(lambda _=False: wish.emit())
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card
