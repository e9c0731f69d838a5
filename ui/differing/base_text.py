"""The text that all sides of a question began with."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.common.differing_text import ReadingText
from ui.common.fitting_scroll import FittingScroll
from ui.common.labels import PlainLabel
from ui.common.letters import px

_LINES = 3
# Above the first line and below the last one.
_MARGINS = 8


class BaseText(QWidget):
    """A text under its label; a long one scrolls in a few lines."""

    def __init__(self, label: str, text: str) -> None:
        super().__init__()
        reading = ReadingText(label)
        reading.reset(text)
        line = reading.fontMetrics().lineSpacing() * 1.2
        frame = px(14)
        scroll = FittingScroll(round(line) + frame, round(_LINES * line) + frame + _MARGINS, frame)
        scroll.setObjectName("base")
        scroll.column.addWidget(reading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(label, "label"))
        column.addWidget(scroll)
