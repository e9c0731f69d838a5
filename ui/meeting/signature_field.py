"""A field of someone who signs: name, position, rank and number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from resources.words import Words
from ui.common.field import FieldRow
from ui.common.line_edit import LineEdit

if TYPE_CHECKING:
    from db.records import Signature

PARTS = ("name", "title", "rank", "nip")


class SignatureField(QWidget):
    """Four lines that are one value. Fits ui.common.field.Field (value: Signature)."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, words: Words, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self._lines: dict[str, LineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, part in enumerate(PARTS):
            name = words(f"meetings.signature.{part}")
            line = LineEdit(words("meetings.signature.part", label=label, part=name))
            line.edited.connect(lambda _: self.edited.emit(self.value()))
            line.left.connect(self.left)
            self._lines[part] = line
            grid.addWidget(FieldRow(name, line), *self._cell(place))
        self.setFocusProxy(self._lines["name"])

    def value(self) -> Signature:
        from db.records import Signature

        return Signature(**{part: line.value() for part, line in self._lines.items()})

    def set_value(self, value: Signature) -> None:
        for part, line in self._lines.items():
            if not line.is_editing():
                line.set_value(getattr(value, part))

    def reset(self, value: Signature) -> None:
        for part, line in self._lines.items():
            line.reset(getattr(value, part))

    def end_visit(self) -> None:
        for line in self._lines.values():
            if line.is_editing():
                line.end_visit()

    def is_editing(self) -> bool:
        return any(line.is_editing() for line in self._lines.values())

    @staticmethod
    def _cell(place: int) -> tuple[int, int, int, int]:
        # Names are long; rank and number share a row.
        return (place, 0, 1, 2) if place < 2 else (2, place - 2, 1, 1)
