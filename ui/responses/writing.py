"""Writing the reason of an answer in its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.words import Words
from ui.lines.writing import CellWriting

if TYPE_CHECKING:
    from db.canvas_changes import AnsweredInput
    from ui.responses.table import ResponseTable


class ReasonWriting(CellWriting):
    """Writes reasons; nothing else in the table is text of its own."""

    def __init__(self, words: Words, table: ResponseTable) -> None:
        super().__init__(table)
        self._words = words

    def value_of(self, line: AnsweredInput, column: int) -> str:
        return line.line.reason

    def label_of(self, column: int) -> str:
        return self._words("papers.register.reason")
