"""The rows and columns of the register of answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.responses import wording

if TYPE_CHECKING:
    from db.canvas_changes import AnsweredInput

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_MOST = 400

COLUMNS = ("text", "raised_by", "origin", "response", "reason", "change")
TEXT, RAISED_BY, ORIGIN, RESPONSE, REASON, CHANGE = range(len(COLUMNS))


class ResponseModel(QAbstractTableModel):
    """Inputs as rows. Writing in it tells nobody; the table does that.

    Attributes:
        answers: what it shows, in order.
    """

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.answers: list[AnsweredInput] = []

    def show(self, answers: Sequence[AnsweredInput]) -> bool:
        """Take other rows; whether they are other ones, and not the same ones changed."""
        if [one.id for one in answers] != [one.id for one in self.answers]:
            self.beginResetModel()
            self.answers = list(answers)
            self.endResetModel()
            return True
        self.update_answers(answers)
        return False

    def update_answers(self, answers: Iterable[AnsweredInput]) -> None:
        """Bring rows up to date where they stand."""
        known = {one.id: one for one in answers}
        for row, one in enumerate(self.answers):
            if known.get(one.id, one) != one:
                self._put(row, known[one.id])

    def put_reason(self, point_id: str, text: str) -> None:
        """Show a reason that is being typed."""
        row = self.row_of(point_id)
        if row is not None:
            answer = self.answers[row]
            self._put(row, replace(answer, line=replace(answer.line, reason=text)))

    def row_of(self, point_id: str) -> int | None:
        """Return where an input stands, None when it is not shown."""
        rows = (row for row, one in enumerate(self.answers) if one.id == point_id)
        return next(rows, None)

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.answers)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if orientation == Qt.Orientation.Vertical or role not in (_DISPLAY, _SPOKEN):
            return None
        return self._words(f"papers.register.{_HEADS[section]}")

    def data(self, index: _Index, role: int = _DISPLAY) -> str | None:
        if role not in (_DISPLAY, _SPOKEN) or not index.isValid():
            return None
        text = self._text(self.answers[index.row()], index.column())
        if role == _DISPLAY:
            return text
        column = self._words(f"papers.register.{_HEADS[index.column()]}")
        return self._words("follow_ups.table.spoken", column=column, text=text)

    def _text(self, answer: AnsweredInput, column: int) -> str:
        words, line = self._words, answer.line
        if column == TEXT:
            return _one_line(line.text)
        if column == RAISED_BY:
            return _joined(line.raised_by, wording.sector_words(words, answer.sector))
        if column == ORIGIN:
            return _joined(wording.meeting_words(words, line), wording.about_words(words, line))
        if column == RESPONSE:
            missing = wording.missing_words(words, line)
            return _joined(wording.response_words(words, line), missing)
        if column == REASON:
            return _one_line(line.reason)
        return _joined(*wording.changes_pair(words, answer))

    def _put(self, row: int, answer: AnsweredInput) -> None:
        if self.answers[row] != answer:
            self.answers[row] = answer
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))


_HEADS = ("input", "raised_by", "meeting", "response", "reason", "change")


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _one_line(text: str) -> str:
    return " ".join(text[: 2 * _MOST].split())[:_MOST]
