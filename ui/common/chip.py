"""Chips: a word or a number on a coloured ground."""

from typing import Literal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.common.letters import px
from ui.common.look import set_look
from ui.common.theme import current_theme

Kind = Literal["neutral", "info", "success", "warning", "danger"]
_SIDE = 9

SECTOR_KINDS: dict[str, Kind] = {
    "ministry": "info",
    "subnational": "info",
    "state": "info",
    "parliament": "info",
    "cso": "success",
    "partner": "warning",
    "academia": "warning",
    "private": "neutral",
    "media": "neutral",
    "public": "neutral",
}
POINT_KINDS: dict[str, Kind] = {
    "note": "neutral",
    "input": "info",
    "decision": "success",
    "question": "warning",
    "follow_up": "warning",
}
RESPONSE_KINDS: dict[str, Kind] = {
    "accepted": "success",
    "adapted": "warning",
    "declined": "danger",
    "deferred": "neutral",
}


class Chip(QLabel):
    """A short word on a soft ground; the word carries the meaning, the colour only helps."""

    def __init__(
        self, text: str = "", kind: Kind = "neutral", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("kind", kind)
        self.setText(text)

    def show_chip(self, text: str, kind: Kind = "neutral") -> None:
        """Change word and ground; an empty word hides the chip."""
        self.setText(text)
        set_look(self, "kind", kind)
        self.setVisible(bool(text))


def draw_chip(painter: QPainter, frame: QRect, text: str, kind: Kind) -> None:
    """Draw a chip in the painter's font, for delegates; a word that is too long is cut."""
    theme = current_theme()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{kind}_soft"))
    painter.drawRoundedRect(frame, px(9), px(9))
    painter.setPen(theme.colour(kind))
    room = frame.width() - _SIDE
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, shown)


class KeyHint(QLabel):
    """A key that does the same, drawn as a key."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
