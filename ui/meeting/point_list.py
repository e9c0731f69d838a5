"""The list of points: drawn, not built, so that 500 of them are as quick as five."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from resources.words import Words
from ui.common.end_in_view import EndInView
from ui.common.row_drag import RowDrag
from ui.common.views import prepare_list
from ui.meeting.chip_pointer import ChipPointer
from ui.meeting.point_actions import PointActions, nearest_gap
from ui.meeting.point_commands import command_of
from ui.meeting.point_delegate import PointDelegate
from ui.meeting.point_editing import PointEditing
from ui.meeting.point_model import PointModel
from ui.meeting.point_picks import PointChoices
from ui.meeting.point_rows import PointRow, with_mark, with_values
from ui.meeting.point_selection import PointSelection


class PointList(QListView):
    """The points of a meeting, the current one with its fields laid over it when it is edited.

    Enter, F2 or a click edits; what else can be done stands in point_commands.

    Attributes:
        selection: which points are current and selected.
        editing: opens and closes the fields of a point; editor: those fields.
        commands: what is done with the selected points; its signals are the wishes.
    """

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._points = PointModel(words, self)
        self._differing: Mapping[str, str] = {}
        prepare_list(self, words("meetings.points.list"))
        self.setModel(self._points)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.selection = PointSelection(self, self._points)
        self.editing = PointEditing(words, self, self._points, self.selection)
        self.editor = self.editing.editor
        self.commands = PointActions(words, self)
        self._delegate = PointDelegate(self, self.editing.edited)
        self.setItemDelegate(self._delegate)
        self._chips = ChipPointer(self, self._points, self._delegate, self.commands.chip_tip)
        self._end = EndInView(self, busy=lambda: bool(self.editor.point_id()))
        drag = RowDrag(self)
        drag.dropped.connect(self.commands.drop)
        self.clicked.connect(self._click)
        self.editor.command_requested.connect(self.commands.carry_out)

    def point_rows(self) -> tuple[PointRow, ...]:
        """Return what is shown."""
        return self._points.rows

    def show_rows(self, rows: Sequence[PointRow], choices: PointChoices) -> None:
        """Show other rows; the current point stays current and the edited one edited."""
        self.selection.show([with_mark(self._words, row, self._differing) for row in rows])
        self.editing.show_choices(choices)

    def show_values(self, point_id: str, values: Mapping[str, object]) -> None:
        """Show what was written into a point, without touching the rest."""
        place = self._points.row_of(point_id)
        if place >= 0:
            rows = list(self._points.rows)
            rows[place] = with_values(self._words, rows[place], values)
            self._points.show(tuple(rows))

    def show_differing(self, questions: Mapping[str, str]) -> None:
        """Mark the points and follow-ups that differ, each with the question that it leads to."""
        self._differing = questions
        rows = [with_mark(self._words, row, questions) for row in self._points.rows]
        self._points.show(tuple(rows))

    def question(self, point_id: str) -> str:
        """Return the question about a point, or about the follow-up that it owns, "" for none."""
        row = self._points.rows[self._points.row_of(point_id)]
        task = row.follow_up.id if row.follow_up is not None else ""
        return self._differing.get(point_id) or self._differing.get(task, "")

    def current_id(self) -> str:
        """Return the current point's id, "" for none."""
        return self.selection.current_id()

    def set_current(self, point_id: str) -> None:
        """Make a point the current one and bring it into view."""
        self.selection.make_current(self._points.row_of(point_id))

    def mark(self, ids: Collection[str], words: tuple[str, ...]) -> None:
        """Set off the words in the points that were found; none takes the marks away."""
        self._delegate.set_marks(ids, words)
        self.viewport().update()

    def scroll_to_end(self) -> None:
        """Bring the last point into view, and keep it there while the list changes its size."""
        self._end.note_wanted()
        self.scrollToBottom()

    def menu_place(self) -> QPoint:
        """Return where on the screen a menu about the current point opens."""
        return self.viewport().mapToGlobal(self.current_part().bottomLeft() + QPoint(40, 2))

    def current_part(self) -> QRect:
        """Return the part of the viewport in which the current point stands."""
        return self.visualRect(self.currentIndex()).intersected(self.viewport().rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if command:
            self.commands.carry_out(command)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters typed here go nowhere: points are found by their numbers, not by jumping."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._points.rows:
            self.selection.make_current(len(self._points.rows) - 1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.selection.current_row()
        if row is None:
            return
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            self.commands.open_menu(self.menu_place())
            return
        rect = self.visualRect(self.currentIndex())
        place = self._delegate.letter_at(rect, row, event.pos())
        self.commands.open_menu(event.globalPos(), nearest_gap(row.point.text, place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()
        self.editing.fit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._follow_row()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._follow_row()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.forget()

    def _follow_row(self) -> None:
        # Qt asks for it while the list is still being made, too.
        editing = getattr(self, "editing", None)
        if editing is not None:
            editing.follow()

    def _click(self, index: QModelIndex) -> None:
        # With Shift or Ctrl a click selects more.
        if len(self.selectedIndexes()) != 1:
            return
        if command := self._chips.pressed():
            self.commands.carry_out(command)
        else:
            self.editing.begin(self._points.rows[index.row()].id)
