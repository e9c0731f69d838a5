"""The foot of a page for the room: numbers, the time, and the keys of the one who writes."""

from collections.abc import Callable

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from resources.words import Words
from ui.common.labels import ElidedLabel, PlainLabel
from ui.common.look import set_look
from ui.projector.card import write_large
from ui.projector.fitting import CAPTION

_HEIGHT = 45
# Only the one at the keyboard reads them.
_KEYS = CAPTION * 0.65


class RoomFoot(QFrame):
    """Facts at the left, the time at the right; in a view that is written in the keys between.

    Attributes:
        keys: what the keys do, or what the one who writes has to know.
    """

    def __init__(self, words: Words, with_keys: bool) -> None:
        super().__init__()
        self.setObjectName("roomFoot")
        self._words = words
        self._facts, self._time = ElidedLabel(), PlainLabel(wraps=False)
        self.keys = PlainLabel(words("projector.keys"), wraps=False)
        self.keys.setObjectName("roomKeys")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._facts, 1)
        self._row.addWidget(self.keys)
        self._row.addWidget(self._time)
        self.keys.setVisible(with_keys)

    def show_facts(self, facts: tuple[str, ...]) -> None:
        """Show numbers about the meeting."""
        self._facts.setText("        ".join(facts))

    def show_time(self, time: str) -> None:
        """Show the time of day."""
        self._time.setText(time)

    def show_problem(self, problem: str) -> None:
        """Say in the keys' place what the one who writes has to know; "" takes it away."""
        self.keys.setText(problem or self._words("projector.keys"))
        font = self.keys.font()
        set_look(self.keys, "problem", bool(problem))
        # Dressed anew, it would take the window's letters.
        self.keys.setFont(font)

    def anchor(self) -> QWidget:
        """Return what a menu opens at."""
        return self.keys

    def set_sizes(self, scale: float, side: int, px: Callable[[float], int]) -> None:
        """Take the measures of a display; `px` says how many pixels so many points are."""
        self.setFixedHeight(round(_HEIGHT * scale))
        self._row.setContentsMargins(side, 0, side, 0)
        self._row.setSpacing(round(20 * scale))
        for label, points in ((self._facts, CAPTION), (self._time, CAPTION), (self.keys, _KEYS)):
            write_large(label, px(points), QFont.Weight.Normal)
