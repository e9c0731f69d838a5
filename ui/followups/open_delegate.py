"""How a follow-up of an earlier meeting is drawn, and what lies where in its row."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
)

from resources.words import Words
from ui.common.chip import draw_chip
from ui.common.icons import icon_pixmap
from ui.common.letters import px, sized
from ui.common.theme import current_theme
from ui.common.tipped import Index, TippedDelegate
from ui.common.wrapping import break_lines
from ui.followups import wording

if TYPE_CHECKING:
    from db.following import EarlierFollowUp
    from ui.followups.open_list import EarlierList

DONE, CARRY, TEXT = "done", "carry", "text"
_LEFT = 40
_SIDE = 11
_TOP = 9
_LINE = 20
_NOTE = 17
_MARK = 18
_BUTTON = 28
_TIP = 1200


class EarlierDelegate(TippedDelegate):
    """A mark to tick off, two lines of text, until when and from where, and a way to go on."""

    def __init__(self, words: Words, view: EarlierList) -> None:
        super().__init__(view)
        self._words = words
        self._view = view
        self._broken = lru_cache(maxsize=1000)(break_lines)

    def part_at(self, rect: QRect, at: QPoint, item: EarlierFollowUp) -> str:
        """Return what of a row lies at a point: DONE, CARRY or TEXT."""
        if at.x() < rect.left() + _LEFT:
            return DONE
        if not item.carried_by and self._carry_room(rect).adjusted(-4, -4, 4, 4).contains(at):
            return CARRY
        return TEXT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item = self._view.item(index.row())
        lines = len(self._title(item)[0])
        return QSize(0, 2 * _TOP + lines * px(_LINE) + 2 * px(_NOTE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item, rect = self._view.item(index.row()), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        self._paint_mark(painter, rect, item)
        self._paint_words(painter, rect, item)
        if item.carried_by:
            self._paint_carried(painter, rect)
        else:
            hot = self._view.pointed == (index.row(), CARRY)
            ink = "accent_text" if hot or index.row() == self._view.current_row() else "muted"
            room = self._carry_room(rect)
            if hot:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(current_theme().colour("pressed"))
                painter.drawRoundedRect(room, 6, 6)
            place = room.center() - QPoint(_MARK // 2 - 1, _MARK // 2 - 1)
            painter.drawPixmap(place, icon_pixmap("corner-down-right", ink, _MARK))
        painter.restore()

    def tip(self, rect: QRect, at: QPoint, index: Index) -> str:
        item = self._view.item(index.row())
        part = self.part_at(rect, at, item)
        if part != TEXT:
            return self._words(f"follow_ups.earlier.{part}")
        return f"{item.line.text[:_TIP]}\n{wording.origin_tip(self._words, item.line)}".strip()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = current_theme(), option.rect
        focused = self._view.hasFocus() and index.row() == self._view.current_row()
        if focused:
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line_soft")
        )
        if focused:
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent")
            )

    def _paint_mark(self, painter: QPainter, rect: QRect, item: EarlierFollowUp) -> None:
        room = QRect(rect.left() + 12, rect.top() + _TOP + 1, _MARK, _MARK)
        row = self._view.row_of(item.line.id)
        if self._view.pointed == (row, DONE):
            painter.drawPixmap(room.topLeft(), icon_pixmap("circle-check", "success", _MARK))
            return
        late = item.line.is_overdue(self._view.today)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(current_theme().colour("danger" if late else "muted"), 1.5))
        painter.drawEllipse(room.toRectF().adjusted(1.5, 1.5, -1.5, -1.5))

    def _paint_words(self, painter: QPainter, rect: QRect, item: EarlierFollowUp) -> None:
        theme, line = current_theme(), item.line
        left, top = rect.left() + _LEFT, rect.top() + _TOP
        painter.setFont(self._font())
        painter.setPen(theme.colour("text"))
        for words in self._title(item)[0]:
            painter.drawText(
                QRect(left, top, self._width(), px(_LINE)),
                int(Qt.AlignmentFlag.AlignVCenter),
                words,
            )
            top += px(_LINE)
        font = self._font(12)
        painter.setFont(font)
        late = line.is_overdue(self._view.today)
        room = rect.right() - _SIDE - left - (self._chip_width() + 6 if item.carried_by else 0)
        for text, ink, width in (
            (self._view.due_note(line), "danger" if late else "muted", room + 1),
            (self._view.origin_note(line), "muted", rect.right() - _SIDE - left),
        ):
            painter.setPen(theme.colour(ink))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
            place = QRect(left, top, width, px(_NOTE))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
            top += px(_NOTE)

    def _paint_carried(self, painter: QPainter, rect: QRect) -> None:
        width = self._chip_width()
        lines = rect.height() - 2 * _TOP - 2 * px(_NOTE)
        frame = QRect(rect.right() - _SIDE - width, rect.top() + _TOP + lines - 1, width, px(18))
        painter.setFont(self._font(11, QFont.Weight.DemiBold))
        draw_chip(painter, frame, self._words("follow_ups.earlier.carried"), "success")

    def _carry_room(self, rect: QRect) -> QRect:
        return QRect(rect.right() - _SIDE - _BUTTON + 4, rect.top() + _TOP - 4, _BUTTON, _BUTTON)

    def _chip_width(self) -> int:
        font = self._font(11, QFont.Weight.DemiBold)
        text = self._words("follow_ups.earlier.carried")
        return QFontMetrics(font).horizontalAdvance(text) + 16

    def _title(self, item: EarlierFollowUp) -> tuple[tuple[str, ...], bool]:
        text = item.line.text.strip() or self._words("follow_ups.no_text")
        return self._broken(text[:_TIP], self._font(), self._width(), 2)

    def _width(self) -> int:
        return max(60, self._view.viewport().width() - _LEFT - _BUTTON - _SIDE)

    def _font(self, size: int = 0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return sized(self._view.font(), size, weight)
