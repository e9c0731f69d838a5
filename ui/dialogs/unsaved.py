"""Asking what becomes of texts that could not be stored when the window is closed."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.common.buttons import DangerButton
from ui.common.card import Card
from ui.common.labels import ElidedLabel, PlainLabel
from ui.common.letters import px
from ui.dialogs.base import Dialog

_SHOWN = 4


class Answer(Enum):
    """What a person wants done with the texts."""

    STAY = auto()
    SAVE = auto()
    DROP = auto()


class UnsavedDialog(Dialog):
    """Shows the texts; Escape stays, Enter saves them to a file, a third button drops them.

    Args:
        reason: why they are not stored.
        texts: each text after what it belongs to.
    """

    def __init__(
        self,
        words: Words,
        reason: str,
        texts: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            words,
            words("shell.close_unsaved.title"),
            words("shell.close_unsaved.text", n=len(texts), reason=reason),
            words("shell.close_unsaved.save"),
            cancel=words("shell.close_unsaved.stay"),
            parent=parent,
        )
        self._dropped = False
        self.setMinimumWidth(px(620))
        self.body.addWidget(self._build_texts(texts))
        drop = DangerButton(words("shell.close_unsaved.drop"))
        drop.clicked.connect(lambda _=False: self._drop())
        self.add_button(drop)

    def ask(self) -> Answer:
        """Show it and wait for the answer."""
        accepted = self.run()
        if self._dropped:
            return Answer.DROP
        return Answer.SAVE if accepted else Answer.STAY

    def _drop(self) -> None:
        self._dropped = True
        self.reject()

    def _build_texts(self, texts: Sequence[tuple[str, str]]) -> QWidget:
        card = Card(self.words("shell.close_unsaved.texts"))
        for label, text in texts[:_SHOWN]:
            card.body.addWidget(PlainLabel(label, "small"))
            card.body.addWidget(ElidedLabel(" ".join(text.split()[:60]), "strong"))
        if len(texts) > _SHOWN:
            more = self.words("shell.close_unsaved.more", n=len(texts) - _SHOWN)
            card.body.addWidget(PlainLabel(more, "muted"))
        return card
