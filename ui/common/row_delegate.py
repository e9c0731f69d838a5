"""How a row of a RowList is drawn."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.common.chip import draw_chip
from ui.common.letters import px
from ui.common.row_shapes import BAR, CHIP_HEIGHT, LEAD_GAP, SIDE, RowShapes, line_height
from ui.common.rows import Row, RowChip
from ui.common.theme import current_theme
from ui.common.tipped import Index, TippedDelegate

if TYPE_CHECKING:
    from ui.common.row_list import RowList

_TOP = 9
_COMPACT_TOP = 6


class RowDelegate(TippedDelegate):
    """Draws rows and measures them once for a width."""

    def __init__(self, view: "RowList", title_lines: int, compact: bool = False) -> None:
        super().__init__(view)
        self._view = view
        self._top = _COMPACT_TOP if compact else _TOP
        self._shapes = RowShapes(view, title_lines, self._top, self.aside)

    def aside(self, row: Row) -> int:
        """Return the room beside a row's title that a subclass draws something else in."""
        return 0

    def forget(self, clear: bool = True) -> None:
        """Measure anew: the letters or the width (all), or only the rows, are other ones."""
        self._shapes.forget(clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._view.rows()[index.row()]
        return QSize(0, self._shapes.of(row).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._view.rows()[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.heading:
            self._paint_heading(painter, option.rect, row)
        else:
            self._paint_ground(painter, option, index)
            self._paint_row(painter, option.rect, row)
        painter.restore()

    def tip(self, rect: QRect, at: QPoint, index: Index) -> str:
        row = self._view.rows()[index.row()]
        cut = "\n".join(text for text in (row.title, row.note) if text)
        return row.tip or (cut if self._shapes.is_cut(row) else "")

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        current = index.row() == self._view.currentIndex().row()
        focused = self._view.hasFocus() and current
        if current and (self._view.chooses or focused):
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.colour("hover"))
        painter.fillRect(
            QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
            theme.colour("line_soft"),
        )
        if focused:
            painter.fillRect(
                QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                theme.colour("accent"),
            )

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Row) -> None:
        painter.setFont(self._shapes.font(12, QFont.Weight.DemiBold))
        painter.setPen(current_theme().colour("muted"))
        room = rect.adjusted(SIDE, 6, -SIDE, 0)
        line = QRect(room.left(), room.top(), room.width(), px(26))
        room.setRight(self._paint_chips(painter, row.chips, line))
        words = painter.fontMetrics().elidedText(
            row.title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(self._shapes.font(12, QFont.Weight.DemiBold))
        painter.setPen(current_theme().colour("muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_row(self, painter: QPainter, rect: QRect, row: Row) -> None:
        theme, shape = current_theme(), self._shapes.of(row)
        room = rect.adjusted(SIDE, self._top, -SIDE, -self._top)
        title = self._shapes.title_font(row)
        line = line_height(title)
        top_line = QRect(room.left(), room.top(), room.width(), line)
        rest = len(row.chips) - shape.beside
        self._paint_chips(painter, row.chips[rest:], top_line)
        if row.lead:
            painter.setFont(self._shapes.font())
            painter.setPen(theme.colour("muted"))
            lead = QRect(room.left(), room.top(), self._shapes.lead_width() - LEAD_GAP, line)
            painter.drawText(lead, Qt.AlignmentFlag.AlignRight, row.lead)
        left = room.left() + self._shapes.lead_width()
        painter.setFont(title)
        painter.setPen(theme.colour("accent_text" if row.link else "text"))
        for number, words in enumerate(shape.lines):
            place = QRect(left, room.top() + number * line, room.right() - left + 1, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        below = room.top() + len(shape.lines) * line
        room.setLeft(left)
        if rest:
            line = QRect(left, below + 3, room.width(), px(CHIP_HEIGHT))
            end = self._paint_chips(painter, row.chips[:rest], line)
            if shape.beside:
                room.setRight(end - 1)
            else:
                below += px(CHIP_HEIGHT) + 5
        self._paint_note(painter, QRect(left, below + 2, room.width(), room.bottom() - below), row)

    def _paint_note(self, painter: QPainter, room: QRect, row: Row) -> None:
        theme = current_theme()
        if row.note:
            painter.setFont(self._shapes.font(12))
            painter.setPen(theme.colour(row.alarm or "muted"))
            metrics = painter.fontMetrics()
            place = QRect(room.left(), room.top(), room.width(), metrics.lineSpacing())
            for line in row.note.split("\n"):
                words = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
                place.translate(0, metrics.lineSpacing())
                painter.setPen(theme.colour("muted"))
        if row.bar is not None:
            self._paint_bar(
                painter, QRectF(room.left(), room.bottom() - BAR, room.width(), BAR), row.bar
            )

    def _paint_bar(self, painter: QPainter, room: QRectF, share: float) -> None:
        theme = current_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("neutral_soft"))
        painter.drawRoundedRect(room, BAR / 2, BAR / 2)
        if share > 0:
            painter.setBrush(theme.colour("accent"))
            room.setWidth(max(BAR, room.width() * min(share, 1)))
            painter.drawRoundedRect(room, BAR / 2, BAR / 2)

    def _paint_chips(self, painter: QPainter, chips: tuple[RowChip, ...], line: QRect) -> int:
        """Paint the chips at a line's right end; return where they begin."""
        right = line.right() + 1
        painter.setFont(self._shapes.font(12, QFont.Weight.DemiBold))
        for (text, kind), width in reversed(
            list(zip(chips, self._shapes.chip_widths(chips), strict=True))
        ):
            # Where a column is narrow, the last chip to find room is cut, not the list's edge.
            width = max(0, min(width, right - line.left()))
            frame = QRect(right - width, 0, width, px(CHIP_HEIGHT))
            frame.moveTop(line.top() + (line.height() - frame.height()) // 2)
            draw_chip(painter, frame, text, kind)
            right -= width + 5
        return right
