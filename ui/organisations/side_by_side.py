"""Cards beside each other where there is room, else under each other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QListView,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


class SideBySide(QScrollArea):
    """Two columns of cards that become one below a width; what does not fit is scrolled to.

    Args:
        first, second: the columns' cards.
        growing: the cards that take what room is left over.
        wide: from this width on there are two columns.
    """

    def __init__(
        self,
        first: Sequence[QWidget],
        second: Sequence[QWidget],
        growing: Sequence[QWidget],
        wide: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wide_from = wide
        self._wide: bool | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = QWidget()
        ground.setProperty("role", "scrolled")
        self._grid = QGridLayout(ground)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._columns = [self._stack(cards, growing) for cards in (first, second)]
        self.setWidget(ground)
        self._arrange(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width() >= self._wide_from)

    def _stack(self, cards: Sequence[QWidget], growing: Sequence[QWidget]) -> QWidget:
        column = QWidget()
        stack = QVBoxLayout(column)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(12)
        for card in cards:
            stack.addWidget(card, 1 if card in growing else 0)
        if not any(card in growing for card in cards):
            stack.addStretch(1)
        return column

    def _arrange(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        first, second = self._columns
        self._grid.addWidget(first, 0, 0)
        self._grid.addWidget(second, *((0, 1) if wide else (1, 0)))
        self._grid.setColumnStretch(0, 6)
        self._grid.setColumnStretch(1, 5 if wide else 0)


def low_list(view: QListView, least: int) -> None:
    """Let a list be as low as this, instead of the height that Qt would like for it."""
    view.setMinimumHeight(least)
    view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
