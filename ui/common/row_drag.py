"""Putting the rows of a list in order with the mouse."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView

_EDGE = 24
_STEP = 12


class RowDrag(QObject):
    """Lets the rows of a list be dragged to another place among themselves.

    Signals:
        dropped(int, int): a row was dropped before another one; the number of rows means last.
    """

    dropped = Signal(int, int)

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._row = -1
        self._begin = QPoint()
        self._dragging = False
        self._at = QPoint()
        self._mark = QFrame(view.viewport())
        self._mark.setObjectName("dropMark")
        self._mark.hide()
        self._scroll = QTimer(self, interval=30)
        self._scroll.timeout.connect(self._scroll_on)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if not isinstance(event, QMouseEvent):
            return False
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._begin = event.position().toPoint()
            self._row = self._view.indexAt(self._begin).row()
        elif kind == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
            return self._move(event.position().toPoint())
        elif kind == QEvent.Type.MouseButtonRelease and self._row >= 0:
            return self._release()
        return False

    def _move(self, at: QPoint) -> bool:
        far = (at - self._begin).manhattanLength() >= QApplication.startDragDistance()
        if self._row < 0 or not (self._dragging or far):
            return False
        if not self._dragging:
            self._dragging = True
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroll.start()
        self._at = at
        self._show_mark()
        return True

    def _release(self) -> bool:
        row, dragging = self._row, self._dragging
        self._row, self._dragging = -1, False
        self._mark.hide()
        self._scroll.stop()
        if dragging:
            self._view.viewport().unsetCursor()
            before = self._place()
            if before not in (row, row + 1):
                self.dropped.emit(row, before)
        return dragging

    def _place(self) -> int:
        """Return the row that the pointer stands before."""
        index = self._view.indexAt(QPoint(4, self._at.y()))
        if not index.isValid():
            return 0 if self._at.y() < 0 else self._view.model().rowCount()
        upper = self._at.y() < self._view.visualRect(index).center().y()
        return index.row() + (0 if upper else 1)

    def _show_mark(self) -> None:
        place, model = self._place(), self._view.model()
        if place < model.rowCount():
            top = self._view.visualRect(model.index(place, 0)).top()
        else:
            top = self._view.visualRect(model.index(place - 1, 0)).bottom() - 1
        self._mark.setGeometry(0, top - 1, self._view.viewport().width(), 3)
        self._mark.show()
        self._mark.raise_()

    def _scroll_on(self) -> None:
        height = self._view.viewport().height()
        step = -_STEP if self._at.y() < _EDGE else _STEP if self._at.y() > height - _EDGE else 0
        if step:
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + step)
            self._show_mark()
