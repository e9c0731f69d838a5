"""The head of a block in the panel beside the canvas."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.common.chip import Chip, Kind
from ui.common.labels import ElidedLabel, Line


class PanelHead(QWidget):
    """A line, a title and a count."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._chip = Chip()
        self._chip.hide()
        row = QHBoxLayout()
        row.setContentsMargins(13, 8, 13, 8)
        row.setSpacing(8)
        row.addWidget(ElidedLabel(title, "head"))
        row.addWidget(self._chip)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line())
        column.addLayout(row)
        column.addWidget(Line())

    def show_count(self, count: int, kind: Kind = "info") -> None:
        """Say how many there are; nothing for none."""
        self._chip.show_chip(str(count) if count else "", kind)
