"""How a point is drawn: number, wrapped text, chips, and who and what below it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.common.letters import px
from ui.common.marked_text import Marks
from ui.common.theme import current_theme
from ui.meeting.chip_strip import ChipStrip
from ui.meeting.point_letters import LINE, PointLetters, Text, letters_to, span_in_view
from ui.meeting.point_note import PointNote
from ui.meeting.point_rows import PointRow

if TYPE_CHECKING:
    from ui.meeting.point_list import PointList

SIDE = 13
TOP = 9
TEXT_LEFT = 46
INDENT = 26
_NUMBER = 34
_NARROW = 220


class PointDelegate(QStyledItemDelegate):
    """Draws points, measuring each text once for a width.

    Args:
        edited: tells the id of the point that the editor covers, and how high the editor is.
    """

    def __init__(self, view: PointList, edited: Callable[[], tuple[str, int]]) -> None:
        super().__init__(view)
        self._view = view
        self._edited = edited
        self._marks = Marks()
        self._letters = PointLetters(view.font)
        self._chips = ChipStrip(view.font)
        self._note = PointNote(self._letters)
        self._width = 0
        self._sizes: dict[str, tuple[PointRow, QSize]] = {}

    def forget(self) -> None:
        """Measure anew: the letters or the width are other ones."""
        self._letters.forget()
        self._chips.forget()
        self._sizes.clear()
        self._width = 0

    def set_marks(self, ids: Collection[str], words: tuple[str, ...]) -> None:
        """Set these words off in these points."""
        self._marks = Marks(ids, words)

    def chip_at(self, rect: QRect, row: PointRow, at: QPoint) -> int:
        """Return which of a row's chips stands below a point, -1 for none."""
        return self._chips.chip_at(_chips_end(rect), row.chips, self._stacks(row), at)

    def letter_at(self, rect: QRect, row: PointRow, at: QPoint) -> int:
        """Return how many letters of a row's text stand before a point, -1 beside the text."""
        place = at - QPoint(rect.left() + text_left(row), rect.top() + TOP)
        layout, height = self._letters.layout(self._text(row))
        inside = 0 <= place.y() < height and place.x() >= 0
        return letters_to(layout, place.x(), place.y()) if inside else -1

    def sizeHint(self, option: QStyleOptionViewItem, index) -> QSize:
        row = self._view.point_rows()[index.row()]
        edited, height = self._edited()
        if row.id == edited:
            return QSize(0, height)
        # Every row is asked for again and again; the model keeps the one that is as it was.
        known = self._sizes.get(row.id)
        if known is None or known[0] is not row:
            alike = known is not None and _is_as_high(known[0], row)
            size = known[1] if known is not None and alike else self._size(row)
            known = self._sizes[row.id] = (row, size)
        return known[1]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index) -> None:
        row = self._view.point_rows()[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, row)
        if row.id != self._edited()[0]:
            self._paint_row(painter, option.rect, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: PointRow) -> None:
        theme, rect = current_theme(), option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected and self._view.hasFocus():
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        elif row.strong or selected:
            painter.fillRect(rect, theme.colour("surface_marked"))
        bottom = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(bottom, theme.colour("line_soft"))
        current = self._view.current_id() == row.id
        if current and self._view.hasFocus():
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent")
            )

    def _paint_row(self, painter: QPainter, rect: QRect, row: PointRow) -> None:
        top, left = rect.top() + TOP, rect.left() + text_left(row)
        self._chips.paint(painter, _chips_end(rect), row.chips, self._stacks(row))
        self._paint_number(painter, left, top, row.number)
        height = self._paint_text(painter, rect, row)
        # Below the last chip a note has the whole width.
        beside = self._chips_height(row) > height
        width = self._text(row)[1] if beside else rect.right() - SIDE - left
        self._note.paint(painter, QRect(left, top + height, width, 20), row, self._marks)

    def _paint_number(self, painter: QPainter, left: int, top: int, number: str) -> None:
        painter.setFont(self._letters.font())
        painter.setPen(current_theme().colour("muted"))
        line = round(painter.fontMetrics().lineSpacing() * LINE)
        place = QRect(left - px(_NUMBER) - 10, top, px(_NUMBER), line)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, right, number)

    def _paint_text(self, painter: QPainter, rect: QRect, row: PointRow) -> int:
        """Draw as much of a point's text as can be seen, and return the height of all of it."""
        theme, top, left = current_theme(), rect.top() + TOP, rect.left() + text_left(row)
        painter.setPen(theme.colour("text"))
        layout, height = self._letters.layout(self._text(row))
        clip = painter.clipBoundingRect() if painter.hasClipping() else rect.toRectF()
        clip = clip.intersected(rect.intersected(self._view.viewport().rect()).toRectF())
        seen = span_in_view(layout, clip.top() - top, clip.bottom() - top)
        marks = self._marks.formats(row.id, row.point.text, theme, seen)
        layout.draw(painter, QPointF(left, top), marks, clip)
        return height

    def _size(self, row: PointRow) -> QSize:
        below = self._note.height() if row.has_note else 0
        text = self._letters.height(self._text(row)) + below
        return QSize(0, 2 * TOP + max(text, self._chips_height(row)))

    def _text(self, row: PointRow) -> Text:
        chips = self._chips.width(row.chips, self._stacks(row))
        width = self._room() - text_left(row) - SIDE - chips
        return row.point.text, max(80, width), row.strong

    def _stacks(self, row: PointRow) -> bool:
        """Tell whether chips stand below each other, since the text would be too narrow."""
        beside = self._room() - text_left(row) - SIDE - self._chips.width(row.chips)
        return len(row.chips) > 1 and beside < px(_NARROW)

    def _chips_height(self, row: PointRow) -> int:
        return self._chips.height(len(row.chips) if self._stacks(row) else 1)

    def _room(self) -> int:
        # Asked for every row of a long meeting; `forget` follows each change of it.
        self._width = self._width or self._view.viewport().width()
        return self._width


def _is_as_high(before: PointRow, row: PointRow) -> bool:
    """Tell whether nothing of a row has changed that its height comes from, as its number."""
    return (
        before.point.text == row.point.text
        and before.depth == row.depth
        and before.chips == row.chips
        and before.strong == row.strong
        and before.has_note == row.has_note
    )


def _chips_end(rect: QRect) -> QPoint:
    return QPoint(rect.right() - SIDE, rect.top() + TOP)


def text_left(row: PointRow) -> int:
    """Return where a point's text begins; deep nesting of received points stops somewhere."""
    return px(TEXT_LEFT) + INDENT * min(row.depth, 6)
