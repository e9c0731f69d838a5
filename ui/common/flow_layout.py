"""A layout that puts widgets side by side and begins a new line where room ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_LEAST = 120
_MOST = 16777215  # Qt's own largest size


class FlowLayout(QLayout):
    """Left to right, line under line, each line as high as its highest widget."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Add a widget before the one that stands at a place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        # A widget that is wider than the room is cut to it, so one long name asks for no more.
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize().boundedTo(QSize(_LEAST, _MOST)))
        return size

    def _arrange(self, room: QRect, move: bool) -> int:
        line: list[tuple[QLayoutItem, QSize]] = []
        left, top = room.left(), room.top()
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(max(room.width(), 1), _MOST))
            if line and left + size.width() > room.right() + 1:
                top += self._place(line, room.left(), top, move) + self._gap
                line, left = [], room.left()
            line.append((item, size))
            left += size.width() + self._gap
        return top + self._place(line, room.left(), top, move) - room.top()

    def _place(self, line: list[tuple[QLayoutItem, QSize]], left: int, top: int, move: bool) -> int:
        height = max((size.height() for _, size in line), default=0)
        for item, size in line:
            if move:
                place = QPoint(left, top + (height - size.height()) // 2)
                item.setGeometry(QRect(place, size))
            left += size.width() + self._gap
        return height
