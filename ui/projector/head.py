"""The head of a page for the room: what is shown, which draft it is and in which meeting."""

from collections.abc import Callable

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from ui.common.labels import PlainLabel
from ui.common.wrapping import break_lines
from ui.projector.card import ANY_WIDTH, write_large
from ui.projector.fitting import CAPTION, TITLE

_HEIGHT = 72
_HIGH = 102
# The note gives way to the title beyond this part of the width.
_NOTE_SHARE = 0.42


class RoomHead(QFrame):
    """A title in one line, or smaller in two or three, and a quiet note beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("roomHead")
        self._title, self._note = PlainLabel(wraps=False), PlainLabel(wraps=False)
        self._note.setObjectName("roomQuiet")
        self._title.setSizePolicy(ANY_WIDTH, QSizePolicy.Policy.Preferred)
        self._said = ("", "")
        self._px: Callable[[float], int] = round
        self._scale = 1.0
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._note)

    def show_head(self, title: str, note: str) -> None:
        """Say what is shown."""
        self._said = (title, note)
        self._fit()

    def set_sizes(self, width: int, scale: float, side: int, px: Callable[[float], int]) -> None:
        """Take the measures of a display; `px` says how many pixels so many points are."""
        self._px, self._scale = px, scale
        self.setFixedWidth(width)
        self._row.setContentsMargins(side, 0, side, 0)
        self._row.setSpacing(round(20 * scale))
        write_large(self._note, px(CAPTION), QFont.Weight.Normal)
        self._fit()

    def _fit(self) -> None:
        title, note = self._said
        inner = self.width() - 2 * self._row.contentsMargins().left()
        lines, _ = break_lines(note, self._note.font(), max(80, int(inner * _NOTE_SHARE)), 2)
        self._note.setText("\n".join(lines))
        room = max(100, inner - self._row.spacing() - self._note.sizeHint().width())
        for points, most, height in (
            (TITLE, 1, _HEIGHT),
            (CAPTION, 2, _HEIGHT),
            (CAPTION, 3, _HIGH),
        ):
            self.setFixedHeight(round(height * self._scale))
            write_large(self._title, self._px(points), QFont.Weight.Bold)
            lines, cut = break_lines(title, self._title.font(), room, most)
            self._title.setText("\n".join(lines))
            if not cut:
                return
