"""Drawing a table's cells: two lines each, a chip, the ground and the frame of the current one."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
    QTableView,
)

from ui.common.chip import Kind, draw_chip
from ui.common.letters import px, sized
from ui.common.theme import current_theme
from ui.common.tipped import Index, TippedDelegate
from ui.common.wrapping import break_lines

SIDE = 10
_CHIP_HEIGHT = 19
_TIP = 1600
_STEP = 20
_CENTRE = Qt.AlignmentFlag.AlignVCenter


class CellPainter(TippedDelegate):
    """A delegate: `paint_cell` says what stands in a cell, `cell_tip` what more there is.

    The table keeps the row below the pointer in `hovered_row`.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.table = table
        self.broken = lru_cache(maxsize=4000)(break_lines)

    def paint_cell(self, painter: QPainter, room: QRect, index: Index) -> None:
        """Draw what stands in a cell; override."""

    def cell_tip(self, index: Index, width: int) -> str:
        """Return the tool tip of a cell with so many pixels for its text; override."""
        return ""

    def cut_text(self, text: str, width: int) -> str:
        """Return a text that does not fit into its two lines, "" for one that does."""
        return text if self.broken(text, self.table.font(), width, 2)[1] else ""

    def tip(self, rect: QRect, at: QPoint, index: Index) -> str:
        return self.cell_tip(index, rect.width() - 2 * SIDE)[:_TIP]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        self.paint_cell(painter, option.rect.adjusted(SIDE, 0, -SIDE, -1), index)
        if index == self.table.currentIndex() and self.table.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(current_theme().colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def paint_lines(
        self, painter: QPainter, room: QRect, text: str, ink: str, struck: bool = False
    ) -> None:
        """Draw a text in two lines, the second one cut where more would follow."""
        font = QFont(self.table.font())
        font.setStrikeOut(struck)
        lines, _ = self.broken(text, font, room.width(), 2)
        painter.setFont(font)
        painter.setPen(current_theme().colour(ink))
        step = px(_STEP)
        top = room.top() + (room.height() - step * len(lines)) // 2
        for number, words in enumerate(lines):
            place = QRect(room.left(), top + number * step, room.width(), step)
            painter.drawText(place, int(_CENTRE), words)

    def paint_pair(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        note: str,
        ink: str = "text",
        note_ink: str = "muted",
    ) -> None:
        """Draw a text with a small note below it, or alone in the middle."""
        top = QRect(room.left(), room.top() + px(9), room.width(), px(_STEP)) if note else room
        self.paint_words(painter, top, text, self.table.font(), ink)
        below = QRect(room.left(), room.top() + px(29), room.width(), px(18))
        self.paint_words(painter, below, note, sized(self.table.font(), 12), note_ink)

    def paint_chip(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        kind: Kind,
        note: str = "",
        note_ink: str = "muted",
    ) -> None:
        """Draw a chip, with a small note below it."""
        font = sized(self.table.font(), 12, QFont.Weight.DemiBold)
        width = min(room.width(), QFontMetrics(font).horizontalAdvance(text) + 18)
        frame = QRect(room.left(), 0, width, px(_CHIP_HEIGHT))
        frame.moveTop(room.top() + (px(9) if note else (room.height() - frame.height()) // 2))
        painter.setFont(font)
        draw_chip(painter, frame, text, kind)
        below = QRect(room.left(), frame.bottom() + 3, room.width(), px(18))
        self.paint_words(painter, below, note, sized(self.table.font(), 12), note_ink)

    def paint_words(self, painter: QPainter, room: QRect, text: str, font: QFont, ink: str) -> None:
        """Draw words in one line, cut where there is no room."""
        painter.setFont(font)
        painter.setPen(current_theme().colour(ink))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(_CENTRE), shown)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = current_theme(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif index.row() == getattr(self.table, "hovered_row", -1):
            painter.fillRect(rect, theme.colour("hover"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.colour("line_soft"))
