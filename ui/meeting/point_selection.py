"""Which points of the list are current and selected, while others come and go around them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QListView

from ui.meeting.point_model import PointModel
from ui.meeting.point_rows import PointRow

_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class PointSelection:
    """Tells and sets the current point and the selected ones of a list."""

    def __init__(self, view: QListView, points: PointModel) -> None:
        self._view = view
        self._points = points

    def show(self, rows: Sequence[PointRow]) -> None:
        """Show other rows; the current point stays current, or the one in its place becomes so."""
        current, place = self.current_id(), self._view.currentIndex().row()
        was_in_view = self._is_in_view()
        selected = [row.id for row in self.rows()]
        self._points.show(tuple(rows))
        # Now, so that the first who asks where a row is lays all of them out, once.
        self._view.scheduleDelayedItemsLayout()
        if current and self._points.row_of(current) < 0 and rows:
            self.make_current(min(place, len(rows) - 1))
        elif current != self.current_id():
            self.make_current(self._points.row_of(current))
        self._select(selected)
        if was_in_view:
            # It may be higher now, as a point is that became a task.
            self._view.scrollTo(self._view.currentIndex())

    def current_id(self) -> str:
        """Return the current point's id, "" for none."""
        row = self.current_row()
        return row.id if row else ""

    def current_row(self) -> PointRow | None:
        """Return what is shown of the current point."""
        index = self._view.currentIndex()
        return self._points.rows[index.row()] if index.isValid() else None

    def rows(self) -> list[PointRow]:
        """Return what is shown of the selected points, in order."""
        places = sorted(index.row() for index in self._view.selectedIndexes())
        return [self._points.rows[place] for place in places]

    def make_current(self, place: int) -> None:
        """Make the point at a place the only selected one and bring it into view; -1 for none."""
        index = self._points.index(place) if place >= 0 else QModelIndex()
        self._view.selectionModel().setCurrentIndex(index, _ALONE)
        if index.isValid():
            self._view.scrollTo(index)

    def _is_in_view(self) -> bool:
        """Tell whether the current point is seen from its first line to its last."""
        rect = self._view.visualRect(self._view.currentIndex())
        return rect.isValid() and self._view.viewport().rect().contains(rect)

    def _select(self, ids: Sequence[str]) -> None:
        """Keep several points selected."""
        if len(ids) < 2 or ids == [row.id for row in self.rows()]:
            return
        chosen = QItemSelection()
        for place in (self._points.row_of(point_id) for point_id in ids):
            if place >= 0:
                index = self._points.index(place)
                chosen.select(index, index)
        if not chosen.isEmpty():
            self._view.selectionModel().select(chosen, _ALONE)
