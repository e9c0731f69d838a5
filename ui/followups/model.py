"""The rows and columns of the table of follow-ups."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.followups import wording
from ui.lines.model import LineModel, join_parts
from ui.lines.wording import meeting_words, one_line, place_words

if TYPE_CHECKING:
    from db.following import FollowUpLine

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)

COLUMNS = ("mark", "text", "owner", "due", "state", "origin")
MARK, TEXT, OWNER, DUE, STATE, ORIGIN = range(len(COLUMNS))


class FollowUpModel(LineModel):
    """Follow-ups as rows.

    Attributes:
        today: the ISO date that overdue is measured against.
        with_plans: whether each line says which plan it belongs to.
    """

    columns = COLUMNS
    lines: list[FollowUpLine]

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.today = ""
        self.with_plans = False

    def head(self, column: int) -> str:
        return self.words(f"follow_ups.table.{COLUMNS[column]}")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        # Too narrow for words; they are spoken all the same.
        if section == MARK and orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return ""
        return super().headerData(section, orientation, role)

    def with_value(self, line: FollowUpLine, field: str, value: str) -> FollowUpLine:
        values: dict[str, str] = {field: value}
        return replace(line, **values)

    def text(self, line: FollowUpLine, column: int) -> str:
        words = self.words
        if column == TEXT:
            return one_line(line.text) or words("follow_ups.no_text")
        if column == OWNER:
            return line.owner or words("follow_ups.owner.none")
        if column == DUE:
            note = wording.due_note(words, line, self.today)
            return join_parts(wording.due_date(words, line), note)
        if column == ORIGIN:
            place = place_words(words, line, line.plan_name if self.with_plans else "")
            return join_parts(meeting_words(words, line), place)
        state = words(f"follow_ups.states.{line.state(self.today)}")
        return join_parts(state, wording.closed_note(words, line) if column == STATE else "")
