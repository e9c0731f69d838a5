"""The line below a point: whether it is private, who said it, what it is about and the rest."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from ui.common.icons import icon_pixmap
from ui.common.letters import px
from ui.common.marked_text import Marks
from ui.common.theme import current_theme
from ui.meeting.point_letters import PointLetters
from ui.meeting.point_rows import PointRow

_SIZE = 12
_LOCK = 12
_DOT = "  ·  "


class PointNote:
    """Draws `who → part of the canvas · owner, due`, the part in stronger letters."""

    def __init__(self, letters: PointLetters) -> None:
        self._letters = letters

    def height(self) -> int:
        """Return the room that it takes below a text."""
        return self._letters.metrics(_SIZE).lineSpacing() + 4

    def paint(self, painter: QPainter, room: QRect, row: PointRow, marks: Marks) -> None:
        """Draw what a row says below its text, with the words that were found set off."""
        theme = current_theme()
        painter.setPen(theme.colour("muted"))
        if row.private:
            room = self._paint_lock(painter, room, row)
        left = room.left()
        for text, strong in self._parts(row, room.width()):
            painter.setFont(self._letters.font(_SIZE, strong))
            metrics = self._letters.metrics(_SIZE, strong)
            width = max(0, room.right() - left)
            shown = metrics.elidedText(text[: room.width()], Qt.TextElideMode.ElideRight, width)
            place = QRect(left, room.top() + 2, width, metrics.lineSpacing() + 2)
            marks.paint_ground(painter, place, row.id, shown, metrics, theme)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            left += metrics.horizontalAdvance(shown)

    def _parts(self, row: PointRow, width: int) -> tuple[tuple[str, bool], ...]:
        """Return who, what it is about and the rest, and which of them is strong."""
        arrow = "→ " if row.about else ""
        after = f"{_DOT}{row.more}" if row.more and (row.note or row.about) else row.more
        small, strong = self._letters.metrics(_SIZE), self._letters.metrics(_SIZE, strong=True)
        rest = strong.horizontalAdvance(row.about) + small.horizontalAdvance(f"{arrow}{after}  ")
        # A long name gives way to the part of the canvas, but never quite.
        room = max(width // 3, width - rest)
        name = small.elidedText(row.note[:width], Qt.TextElideMode.ElideRight, room)
        return (f"{name} {arrow}" if name else arrow, False), (row.about, True), (after, False)

    def _paint_lock(self, painter: QPainter, room: QRect, row: PointRow) -> QRect:
        """Draw a lock and its word, and return the room that is left behind them."""
        theme, side = current_theme(), px(_LOCK)
        metrics = self._letters.metrics(_SIZE, strong=True)
        height = metrics.lineSpacing() + 2
        lock = icon_pixmap("lock", theme.colour("text").name(), side)
        painter.drawPixmap(room.left(), room.top() + 2 + (height - side) // 2, lock)
        words = row.private + (_DOT if row.note or row.about or row.more else "")
        left = room.left() + side + 5
        painter.setFont(self._letters.font(_SIZE, strong=True))
        place = QRect(left, room.top() + 2, room.right() - left, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        return room.adjusted(side + 5 + metrics.horizontalAdvance(words), 0, 0, 0)
