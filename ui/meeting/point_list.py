"""The list of points: drawn, not built, so that 500 of them are as quick as five."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from resources.words import Words
from ui.common.row_drag import RowDrag
from ui.common.views import prepare_list
from ui.meeting.editor_place import EditorPlace
from ui.meeting.point_actions import PointActions, nearest_gap
from ui.meeting.point_commands import COMMANDS, command_of, tool_tip
from ui.meeting.point_delegate import PointDelegate
from ui.meeting.point_editor import PointEditor
from ui.meeting.point_picks import PointChoices
from ui.meeting.point_rows import PointModel, PointRow, with_values


class PointList(QListView):
    """The points of a meeting, the current one with its fields laid over it when it is edited.

    Enter, F2 or a click edits; what else can be done stands in point_commands.

    Attributes:
        editor: the fields that are laid over the edited row.
        commands: what is done with the selected points; its signals are the wishes.
    """

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._choices: PointChoices | None = None
        self._points = PointModel(words, self)
        prepare_list(self, words("meetings.points.list"))
        self.setModel(self._points)
        self.editor = PointEditor(words, self.viewport())
        self.editor.hide()
        self.commands = PointActions(words, self)
        self._place = EditorPlace(self, self.editor, self._edited_rect)
        self._delegate = PointDelegate(self, self._edited)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self._at_end = True
        self._pressed = QPoint(-1, -1)
        drag = RowDrag(self)
        drag.dropped.connect(self.commands.drop)
        self.clicked.connect(self._click)
        self.editor.done.connect(self.close_editor)
        self.editor.height_changed.connect(self._fit_editor)
        self.editor.command_requested.connect(self.commands.carry_out)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._note_end)
        bar.rangeChanged.connect(lambda _, end: self._stay_at_end(end))

    def point_rows(self) -> tuple[PointRow, ...]:
        """Return what is shown."""
        return self._points.rows

    def show_rows(self, rows: Sequence[PointRow], choices: PointChoices) -> None:
        """Show other rows; the current point stays current and the edited one edited."""
        current, place = self.current_id(), self.currentIndex().row()
        selected = [row.id for row in self.selected_rows()]
        self._choices = choices
        self._points.show(tuple(rows))
        if current and self._points.row_of(current) < 0 and rows:
            self._make_current(min(place, len(rows) - 1))
        elif current != self.current_id():
            self._make_current(self._points.row_of(current))
        self._select(selected)
        edited = self.editor.point_id()
        if edited and self._points.row_of(edited) < 0:
            self.close_editor()
        elif edited:
            self._show_in_editor(self._points.row_of(edited))
        self.scheduleDelayedItemsLayout()

    def show_values(self, point_id: str, values: Mapping[str, object]) -> None:
        """Show what was written into a point, without touching the rest."""
        place = self._points.row_of(point_id)
        if place >= 0:
            rows = list(self._points.rows)
            rows[place] = with_values(self._words, rows[place], values)
            self._points.show(tuple(rows))

    def current_id(self) -> str:
        """Return the current point's id, "" for none."""
        row = self.current_row()
        return row.id if row else ""

    def current_row(self) -> PointRow | None:
        """Return what is shown of the current point."""
        index = self.currentIndex()
        return self._points.rows[index.row()] if index.isValid() else None

    def selected_rows(self) -> list[PointRow]:
        """Return what is shown of the selected points, in order."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return [self._points.rows[place] for place in places]

    def menu_place(self) -> QPoint:
        """Return where on the screen a menu about the current point opens."""
        rect = self.visualRect(self.currentIndex()).intersected(self.viewport().rect())
        return self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(40, 2))

    def set_current(self, point_id: str) -> None:
        """Make a point the current one and bring it into view."""
        self._make_current(self._points.row_of(point_id))

    def mark(self, ids: Collection[str], words: tuple[str, ...]) -> None:
        """Set off the words in the points that were found; none takes the marks away."""
        self._delegate.set_marks(ids, words)
        self.viewport().update()

    def scroll_to_end(self) -> None:
        """Bring the last point into view, and keep it there while the list changes its size."""
        self._at_end = True
        self.scrollToBottom()

    def edit_point(self, point_id: str, letters: int = -1) -> None:
        """Lay the fields over a point, the caret behind so many letters, or all of them."""
        place = self._points.row_of(point_id)
        if place < 0:
            return
        self.close_editor()
        self._make_current(place)
        self._show_in_editor(place)
        self.editor.show()
        self._fit_editor()
        self.editor.text.setFocus()
        if letters < 0:
            self.editor.text.move_to_end()
        else:
            self.editor.text.set_caret(letters)
        self._place.keep_in_view()

    def answer_point(self, point_id: str) -> None:
        """Edit a point, beginning with what its kind asks for."""
        if self.editor.point_id() != point_id:
            self.edit_point(point_id)
        self.editor.begin_answer()

    def close_editor(self) -> None:
        """Take the fields away; what was typed is stored."""
        if not self.editor.point_id():
            return
        held = self.editor.isAncestorOf(self.window().focusWidget() or self)
        self.editor.end_visit()
        self.editor.forget()
        self.editor.hide()
        if held:
            self.setFocus()
        self._place.height = 0
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

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

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._points.rows:
            self._make_current(len(self._points.rows) - 1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.current_row()
        if row is None:
            return
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            self.commands.open_menu(self.menu_place())
            return
        rect = self.visualRect(self.currentIndex())
        place = self._delegate.letter_at(rect, row, event.pos())
        self.commands.open_menu(event.globalPos(), nearest_gap(row.point.text, place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            hand = self._answer_chip(event.position().toPoint()) is not None
            shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self._answer_chip(event.pos())
            label = self.commands.label("answer", row) if row else ""
            QToolTip.showText(event.globalPos(), label and tool_tip(label, COMMANDS["answer"]))
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()
        self._fit_editor()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_editor()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_editor()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.forget()

    def _note_end(self, value: int) -> None:
        self._at_end = value >= self.verticalScrollBar().maximum() - 2

    def _stay_at_end(self, end: int) -> None:
        # The field below grows with its text; what was said last stays in view above it.
        if self._at_end and not self.editor.point_id():
            self.verticalScrollBar().setValue(end)

    def _edited(self) -> tuple[str, int]:
        return self.editor.point_id(), self._place.height

    def _show_in_editor(self, place: int) -> None:
        row = self._points.rows[place]
        if self._choices is not None:
            self.editor.show_row(row, self._choices, first=place == 0)

    def _fit_editor(self) -> None:
        if self.editor.point_id():
            self._place.fit()

    def _place_editor(self) -> None:
        # Called while the base class is still being made, too.
        place = getattr(self, "_place", None)
        if place is not None and self.editor.point_id():
            place.lay()

    def _edited_rect(self) -> QRect:
        return self.visualRect(self._points.index(self._points.row_of(self.editor.point_id())))

    def _click(self, index: QModelIndex) -> None:
        # With Shift or Ctrl a click selects more.
        if len(self.selectedIndexes()) != 1:
            return
        if self._answer_chip(self._pressed) is not None:
            self.commands.carry_out("answer")
        else:
            self.edit_point(self._points.rows[index.row()].id)

    def _answer_chip(self, at: QPoint) -> PointRow | None:
        """Return the row whose chip that says how it was answered stands below a point."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        row = self._points.rows[index.row()]
        chip = self._delegate.chip_at(self.visualRect(index), row, at)
        return row if chip > 0 else None

    def _select(self, ids: Sequence[str]) -> None:
        """Keep several points selected."""
        if len(ids) < 2 or ids == [row.id for row in self.selected_rows()]:
            return
        chosen = QItemSelection()
        for place in (self._points.row_of(point_id) for point_id in ids):
            if place >= 0:
                index = self._points.index(place)
                chosen.select(index, index)
        if not chosen.isEmpty():
            self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _make_current(self, place: int) -> None:
        index = self._points.index(place) if place >= 0 else QModelIndex()
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        if index.isValid():
            self.scrollTo(index)
