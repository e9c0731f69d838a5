"""The inputs that a section of the canvas got in meetings, and those that name no section."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.canvas.input_list import InputList
from ui.canvas.panel_head import PanelHead
from ui.canvas.places import named_fields
from ui.canvas.sections import CanvasSection
from ui.common.labels import PlainLabel

if TYPE_CHECKING:
    from db.following import InputLine


class SectionInputs(QWidget):
    """Two lists: what concerns the section, and below it what names none of the canvas.

    Signals:
        point_requested(str): where an input was put down.
        answer_requested(str): an input is to be answered.
    """

    point_requested = Signal(str)
    answer_requested = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._head = PanelHead(words("canvas.inputs.title"))
        self._rest_head = PanelHead(words("canvas.inputs.rest"))
        self.list = InputList(words, words("canvas.inputs.title"))
        self.rest = InputList(words, words("canvas.inputs.rest"))
        self._none = PlainLabel(words("canvas.inputs.none"), "small")
        self._none.setContentsMargins(13, 9, 13, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, self._none, self.list, self._rest_head, self.rest):
            column.addWidget(widget)
        for one in (self.list, self.rest):
            one.opened.connect(self.point_requested)
            one.answer_requested.connect(self.answer_requested)

    def show_inputs(self, own: Sequence[InputLine], rest: Sequence[InputLine]) -> None:
        """Show the inputs for the section, and those for no section of this canvas."""
        for head, rows, lines in ((self._head, self.list, own), (self._rest_head, self.rest, rest)):
            waiting = any(not line.is_answered for line in lines)
            head.show_count(len(lines), "warning" if waiting else "info")
            rows.show_inputs(lines)
            rows.setVisible(bool(lines))
        self._none.setVisible(not own)
        self._rest_head.setVisible(bool(rest))


def sort_inputs(
    inputs: Iterable[InputLine], section: CanvasSection, sections: Iterable[CanvasSection]
) -> tuple[list[InputLine], list[InputLine]]:
    """Return the inputs that mean a section, and those that mean none; what waits comes first."""
    every = sorted(inputs, key=lambda line: line.is_answered)
    placed = frozenset[str]().union(*(named_fields(one) for one in sections))
    own = [line for line in every if line.canvas_field in named_fields(section)]
    return own, [line for line in every if line.canvas_field not in placed]
