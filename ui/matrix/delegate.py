"""How a cell of the matrix is drawn, and what is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from resources.words import Words
from ui.common.cell_editor import CellEditor
from ui.common.letters import px
from ui.common.theme import current_theme
from ui.common.tipped import Index, TippedDelegate
from ui.matrix.layout import MOST_HEIGHT, SIDE, TOP

if TYPE_CHECKING:
    from ui.matrix.grid import MatrixGrid

_TIP = 1200
_CORNER = 10


class CellDelegate(TippedDelegate):
    """Draws texts, what is still empty, what is selected, and the ring of the current cell."""

    def __init__(self, words: Words, grid: MatrixGrid) -> None:
        super().__init__(grid)
        self._words = words
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        grid, theme = self._grid, current_theme()
        text = grid.table.text(index.row(), index.column())
        current = index == grid.currentIndex()
        differs = grid.question_at(index) is not None
        painter.save()
        painter.fillRect(option.rect, self._ground(option, text, current, differs))
        if not grid.writing.is_in(index):
            if text:
                painter.setPen(theme.colour("text"))
                self._draw(painter, option.rect, text, grid.is_strong(index.column()))
            else:
                painter.setPen(theme.colour("warning"))
                self._draw(painter, option.rect, self._words("matrix.empty"), False)
        if differs:
            _fold_corner(painter, option.rect, theme.colour("warning"))
        if current and grid.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        grid = self._grid
        label = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        most = (min(MOST_HEIGHT, grid.viewport().height()) - 2 * TOP) // grid.layout_of_cells.line
        editor = CellEditor(label, grid.font_of(index.column()), max(3, most), parent)
        grid.writing.open(index, editor)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor) and not editor.is_editing():
            editor.set_value(self._grid.table.text(index.row(), index.column()))

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        """Write nothing: every letter is in the model already."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        # It grows with its text, and fills a cell that has more room.
        if isinstance(editor, CellEditor):
            editor.set_least_height(option.rect.height())
        editor.setFixedWidth(option.rect.width())
        editor.move(option.rect.topLeft())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            # The editor knows what its keys mean.
            return False
        return super().eventFilter(watched, event)

    def tip(self, rect: QRect, at: QPoint, index: Index) -> str:
        text = self._grid.table.text(index.row(), index.column())
        lines = self._lines(rect, text, self._grid.is_strong(index.column()))
        cut = bool(lines) and lines[-1].endswith("…") and not text.endswith("…")
        said = self._words("deciding.card.chip") if self._grid.question_at(index) else ""
        return "\n\n".join(part for part in (said, text[:_TIP] if cut else "") if part)

    def _ground(
        self, option: QStyleOptionViewItem, text: str, current: bool, differs: bool
    ) -> QColor:
        theme = current_theme()
        if option.state & QStyle.StateFlag.State_Selected and not current:
            return theme.colour("accent_soft")
        if differs:
            return theme.colour("warning_soft")
        return theme.colour("surface" if text or current else "gap_soft")

    def _draw(self, painter: QPainter, rect: QRect, text: str, strong: bool) -> None:
        layout = self._grid.layout_of_cells
        painter.setFont(layout.bold if strong else layout.font)
        top = rect.top() + TOP
        for line in self._lines(rect, text, strong):
            room = QRect(rect.left() + SIDE, top, rect.width() - 2 * SIDE, layout.line)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), line)
            top += layout.line

    def _lines(self, rect: QRect, text: str, strong: bool) -> tuple[str, ...]:
        return self._grid.layout_of_cells.lines(text, rect.width() + 1, strong)


def _fold_corner(painter: QPainter, cell: QRect, ink: QColor) -> None:
    """Mark a cell's corner, as spreadsheets do where something is said about it."""
    size, corner = px(_CORNER), cell.topRight() + QPoint(1, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon([corner, corner - QPoint(size, 0), corner + QPoint(0, size)])
    painter.setBrush(Qt.BrushStyle.NoBrush)
