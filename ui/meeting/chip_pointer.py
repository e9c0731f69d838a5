"""The chip of a point as a button: a hand above it, its tool tip, and whether it was pressed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QToolTip

from ui.meeting.point_delegate import PointDelegate
from ui.meeting.point_model import PointModel
from ui.meeting.point_rows import PointRow


class ChipPointer(QObject):
    """Watches the pointer over the chips that say how a point was answered, or that it differs.

    Args:
        tip: tells what a chip that stands for a command does with a row.
    """

    def __init__(
        self,
        view: QListView,
        points: PointModel,
        delegate: PointDelegate,
        tip: Callable[[str, PointRow], str],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._points = points
        self._delegate = delegate
        self._tip = tip
        self._pressed = QPoint(-1, -1)
        view.viewport().installEventFilter(self)

    def pressed(self) -> str:
        """Return the command whose chip the last press of a mouse button was on, "" for none."""
        return self._chip_at(self._pressed)[0]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = event.position().toPoint()
            elif event.type() == QEvent.Type.MouseMove and not event.buttons():
                self._show_hand(event.position().toPoint())
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            name, row = self._chip_at(event.pos())
            QToolTip.showText(event.globalPos(), self._tip(name, row) if row else "")
            return True
        return False

    def _show_hand(self, at: QPoint) -> None:
        hand = bool(self._chip_at(at)[0])
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self._view.viewport().setCursor(shape)

    def _chip_at(self, at: QPoint) -> tuple[str, PointRow | None]:
        """Return the command whose chip stands below the pointer, and the row that it is of."""
        index = self._view.indexAt(at)
        if not index.isValid():
            return "", None
        row = self._points.rows[index.row()]
        # The first chip is its kind.
        chip = self._delegate.chip_at(self._view.visualRect(index), row, at)
        if row.differs and chip == len(row.chips) - 1:
            return "differing", row
        return ("answer", row) if chip > 0 else ("", None)
