"""How a row of a RowList is drawn."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from ui.common.chip import draw_chip
from ui.common.labels import plain_tool_tip
from ui.common.letters import px, sized
from ui.common.rows import Row, RowChip
from ui.common.theme import current_theme
from ui.common.wrapping import break_lines

if TYPE_CHECKING:
    from ui.common.row_list import RowList

_SIDE = 13
_TOP = 9
_COMPACT_TOP = 6
_GAP = 8
_BAR = 5
_CHIP_HEIGHT = 19
_CHIP_SIDE = 9
_LEAD_GAP = 10
_LEAST_TITLE = 96
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class _Shape:
    """Where a row's parts stand: the title's lines, the row's height, the chips beside the title.

    The other chips stand beside the note; where the title has none, they have their own line.
    """

    lines: tuple[str, ...]
    cut: bool
    height: int
    beside: int = 0


class RowDelegate(QStyledItemDelegate):
    """Draws rows and measures them once for a width."""

    def __init__(self, view: "RowList", title_lines: int, compact: bool = False) -> None:
        super().__init__(view)
        self._view = view
        self._top = _COMPACT_TOP if compact else _TOP
        self._title_lines = title_lines
        self._shapes: dict[tuple[Row, int], _Shape] = {}
        self._lead = -1

    def aside(self, row: Row) -> int:
        """Return the room beside a row's title that a subclass draws something else in."""
        return 0

    def forget(self, clear: bool = True) -> None:
        """Measure anew: the letters or the width (all), or only the rows, are other ones."""
        self._lead = -1
        if clear or len(self._shapes) > 4000:
            self._shapes.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = self._view.rows()[index.row()]
        return QSize(0, self._shape(row).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._view.rows()[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.heading:
            self._paint_heading(painter, option.rect, row)
        else:
            self._paint_ground(painter, option, index)
            self._paint_row(painter, option.rect, row)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        row = self._view.rows()[index.row()]
        cut = "\n".join(text for text in (row.title, row.note) if text)
        tip = row.tip or (cut if self._is_cut(row) else "")
        QToolTip.showText(event.globalPos(), plain_tool_tip(tip))
        return True

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
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
        painter.setFont(self._font(12, QFont.Weight.DemiBold))
        painter.setPen(current_theme().colour("muted"))
        room = rect.adjusted(_SIDE, 6, -_SIDE, 0)
        line = QRect(room.left(), room.top(), room.width(), px(26))
        room.setRight(self._paint_chips(painter, row.chips, line))
        words = painter.fontMetrics().elidedText(
            row.title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(self._font(12, QFont.Weight.DemiBold))
        painter.setPen(current_theme().colour("muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_row(self, painter: QPainter, rect: QRect, row: Row) -> None:
        theme, shape = current_theme(), self._shape(row)
        room = rect.adjusted(_SIDE, self._top, -_SIDE, -self._top)
        title = self._title_font(row)
        line = _line_height(title)
        top_line = QRect(room.left(), room.top(), room.width(), line)
        rest = len(row.chips) - shape.beside
        self._paint_chips(painter, row.chips[rest:], top_line)
        if row.lead:
            painter.setFont(self._font())
            painter.setPen(theme.colour("muted"))
            lead = QRect(room.left(), room.top(), self._lead_width() - _LEAD_GAP, line)
            painter.drawText(lead, Qt.AlignmentFlag.AlignRight, row.lead)
        left = room.left() + self._lead_width()
        painter.setFont(title)
        painter.setPen(theme.colour("accent_text" if row.link else "text"))
        for number, words in enumerate(shape.lines):
            place = QRect(left, room.top() + number * line, room.right() - left + 1, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        below = room.top() + len(shape.lines) * line
        room.setLeft(left)
        if rest:
            line = QRect(left, below + 3, room.width(), px(_CHIP_HEIGHT))
            end = self._paint_chips(painter, row.chips[:rest], line)
            if shape.beside:
                room.setRight(end - 1)
            else:
                below += px(_CHIP_HEIGHT) + 5
        self._paint_note(painter, QRect(left, below + 2, room.width(), room.bottom() - below), row)

    def _paint_note(self, painter: QPainter, room: QRect, row: Row) -> None:
        theme = current_theme()
        if row.note:
            painter.setFont(self._font(12))
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
                painter, QRectF(room.left(), room.bottom() - _BAR, room.width(), _BAR), row.bar
            )

    def _paint_bar(self, painter: QPainter, room: QRectF, share: float) -> None:
        theme = current_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("neutral_soft"))
        painter.drawRoundedRect(room, _BAR / 2, _BAR / 2)
        if share > 0:
            painter.setBrush(theme.colour("accent"))
            room.setWidth(max(_BAR, room.width() * min(share, 1)))
            painter.drawRoundedRect(room, _BAR / 2, _BAR / 2)

    def _paint_chips(self, painter: QPainter, chips: tuple[RowChip, ...], line: QRect) -> int:
        """Paint the chips at a line's right end; return where they begin."""
        right = line.right() + 1
        painter.setFont(self._font(12, QFont.Weight.DemiBold))
        for (text, kind), width in reversed(
            list(zip(chips, self._chip_widths(chips), strict=True))
        ):
            # Where a column is narrow, the last chip to find room is cut, not the list's edge.
            width = max(0, min(width, right - line.left()))
            frame = QRect(right - width, 0, width, px(_CHIP_HEIGHT))
            frame.moveTop(line.top() + (line.height() - frame.height()) // 2)
            draw_chip(painter, frame, text, kind)
            right -= width + 5
        return right

    def _chip_widths(self, chips: tuple[RowChip, ...]) -> list[int]:
        metrics = QFontMetrics(self._font(12, QFont.Weight.DemiBold))
        return [metrics.horizontalAdvance(text) + 2 * _CHIP_SIDE for text, _ in chips]

    def _beside(self, chips: tuple[RowChip, ...], whole: int) -> tuple[int, int]:
        """Return how many chips stand beside a title, and the room that they leave it.

        A name is not broken into pieces for the sake of what stands beside it.
        """
        if not chips:
            return 0, whole
        for number in dict.fromkeys((len(chips), 1)):
            widths = self._chip_widths(chips[-number:])
            room = whole - sum(widths) - 5 * (number - 1) - _GAP
            if room >= px(_LEAST_TITLE):
                return number, room
        return 0, whole

    def _shape(self, row: Row) -> _Shape:
        width = self._view.viewport().width()
        key = (row, width)
        if key not in self._shapes:
            self._shapes[key] = self._measure(row, width)
        return self._shapes[key]

    def _measure(self, row: Row, width: int) -> _Shape:
        if row.heading:
            return _Shape((row.title,), False, px(34))
        font = self._title_font(row)
        whole = width - 2 * _SIDE - self._lead_width() - self.aside(row)
        beside, room = self._beside(row.chips, whole)
        lines, cut = break_lines(row.title, font, max(60, room), self._title_lines)
        height = 2 * self._top + len(lines) * _line_height(font)
        lines_below = row.note.count("\n") + 1 if row.note else 0
        note = QFontMetrics(self._font(12)).lineSpacing() * lines_below + 3 if row.note else 0
        below = px(_CHIP_HEIGHT) + 5 if beside < len(row.chips) else 0
        height += max(note, below) if beside else note + below
        if row.bar is not None:
            height += _BAR + 4
        return _Shape(lines, cut, height, beside)

    def _is_cut(self, row: Row) -> bool:
        room = self._view.viewport().width() - 2 * _SIDE - self._lead_width()
        metrics = QFontMetrics(self._font(12))
        note = max(metrics.horizontalAdvance(line) for line in row.note.split("\n"))
        shape = self._shape(row)
        if shape.beside:
            rest = self._chip_widths(row.chips[: len(row.chips) - shape.beside])
            room -= sum(width + 5 for width in rest)
        return shape.cut or note > room

    def _lead_width(self) -> int:
        if self._lead < 0:
            metrics = QFontMetrics(self._font())
            leads = {row.lead for row in self._view.rows() if row.lead}
            widest = max((metrics.horizontalAdvance(lead) for lead in leads), default=0)
            self._lead = widest + _LEAD_GAP if widest else 0
        return self._lead

    def _title_font(self, row: Row) -> QFont:
        return self._font(0, QFont.Weight.DemiBold if row.strong else QFont.Weight.Normal)

    def _font(self, size: int = 0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return sized(self._view.font(), size, weight)


def _line_height(font: QFont) -> int:
    return round(QFontMetrics(font).lineSpacing() * 1.15)
