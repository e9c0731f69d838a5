"""What a page's text is called, and how it stands, above it."""

from collections.abc import Callable

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.common.labels import ElidedLabel, PlainLabel
from ui.common.look import set_look
from ui.projector.card import write_large
from ui.projector.fitting import CAPTION
from ui.projector.page import Passage


class RoomCaption(QWidget):
    """A caption, and beside it a sign in its colour.

    Attributes:
        name: the caption's own words.
    """

    def __init__(self) -> None:
        super().__init__()
        self.name, self._sign = ElidedLabel(), PlainLabel(wraps=False)
        self.name.setObjectName("roomCaption")
        self._sign.setObjectName("roomSign")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.name)
        self._row.addWidget(self._sign)
        self._row.addStretch(1)

    def show_passage(self, passage: Passage | None) -> None:
        """Show what a text is called; nothing for several texts, which have captions inside."""
        self.name.setText(passage.caption if passage else "")
        self._sign.setText(passage.sign if passage else "")
        self._sign.setVisible(bool(passage and passage.sign))
        font = self._sign.font()
        set_look(self._sign, "kind", passage.kind if passage else "neutral")
        # Dressed anew, it would take the window's letters.
        self._sign.setFont(font)
        self.setVisible(bool(passage and passage.caption))

    def set_sizes(self, scale: float, px: Callable[[float], int]) -> None:
        """Take the measures of a display; `px` says how many pixels so many points are."""
        self._row.setSpacing(round(16 * scale))
        for label in (self.name, self._sign):
            write_large(label, px(CAPTION), QFont.Weight.Bold)
