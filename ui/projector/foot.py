"""The foot of a page for the room: numbers, the time, and the keys of the one who writes."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from resources.words import Words
from ui.common.labels import ElidedLabel, PlainLabel
from ui.common.look import set_look
from ui.projector.card import write_large
from ui.projector.fitting import CAPTION

_HEIGHT = 45
_PASSING_MS = 7_000
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
        self._usual, self._said, self._problem = words("projector.keys.page"), "", ""
        self.keys = ElidedLabel(self._usual)
        self._passing = QTimer(self, singleShot=True, interval=_PASSING_MS)
        self._passing.timeout.connect(self._pass)
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

    def show_keys(self, kind: str) -> None:
        """Say what the keys do now: on a page of some manner, or in "fields"."""
        self._usual = self._words(f"projector.keys.{kind}")
        self._say()

    def show_passing(self, said: str) -> None:
        """Say in the keys' place for some seconds what has just happened."""
        self._said = said
        self._passing.start()
        self._say()

    def show_problem(self, problem: str) -> None:
        """Say in the keys' place what the one who writes has to know; "" takes it away."""
        self._problem = problem
        self._say()

    def _pass(self) -> None:
        self._said = ""
        self._say()

    def _say(self) -> None:
        self.keys.setText(self._problem or self._said or self._usual)
        font = self.keys.font()
        set_look(self.keys, "problem", bool(self._problem))
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
