"""A card at the foot of a page for the room, and letters that do not follow the window's."""

from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.common.labels import ElidedLabel, PlainLabel
from ui.common.wrapping import break_lines
from ui.projector.page import Passage

ANY_WIDTH = QSizePolicy.Policy.Ignored
"""Lines are broken to the room that there is; they never ask for more."""

_LINES = 2


class RoomCard(QFrame):
    """What was said lately: a caption and some lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("roomCard")
        self._caption, self._text = ElidedLabel(), PlainLabel(wraps=False)
        self._whole = ""
        self._caption.setObjectName("roomNote")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        self._text.setSizePolicy(ANY_WIDTH, QSizePolicy.Policy.Preferred)
        column.addWidget(self._text)

    def show_passage(self, passage: Passage | None) -> None:
        """Show what was said, or nothing."""
        self._caption.setText(passage.caption if passage else "")
        self._whole = passage.text if passage else ""
        self._break()

    def text(self) -> str:
        """Return all of what was said, cut or not."""
        return self._whole

    def set_sizes(self, caption: int, text: int) -> None:
        """Write in letters of so many pixels."""
        write_large(self._caption, caption, QFont.Weight.Normal)
        write_large(self._text, text, QFont.Weight.Normal)
        self.setFixedHeight(self.wanted_height())
        self._break()

    def wanted_height(self) -> int:
        """Return the height of a caption and two lines."""
        lines = self._text.fontMetrics().lineSpacing() * _LINES
        return self._caption.sizeHint().height() + lines + 22

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    def _break(self) -> None:
        lines, _ = break_lines(self._whole, self._text.font(), max(60, self.width()), _LINES)
        self._text.setText("\n".join(lines))


def write_large(label: QWidget, size: int, weight: QFont.Weight) -> None:
    """Write a label in letters of so many pixels, whatever the size of the window's own."""
    font = QFont(label.font())
    font.setPixelSize(size)
    font.setWeight(weight)
    label.setFont(font)
