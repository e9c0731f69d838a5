"""Rows of the canvas put in order with the mouse, by their numbers."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from ui.common.labels import PlainLabel
from ui.common.scroll import scroll_around

# So near to the edge of what is in view, the ground scrolls on.
_EDGE = 30


class DragHandle(PlainLabel):
    """A row's number, by which the row is taken. Places are heights on the screen.

    Signals:
        moved(int), dropped(int): it is over this place, and was let go there.
        clicked(): it was pressed and not moved.
    """

    moved = Signal(int)
    dropped = Signal(int)
    clicked = Signal()

    def __init__(self, tip: str) -> None:
        super().__init__("", "muted", wraps=False)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tip)
        self._begin: int | None = None
        self._dragged = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin, self._dragged = event.globalPosition().toPoint().y(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.globalPosition().toPoint().y()
        if self._begin is None:
            return
        self._dragged |= abs(place - self._begin) >= QApplication.startDragDistance()
        if self._dragged:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.moved.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._begin is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._begin = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._dragged:
            self.dropped.emit(event.globalPosition().toPoint().y())
        else:
            self.clicked.emit()


class DropLine(QFrame):
    """A line between two rows where one that is dragged would come to stand."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self.setProperty("role", "drop")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, height: int, pointer: int) -> None:
        """Stand at a height of the ground; keep it in view, and what is around the pointer."""
        ground = self.parentWidget()
        self.setGeometry(0, max(0, height - 1), ground.width(), 2)
        self.raise_()
        self.show()
        area = scroll_around(ground)
        if area is not None:
            # The pointer last: at the edge it is what leads on, however high the rows are.
            for one in (height, pointer):
                place = ground.mapTo(area.widget(), QPoint(0, one))
                area.ensureVisible(0, place.y(), 0, _EDGE)
