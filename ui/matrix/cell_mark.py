"""The button above the matrix that leads to what differs in the current cell."""

from __future__ import annotations

from collections.abc import Callable

from resources.words import Words
from ui.differing.mark import DifferingMark
from ui.matrix.grid import MatrixGrid

KEYS = "Alt+B"


class CellMark(DifferingMark):
    """There while the current cell was written differently."""

    def __init__(
        self, words: Words, grid: MatrixGrid, open_question: Callable[[str], object]
    ) -> None:
        super().__init__(words, open_question)
        self._grid = grid
        self.hide()
        for signal in (grid.current_changed, grid.texts_changed):
            signal.connect(self.look)

    def decide(self) -> None:
        """Lead to the question about the current cell, if there is one."""
        if not self.isHidden():
            self._grid.writing.finish()
            self.click()

    def look(self) -> None:
        """Be there, or not, for the cell that is current now."""
        place, cell = self._grid.question_at(self._grid.currentIndex()), self._grid.current_cell()
        if place is not None and cell is not None:
            row, column = cell
            name = self._words("matrix.facts.place", column=column.label, row=row + 1)
            self.lead_to(place, name, KEYS)
        elif self.hasFocus():
            self._grid.setFocus()
        self.setVisible(place is not None)
