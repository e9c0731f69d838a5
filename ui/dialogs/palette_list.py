"""The list in the palette: commands and records, with the letters that were searched for."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.common.icons import icon_pixmap
from ui.common.letters import px, sized
from ui.common.marked_text import Span, draw_marked
from ui.common.row_list import Row, RowList
from ui.common.theme import current_theme

_HEADING, _LINE, _TWO_LINES = 30, 36, 52
_SIDE, _ICON, _GAP = 14, 18, 12
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class PaletteRow(Row):
    """A command, a record or a heading.

    Attributes:
        matches: the letters of the title that were searched for.
        note_matches: those of the note.
        icon: a drawing's name.
        keys: the shortcut that does the same.
    """

    matches: tuple[Span, ...] = ()
    note_matches: tuple[Span, ...] = ()
    icon: str = ""
    keys: str = ""

    def read_aloud(self) -> str:
        return ", ".join(part for part in (super().read_aloud(), self.keys) if part)


class PaletteList(RowList):
    """Shows PaletteRows; its current row is marked while the focus is in the field above."""

    def __init__(self, label: str) -> None:
        super().__init__(label, chooses=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(_Delegate(self))

    def go(self, step: int) -> None:
        """Go on by so many rows, round from the last to the first."""
        places = [place for place, row in enumerate(self.rows()) if not row.heading]
        if not places:
            return
        here = self.currentIndex().row()
        now = (places.index(here) if here in places else -1) + step
        # Single steps go round; a page stops at the end.
        now = now % len(places) if abs(step) == 1 else max(0, min(len(places) - 1, now))
        self.setCurrentIndex(self.model().index(places[now], 0))
        if now == 0:
            # Its heading belongs to it.
            self.scrollToTop()

    def page(self) -> int:
        """Return how many rows can be seen at once."""
        return max(2, self.viewport().height() // px(_TWO_LINES))

    def rows_height(self) -> int:
        """Return how high it would be with all its rows in view."""
        return sum(_height(row) for row in self.rows())


class _Delegate(QStyledItemDelegate):
    """Draws PaletteRows."""

    def __init__(self, view: PaletteList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, _height(self._view.rows()[index.row()]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._view.rows()[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if row.heading:
            font = sized(self._view.font(), 12, QFont.Weight.DemiBold)
            ink = current_theme().colour("muted")
            draw_marked(painter, room.adjusted(0, 6, 0, 0), row.title, (), font, (ink, ink))
        elif isinstance(row, PaletteRow):
            self._paint_ground(painter, option, index)
            self._paint_row(painter, room, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = current_theme()
        current = index.row() == self._view.currentIndex().row()
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if current else "hover"))
            painter.drawRoundedRect(option.rect.adjusted(5, 1, -5, -1), 6, 6)
        if current:
            bar = QRect(option.rect.left() + 5, option.rect.top() + 7, 3, option.rect.height() - 14)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _paint_row(self, painter: QPainter, room: QRect, row: PaletteRow) -> None:
        theme, font = current_theme(), self._view.font()
        text, muted, mark = (theme.colour(name) for name in ("text", "muted", "accent_text"))
        if row.icon:
            middle = room.top() + (px(_LINE if not row.note else 30) - _ICON) // 2
            icon = icon_pixmap(row.icon, "muted", _ICON)
            painter.drawPixmap(room.left() + 2, middle + (2 if row.note else 0), icon)
        room = room.adjusted(_ICON + _GAP, 0, 0, 0)
        if row.keys:
            room.setRight(self._paint_keys(painter, room, row.keys) - _GAP)
        if not row.note:
            draw_marked(painter, room, row.title, row.matches, font, (text, mark))
            return
        title = QRect(room.left(), room.top() + px(6), room.width(), px(21))
        draw_marked(painter, title, row.title, row.matches, font, (text, mark))
        note = QRect(room.left(), room.top() + px(27), room.width(), px(18))
        draw_marked(painter, note, row.note, row.note_matches, sized(font, 12), (muted, mark))

    def _paint_keys(self, painter: QPainter, room: QRect, keys: str) -> int:
        """Paint a key at the right end; return where it begins."""
        font = sized(self._view.font(), 11, QFont.Weight.Medium)
        width = QFontMetrics(font).horizontalAdvance(keys) + 12
        frame = QRect(room.right() - width, room.center().y() - px(9), width, px(18))
        painter.setPen(QPen(current_theme().colour("line_field")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(current_theme().colour("muted"))
        painter.setFont(font)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, keys)
        return frame.left()


def _height(row: Row) -> int:
    if row.heading:
        return px(_HEADING)
    return px(_TWO_LINES if row.note else _LINE)
