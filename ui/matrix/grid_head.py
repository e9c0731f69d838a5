"""The column heads of a matrix, as high as their longest label needs."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QWidget


class GridHead(QHeaderView):
    """A head that is asked for its height instead of being fixed to one.

    A fixed height that the labels don't fit makes the table and its head correct each other
    without end.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._wanted = 0
        self.setSectionsClickable(True)

    def want_height(self, height: int) -> bool:
        """Ask for a height; True when it is another one than before."""
        changed = height != self._wanted
        self._wanted = height
        return changed

    def wanted_height(self) -> int:
        """Return the height that it has once the table has made room."""
        return self._wanted

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted)
