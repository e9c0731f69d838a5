"""The rows and columns of the table of follow-ups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.followups import wording

if TYPE_CHECKING:
    from db.following import FollowUpLine

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()

COLUMNS = ("mark", "text", "owner", "due", "state", "origin")
MARK, TEXT, OWNER, DUE, STATE, ORIGIN = range(len(COLUMNS))


class FollowUpModel(QAbstractTableModel):
    """Follow-ups as rows. Writing in it tells nobody; the table does that.

    Attributes:
        lines: what it shows, in order.
        today: the ISO date that overdue is measured against.
        with_plans: whether each line says which plan it belongs to.
    """

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.lines: list[FollowUpLine] = []
        self.today = ""
        self.with_plans = False

    def show(self, lines: Sequence[FollowUpLine]) -> bool:
        """Take other rows; whether they are other ones, and not the same ones changed."""
        if [line.id for line in lines] != [line.id for line in self.lines]:
            self.beginResetModel()
            self.lines = list(lines)
            self.endResetModel()
            return True
        for row, line in enumerate(lines):
            self._put(row, line)
        return False

    def update_lines(self, lines: Sequence[FollowUpLine]) -> None:
        """Bring rows up to date where they stand."""
        known = {line.id: line for line in lines}
        for row, line in enumerate(self.lines):
            if line.id in known:
                self._put(row, known[line.id])

    def put(self, follow_up_id: str, field: str, value: str) -> None:
        """Show a value that is being typed."""
        row = self.row_of(follow_up_id)
        if row is not None:
            values: dict[str, str] = {field: value}
            self._put(row, replace(self.lines[row], **values))

    def row_of(self, follow_up_id: str) -> int | None:
        """Return where a follow-up stands, None when it is not shown."""
        rows = (row for row, line in enumerate(self.lines) if line.id == follow_up_id)
        return next(rows, None)

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if orientation == Qt.Orientation.Vertical or role not in (_DISPLAY, _SPOKEN):
            return None
        if section == MARK and role == _DISPLAY:
            return ""
        return self._words(f"follow_ups.table.{COLUMNS[section]}")

    def data(self, index: _Index, role: int = _DISPLAY) -> str | None:
        if role not in (_DISPLAY, _SPOKEN) or not index.isValid():
            return None
        text = self._text(self.lines[index.row()], index.column())
        if role == _DISPLAY:
            return text
        column = self._words(f"follow_ups.table.{COLUMNS[index.column()]}")
        return self._words("follow_ups.table.spoken", column=column, text=text)

    def _text(self, line: FollowUpLine, column: int) -> str:
        words = self._words
        if column == TEXT:
            return wording.one_line(line.text) or words("follow_ups.no_text")
        if column == OWNER:
            return line.owner or words("follow_ups.owner.none")
        if column == DUE:
            note = wording.due_note(words, line, self.today)
            return _joined(wording.due_date(words, line), note)
        if column == ORIGIN:
            place = wording.place_words(words, line, self.with_plans)
            return _joined(wording.meeting_words(words, line), place)
        state = words(f"follow_ups.states.{line.state(self.today)}")
        return _joined(state, wording.closed_note(words, line) if column == STATE else "")

    def _put(self, row: int, line: FollowUpLine) -> None:
        if self.lines[row] != line:
            self.lines[row] = line
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
