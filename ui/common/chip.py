"""Chips: a word or a number on a coloured ground."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.common.look import set_look

Kind = Literal["neutral", "info", "success", "warning", "danger"]

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


class KeyHint(QLabel):
    """A key that does the same, drawn as a key."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
