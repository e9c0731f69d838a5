"""A layout that puts widgets side by side and begins a new line where room ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_LEAST = 120
_MOST = 16777215  # Qt's own largest size


class FlowLayout(QLayout):
    """Left to right, line under line, each line as high as its highest widget.

    Spare widgets stand at the end of the last line where it has room for them, else nowhere.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._spare: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def add_spare(self, widget: QWidget) -> None:
        """Add a widget that is shown only where there is room left."""
        self.addWidget(widget)
        self._spare.append(self._items.pop())

    def count(self) -> int:
        return len(self._items) + len(self._spare)

    def itemAt(self, index: int) -> QLayoutItem | None:
        items = [*self._items, *self._spare]
        return items[index] if 0 <= index < len(items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        item = self.itemAt(index)
        for items in (self._items, self._spare):
            if item in items:
                items.remove(item)
        return item

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
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(room.width(), 1), _MOST))
            if line and left + size.width() > room.right() + 1:
                top += self._place(line, room.left(), top, move) + self._gap
                line, left = [], room.left()
            line.append((item, size))
            left += size.width() + self._gap
        height = self._place(line, room.left(), top, move)
        if move:
            self._place_spare(QRect(left, top, room.right() + 1 - left, height))
        return top + height - room.top()

    def _place_spare(self, room: QRect) -> None:
        """Put what fits at the right end of a line, the first ones first."""
        sizes = [item.sizeHint() for item in self._spare]
        taken, fitting = 0, 0
        for size in sizes:
            taken += size.width() + self._gap
            fits = taken <= room.width() and size.height() <= room.height()
            if not fits:
                taken -= size.width() + self._gap
                break
            fitting += 1
        line = list(zip(self._spare, sizes, strict=True))
        self._place_in(line[:fitting], room.right() + 1 - taken + self._gap, room)
        for item, size in line[fitting:]:
            # Hiding it would ask for another layout.
            item.setGeometry(QRect(QPoint(-size.width() - self._gap, 0), size))

    def _place(self, line: list[tuple[QLayoutItem, QSize]], left: int, top: int, move: bool) -> int:
        height = max((size.height() for _, size in line), default=0)
        if move:
            self._place_in(line, left, QRect(left, top, 0, height))
        return height

    def _place_in(self, line: list[tuple[QLayoutItem, QSize]], left: int, room: QRect) -> None:
        for item, size in line:
            place = QPoint(left, room.top() + (room.height() - size.height()) // 2)
            item.setGeometry(QRect(place, size))
            left += size.width() + self._gap
