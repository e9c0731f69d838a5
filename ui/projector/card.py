"""A card at the foot of a page for the room, and letters that do not follow the window's."""

from collections.abc import Callable

from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.common.labels import ElidedLabel, PlainLabel
from ui.common.wrapping import break_lines
from ui.projector.fitting import CAPTION, CARD
from ui.projector.page import Passage

ANY_WIDTH = QSizePolicy.Policy.Ignored
"""Lines are broken to the room that there is; they never ask for more."""
LEAST_LINES = 2
_MOST_LINES = 6
_TOP, _BETWEEN = 12, 4


class RoomCard(QFrame):
    """What was said lately: a caption and some lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("roomCard")
        self._caption, self._text = ElidedLabel(), PlainLabel(wraps=False)
        self._whole = ""
        self._lines = LEAST_LINES
        self._caption.setObjectName("roomNote")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _TOP, 0, 0)
        column.setSpacing(_BETWEEN)
        column.addWidget(self._caption)
        self._text.setSizePolicy(ANY_WIDTH, QSizePolicy.Policy.Preferred)
        column.addWidget(self._text)
        column.addStretch(1)

    def show_passage(self, passage: Passage | None) -> None:
        """Show what was said, or nothing."""
        self._caption.setText(passage.caption if passage else "")
        self._whole = passage.text if passage else ""
        self._break()

    def text(self) -> str:
        """Return all of what was said, cut or not."""
        return self._whole

    def set_sizes(self, px: Callable[[float], int]) -> None:
        """Take the measures of a display; `px` says how many pixels so many points are."""
        write_large(self._caption, px(CAPTION), QFont.Weight.Normal)
        write_large(self._text, px(CARD), QFont.Weight.Normal)
        self.set_room(0)

    def least_height(self) -> int:
        """Return the height of a caption and two lines."""
        return self._height(LEAST_LINES)

    def set_room(self, room: float) -> None:
        """Take a room of this height, and more of the text where there is more of it."""
        line = self._text.fontMetrics().lineSpacing()
        more = int(max(0, room - self.least_height()) // line)
        self._lines = min(_MOST_LINES, LEAST_LINES + more)
        self._break()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    def _height(self, lines: int) -> int:
        line = self._text.fontMetrics().lineSpacing()
        return self._caption.sizeHint().height() + line * lines + _TOP + _BETWEEN + 6

    def _break(self) -> None:
        lines, _ = break_lines(self._whole, self._text.font(), max(60, self.width()), self._lines)
        self._text.setText("\n".join(lines))
        # One height for both, and for as long as texts are no longer.
        self.setFixedHeight(self._height(max(LEAST_LINES, len(lines))))


def write_large(label: QWidget, size: int, weight: QFont.Weight) -> None:
    """Write a label in letters of so many pixels, whatever the size of the window's own."""
    font = QFont(label.font())
    font.setPixelSize(size)
    font.setWeight(weight)
    label.setFont(font)
