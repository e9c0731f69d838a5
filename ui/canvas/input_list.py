"""Inputs as rows: where they come from, how they were answered, and a button that answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from resources.part_names import part_name
from resources.words import Words
from ui.common.letters import px, sized
from ui.common.row_delegate import RowDelegate
from ui.common.rows import Row
from ui.common.theme import current_theme
from ui.common.tipped import Index
from ui.common.whole_list import WholeList
from ui.lines.wording import DOT, meeting_words, one_line
from ui.responses.wording import missing_words, response_kind, response_words

if TYPE_CHECKING:
    from db.following import InputLine

_SIDE, _TOP, _GAP, _HEIGHT, _INSIDE = 13, 6, 10, 25, 20
_TIP = 1200


class InputList(WholeList):
    """Enter or a click leads to an input's point; Space, Alt+T or its button answers it.

    Signals:
        answer_requested(str): this input is to be answered.
    """

    answer_requested = Signal(str)

    def __init__(self, words: Words, label: str) -> None:
        self._words = words
        self.pointed = ""
        # The same inputs are shown again and again, hundreds of them in a large plan.
        self._row = lru_cache(maxsize=2000)(partial(input_row, words))
        super().__init__(label)
        self.toggled.connect(self.answer_requested)

    def make_delegate(self, title_lines: int, compact: bool) -> InputDelegate:
        return InputDelegate(self._words, self, title_lines, compact)

    def show_inputs(self, lines: Sequence[InputLine]) -> None:
        """Show these; the current one stays current."""
        self.set_rows([self._row(line) for line in lines])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_T and self.current_key():
            self.answer_requested.emit(self.current_key())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point(self._button_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point("")

    def _open(self, index: QModelIndex) -> None:
        if self.pointed:
            self.answer_requested.emit(self.pointed)
        else:
            super()._open(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A finger comes without having pointed at anything before.
        self._point(self._button_at(event.position().toPoint()))
        super().mousePressEvent(event)

    def _point(self, key: str) -> None:
        if key != self.pointed:
            self.pointed = key
            self.viewport().update()

    def _button_at(self, at: QPoint) -> str:
        index = self.indexAt(at)
        if not index.isValid():
            return ""
        row = self.rows()[index.row()]
        button = self._delegate.button_room(self.visualRect(index), row)
        return row.key if button.adjusted(-4, -4, 4, 4).contains(at) else ""


class InputDelegate(RowDelegate):
    """Draws a row without a chip, one that waits for its answer, with a button."""

    def __init__(self, words: Words, view: InputList, title_lines: int, compact: bool) -> None:
        super().__init__(view, title_lines, compact)
        self._list = view
        self._words = words
        self._label = words("canvas.inputs.answer")

    def aside(self, row: Row) -> int:
        return 0 if row.chips else self._width() + _GAP

    def button_room(self, rect: QRect, row: Row) -> QRect:
        """Return where in a row's room its button stands."""
        if row.chips:
            return QRect()
        room = QRect(0, 0, self._width(), px(_HEIGHT))
        room.moveTopRight(QPoint(rect.right() - _SIDE, rect.top() + _TOP))
        return room

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row = self._list.rows()[index.row()]
        if not row.chips:
            self._paint_button(painter, self.button_room(option.rect, row), row.key)

    def tip(self, rect: QRect, at: QPoint, index: Index) -> str:
        row = self._list.rows()[index.row()]
        if self.button_room(rect, row).contains(at):
            return self._words("canvas.inputs.answer_tip")
        return super().tip(rect, at, index)

    def _paint_button(self, painter: QPainter, room: QRect, key: str) -> None:
        theme, hot = current_theme(), self._list.pointed == key
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("accent" if hot else "line_field"))
        painter.setBrush(theme.colour("hover" if hot else "surface"))
        painter.drawRoundedRect(room.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(self._button_font())
        painter.setPen(theme.colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._label)
        painter.restore()

    def _width(self) -> int:
        return QFontMetrics(self._button_font()).horizontalAdvance(self._label) + px(_INSIDE)

    def _button_font(self) -> QFont:
        return sized(self._list.font(), 12, QFont.Weight.Medium)


def input_row(words: Words, line: InputLine) -> Row:
    """Return an input as a row; one that waits for its answer has no chip."""
    missing = missing_words(words, line)
    who = line.raised_by or words("responses_screen.nobody")
    point = words("follow_ups.origin.point", number=line.point_number)
    part = part_name(words, line.canvas_field, line.form)
    origin = DOT.join(x for x in (point, meeting_words(words, line)) if x)
    note = "\n".join((DOT.join(x for x in (missing, who) if x), origin))
    title = one_line(line.text) or words("canvas.inputs.no_text")
    answer = response_words(words, line)
    said = (title, f"{answer} {missing}".strip(), who, point, meeting_words(words, line), part)
    spoken = words("canvas.inputs.spoken", text=", ".join(x for x in said if x))
    chips = ((answer, response_kind(line)),) if line.is_answered else ()
    reason = words("canvas.inputs.reason", reason=line.reason[:_TIP]) if line.reason else ""
    tip = "\n".join(x for x in (line.text[:_TIP], note, reason) if x)
    alarm = "danger" if missing else ""
    return Row(line.id, title, note, chips=chips, alarm=alarm, tip=tip, spoken=spoken)
