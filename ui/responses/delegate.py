"""How an input and its answer are drawn in the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from resources.words import Words
from ui.common.cell_painter import CellPainter
from ui.common.tipped import Index
from ui.lines.wording import meeting_words
from ui.responses import wording
from ui.responses.model import CHANGE, ORIGIN, RAISED_BY, REASON, RESPONSE, TEXT

if TYPE_CHECKING:
    from db.canvas_changes import AnsweredInput
    from ui.responses.table import ResponseTable

_KEPT = 4000


class ResponseDelegate(CellPainter):
    """Draws two lines in each cell; more of a text is in its tool tip."""

    def __init__(self, words: Words, table: ResponseTable) -> None:
        super().__init__(table)
        self._words = words
        # Comparing two long texts for each painting of a row would be felt.
        self._pairs: dict[tuple[tuple[str, ...], ...], tuple[str, str]] = {}

    def paint_cell(self, painter: QPainter, room: QRect, index: Index) -> None:
        answer, words = self.table.lines.lines[index.row()], self._words
        line, column = answer.line, index.column()
        if column == TEXT:
            self.paint_lines(painter, room, line.text, "text")
        elif column == RAISED_BY:
            who = line.raised_by or words("responses_screen.nobody")
            sector = words(f"meetings.sectors.{answer.sector}") if answer.sector else ""
            self.paint_pair(painter, room, who, sector, "text" if line.raised_by else "muted")
        elif column == ORIGIN:
            self.paint_pair(painter, room, *wording.origin_pair(words, line), "accent_text")
        elif column == RESPONSE:
            text, kind = wording.response_words(words, line), wording.response_kind(line)
            missing = wording.missing_words(words, line)
            self.paint_chip(painter, room, text, kind, missing, "danger")
        elif column == REASON:
            text = line.reason.strip() or words("responses_screen.write_reason")
            self.paint_lines(painter, room, text, "text" if line.reason.strip() else "muted")
        else:
            place, change = self._change_pair(answer)
            none = "" if place else words("responses_screen.no_change")
            self.paint_pair(painter, room, place or none, change, "text" if place else "muted")

    def cell_tip(self, index: Index, width: int) -> str:
        answer, column = self.table.lines.lines[index.row()], index.column()
        words, line = self._words, answer.line
        if column == ORIGIN:
            parts = (
                meeting_words(words, line), line.meeting_topic,
                wording.about_words(words, line), line.commitment_title,
            )  # fmt: skip
            return "\n".join(part for part in parts if part)
        if column == CHANGE:
            return "\n\n".join(
                f"{wording.change_place(words, change)}\n{wording.change_line(words, change)}"
                for change in answer.changes
            )
        texts = {TEXT: line.text, REASON: line.reason, RAISED_BY: line.raised_by}
        return self.cut_text(texts.get(column, ""), width)

    def _change_pair(self, answer: AnsweredInput) -> tuple[str, str]:
        key = tuple(change.revisions for change in answer.changes)
        if key not in self._pairs:
            if len(self._pairs) > _KEPT:
                self._pairs.clear()
            self._pairs[key] = wording.changes_pair(self._words, answer)
        return self._pairs[key]
