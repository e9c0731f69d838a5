"""How a point is drawn: number, wrapped text, chips, and who and what below it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.common.icons import icon_pixmap
from ui.common.letters import px
from ui.common.marked_text import Marks
from ui.common.theme import current_theme
from ui.meeting.chip_strip import ChipStrip
from ui.meeting.point_rows import PointRow

if TYPE_CHECKING:
    from ui.meeting.point_list import PointList

SIDE = 13
TOP = 9
TEXT_LEFT = 46
INDENT = 26
LINE = 1.2
_LOCK = 12
_NARROW = 220
_KEPT = 80


class PointDelegate(QStyledItemDelegate):
    """Draws points, measuring each text once for a width.

    Args:
        edited_height: tells how high the editor is and the id of the point that it covers.
    """

    def __init__(self, view: PointList, edited: Callable[[], tuple[str, int]]) -> None:
        super().__init__(view)
        self._view = view
        self._edited = edited
        self._marks = Marks()
        self._heights: dict[tuple[str, int, bool], int] = {}
        self._layouts: dict[tuple[str, int, bool], QTextLayout] = {}
        self._chips = ChipStrip(view.font)
        self._width = 0
        self._sizes: dict[str, tuple[PointRow, QSize]] = {}
        self._fonts: dict[tuple[int, QFont.Weight], tuple[QFont, QFontMetrics]] = {}

    def forget(self) -> None:
        """Measure anew: the letters or the width are other ones."""
        for kept in (self._heights, self._layouts, self._fonts, self._sizes):
            kept.clear()
        self._chips.forget()
        self._width = 0

    def set_marks(self, ids: Collection[str], words: tuple[str, ...]) -> None:
        """Set these words off in these points."""
        self._marks = Marks(ids, words)

    def sizeHint(self, option: QStyleOptionViewItem, index) -> QSize:
        row = self._view.point_rows()[index.row()]
        edited, height = self._edited()
        if row.id == edited:
            return QSize(0, height)
        # Every row is asked for again and again; the model keeps the one that is as it was.
        known = self._sizes.get(row.id)
        if known is None or known[0] is not row:
            known = self._sizes[row.id] = (row, self._size(row))
        return known[1]

    def _size(self, row: PointRow) -> QSize:
        below = self._note_height() if row.has_note else 0
        text = self._text_height(row) + below
        return QSize(0, 2 * TOP + max(text, self._chips_height(row)))

    def chip_at(self, rect: QRect, row: PointRow, at: QPoint) -> int:
        """Return which of a row's chips stands below a point, -1 for none."""
        return self._chips.chip_at(_chips_end(rect), row.chips, self._stacks(row), at)

    def letter_at(self, rect: QRect, row: PointRow, at: QPoint) -> int:
        """Return how many letters of a row's text stand before a point, -1 beside the text."""
        place = at - QPoint(rect.left() + text_left(row), rect.top() + TOP)
        layout, height = self._layout(row)
        if not (0 <= place.y() < height and place.x() >= 0):
            return -1
        lines = (layout.lineAt(i) for i in range(layout.lineCount()))
        below = [line for line in lines if line.position().y() <= place.y()]
        return letters_before(row.point.text, below[-1].xToCursor(place.x())) if below else -1

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
        theme = current_theme()
        top, left = rect.top() + TOP, rect.left() + text_left(row)
        self._chips.paint(painter, _chips_end(rect), row.chips, self._stacks(row))
        painter.setFont(self._font())
        painter.setPen(theme.colour("muted"))
        line = round(painter.fontMetrics().lineSpacing() * LINE)
        number = QRect(left - px(34) - 10, top, px(34), line)
        painter.drawText(
            number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.number
        )
        painter.setPen(theme.colour("text"))
        layout, height = self._layout(row)
        clip = painter.clipBoundingRect() if painter.hasClipping() else rect.toRectF()
        clip = clip.intersected(rect.intersected(self._view.viewport().rect()).toRectF())
        view = span_in_view(layout, clip.top() - top, clip.bottom() - top)
        marks = self._marks.formats(row.id, row.point.text, theme, view)
        layout.draw(painter, QPointF(left, top), marks, clip)
        # Below the last chip a note has the whole width.
        beside = self._chips_height(row) > height
        width = self._key(row)[1] if beside else rect.right() - SIDE - left
        self._paint_note(painter, QRect(left, top + height, width, 20), row)

    def _paint_note(self, painter: QPainter, room: QRect, row: PointRow) -> None:
        """Draw `who → part of the canvas · owner, due`, the part in stronger letters."""
        theme = current_theme()
        painter.setPen(theme.colour("muted"))
        if row.private:
            room = self._paint_lock(painter, room, row)
        arrow = "→ " if row.about else ""
        after = f"  ·  {row.more}" if row.more and (row.note or row.about) else row.more
        small, strong = self._metrics(12), self._metrics(12, QFont.Weight.DemiBold)
        rest = strong.horizontalAdvance(row.about) + small.horizontalAdvance(f"{arrow}{after}  ")
        # A long name gives way to the part of the canvas, but never quite.
        name_room = max(room.width() // 3, room.width() - rest)
        name = small.elidedText(row.note[: room.width()], Qt.TextElideMode.ElideRight, name_room)
        left = room.left()
        for text, weight in (
            (f"{name} {arrow}" if name else arrow, QFont.Weight.Normal),
            (row.about, QFont.Weight.DemiBold),
            (after, QFont.Weight.Normal),
        ):
            painter.setFont(self._font(12, weight))
            metrics = self._metrics(12, weight)
            width = max(0, room.right() - left)
            shown = metrics.elidedText(text[: room.width()], Qt.TextElideMode.ElideRight, width)
            place = QRect(left, room.top() + 2, width, metrics.lineSpacing() + 2)
            self._marks.paint_ground(painter, place, row.id, shown, metrics, theme)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            left += metrics.horizontalAdvance(shown)

    def _paint_lock(self, painter: QPainter, room: QRect, row: PointRow) -> QRect:
        """Draw a lock and its word, and return the room that is left behind them."""
        theme, side = current_theme(), px(_LOCK)
        metrics = self._metrics(12, QFont.Weight.DemiBold)
        height = metrics.lineSpacing() + 2
        lock = icon_pixmap("lock", theme.colour("text").name(), side)
        painter.drawPixmap(room.left(), room.top() + 2 + (height - side) // 2, lock)
        dot = "  ·  " if row.note or row.about or row.more else ""
        left = room.left() + side + 5
        painter.setFont(self._font(12, QFont.Weight.DemiBold))
        place = QRect(left, room.top() + 2, room.right() - left, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, row.private + dot)
        return room.adjusted(side + 5 + metrics.horizontalAdvance(row.private + dot), 0, 0, 0)

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

    def _key(self, row: PointRow) -> tuple[str, int, bool]:
        chips = self._chips.width(row.chips, self._stacks(row))
        width = self._room() - text_left(row) - SIDE - chips
        return row.point.text, max(80, width), row.strong

    def _text_height(self, row: PointRow) -> int:
        key = self._key(row)
        if key not in self._heights:
            self._heights[key] = self._lay_out(*key)[1]
        return self._heights[key]

    def _layout(self, row: PointRow) -> tuple[QTextLayout, int]:
        key = self._key(row)
        if key not in self._layouts:
            if len(self._layouts) > _KEPT:
                self._layouts.clear()
            self._layouts[key], self._heights[key] = self._lay_out(*key)
        return self._layouts[key], self._heights[key]

    def _lay_out(self, text: str, width: int, strong: bool) -> tuple[QTextLayout, int]:
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        font = self._font(0, weight)
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        step, top = self._metrics(0, weight).lineSpacing() * LINE, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += step
        layout.endLayout()
        return layout, round(max(top, step))

    def _note_height(self) -> int:
        return self._metrics(12).lineSpacing() + 4

    def _font(self, size: int = 0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return self._letters(size, weight)[0]

    def _metrics(self, size: int = 0, weight: QFont.Weight = QFont.Weight.Normal) -> QFontMetrics:
        return self._letters(size, weight)[1]

    def _letters(self, size: int, weight: QFont.Weight) -> tuple[QFont, QFontMetrics]:
        key = (size, weight)
        if key not in self._fonts:
            font = QFont(self._view.font())
            font.setWeight(weight)
            if size:
                font.setPixelSize(px(size))
            self._fonts[key] = (font, QFontMetrics(font))
        return self._fonts[key]


def span_in_view(layout: QTextLayout, top: float, bottom: float) -> tuple[int, int]:
    """Return from where to where a text can be seen, with a line to spare at each end."""
    last = layout.lineCount() - 1
    if last < 0:
        return 0, 0
    # All lines are equally high.
    step = layout.lineAt(last).position().y() / last if last else max(1.0, bottom)
    begin, end = (max(0, min(last, int(place // step) + 1)) for place in (top - 2 * step, bottom))
    line = layout.lineAt(end)
    return layout.lineAt(begin).textStart(), line.textStart() + line.textLength()


def _chips_end(rect: QRect) -> QPoint:
    return QPoint(rect.right() - SIDE, rect.top() + TOP)


def text_left(row: PointRow) -> int:
    """Return where a point's text begins; deep nesting of received points stops somewhere."""
    return px(TEXT_LEFT) + INDENT * min(row.depth, 6)


def letters_before(text: str, halves: int) -> int:
    """Return how many letters stand before a place that Qt counts in halves of UTF-16."""
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * halves]
    return len(before.decode("utf-16-le", "ignore"))
