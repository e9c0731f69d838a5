"""The rows and columns of the register of answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.lines.model import LineModel, join_parts
from ui.lines.wording import meeting_words, one_line
from ui.responses import wording

if TYPE_CHECKING:
    from db.canvas_changes import AnsweredInput

COLUMNS = ("text", "raised_by", "origin", "response", "reason", "change")
TEXT, RAISED_BY, ORIGIN, RESPONSE, REASON, CHANGE = range(len(COLUMNS))
_HEADS = ("input", "raised_by", "meeting", "response", "reason", "change")


class ResponseModel(LineModel):
    """Inputs with their answers as rows."""

    columns = COLUMNS
    lines: list[AnsweredInput]

    def head(self, column: int) -> str:
        return self.words(f"papers.register.{_HEADS[column]}")

    def with_value(self, line: AnsweredInput, field: str, value: str) -> AnsweredInput:
        values: dict[str, str] = {field: value}
        return replace(line, line=replace(line.line, **values))

    def text(self, line: AnsweredInput, column: int) -> str:
        words, said = self.words, line.line
        if column == TEXT:
            return one_line(said.text)
        if column == RAISED_BY:
            return join_parts(said.raised_by, wording.sector_words(words, line.sector))
        if column == ORIGIN:
            return join_parts(meeting_words(words, said), wording.about_words(words, said))
        if column == RESPONSE:
            missing = wording.missing_words(words, said)
            return join_parts(wording.response_words(words, said), missing)
        if column == REASON:
            return one_line(said.reason)
        return join_parts(*wording.changes_pair(words, line))
