"""A list that is as high as its rows, for a ground that scrolls around it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from ui.common.row_list import Row, RowList
from ui.common.scroll import scroll_around

_AROUND = 8


class WholeList(RowList):
    """Never scrolls itself; what scrolls around it keeps the current row in view."""

    def __init__(
        self,
        label: str,
        chooses: bool = False,
        title_lines: int = 2,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, chooses, title_lines, compact, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda now, _: self._bring(now))
        self._fit()

    def set_rows(self, rows: Sequence[Row]) -> None:
        super().set_rows(rows)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # It has nothing to scroll; what is around it has.
        event.ignore()

    def _fit(self) -> None:
        heights = (self.sizeHintForRow(place) for place in range(len(self.rows())))
        height = sum(heights)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _bring(self, index: QModelIndex) -> None:
        around = scroll_around(self)
        if around is not None and index.isValid() and self.hasFocus():
            row = self.visualRect(index)
            for edge in (row.bottomLeft(), row.topLeft()):
                place = self.viewport().mapTo(around.widget(), edge)
                around.ensureVisible(place.x(), place.y(), 0, _AROUND)
