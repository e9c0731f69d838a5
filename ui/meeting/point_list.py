"""The list of points: drawn, not built, so that 500 of them are as quick as five."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from resources.words import Words
from ui.common.row_drag import RowDrag
from ui.common.views import prepare_list
from ui.meeting.point_delegate import PointDelegate
from ui.meeting.point_editor import PointEditor
from ui.meeting.point_picks import PointChoices
from ui.meeting.point_rows import Place, PointModel, PointRow, dropped, shifted

if TYPE_CHECKING:
    from db.records import Point

_STEPS = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
_LEVELS = {Qt.Key.Key_Right: "indent", Qt.Key.Key_Left: "outdent"}


class PointList(QListView):
    """The points of a meeting, the current one with its fields laid over it when it is edited.

    Enter, F2 or a click edits; Alt+Up and Alt+Down move, Alt+Right and Alt+Left change the
    level, Delete deletes what is selected.

    Attributes:
        editor: the fields that are laid over the edited row.

    Signals:
        move_requested(id, parent id, before id): a point shall go there.
        indent_requested(id), outdent_requested(id): a point's level shall change.
        removal_requested(list of ids): points shall be deleted.
    """

    move_requested = Signal(object, object, object)
    indent_requested = Signal(object)
    outdent_requested = Signal(object)
    removal_requested = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._choices: PointChoices | None = None
        self._points = PointModel(words, self)
        prepare_list(self, words("meetings.points.list"))
        self.setModel(self._points)
        self.editor = PointEditor(words, self.viewport())
        self.editor.hide()
        self._delegate = PointDelegate(self, self._edited)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self._height = 0
        self._at_end = True
        drag = RowDrag(self)
        drag.dropped.connect(self._drop)
        self.clicked.connect(self._click)
        self.editor.done.connect(self.close_editor)
        self.editor.height_changed.connect(self._fit_editor)
        self.editor.command_requested.connect(self.carry_out)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._note_end)
        bar.rangeChanged.connect(lambda _, end: self._stay_at_end(end))

    def point_rows(self) -> tuple[PointRow, ...]:
        """Return what is shown."""
        return self._points.rows

    def show_rows(self, rows: Sequence[PointRow], choices: PointChoices) -> None:
        """Show other rows; the current point stays current and the edited one edited."""
        current, place = self.current_id(), self.currentIndex().row()
        self._choices = choices
        self._points.show(tuple(rows))
        if current and self._points.row_of(current) < 0 and rows:
            self._make_current(min(place, len(rows) - 1))
        elif current != self.current_id():
            self._make_current(self._points.row_of(current))
        edited = self.editor.point_id()
        if edited and self._points.row_of(edited) < 0:
            self.close_editor()
        elif edited:
            self._show_in_editor(self._points.row_of(edited))
        self.scheduleDelayedItemsLayout()

    def show_text(self, point_id: str, text: str) -> None:
        """Show a point's new text without touching the rest."""
        place = self._points.row_of(point_id)
        if place >= 0:
            rows = list(self._points.rows)
            point = rows[place].point.model_copy(update={"text": text})
            rows[place] = _with_point(rows[place], point)
            self._points.show(tuple(rows))

    def current_id(self) -> str:
        """Return the current point's id, "" for none."""
        index = self.currentIndex()
        return self._points.rows[index.row()].id if index.isValid() else ""

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

    def edit_point(self, point_id: str) -> None:
        """Lay the fields over a point and put the caret behind its text."""
        place = self._points.row_of(point_id)
        if place < 0:
            return
        self.close_editor()
        self._make_current(place)
        self._show_in_editor(place)
        self.editor.show()
        self._fit_editor()
        self.editor.text.setFocus()
        self.editor.text.move_to_end()
        self._keep_editor_in_view()

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
        self._height = 0
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def carry_out(self, command: str) -> None:
        """Wish something for the current point: up, down, indent, outdent or delete."""
        point_id = self.editor.point_id() or self.current_id()
        if not point_id:
            return
        if command in ("up", "down"):
            self._wish(point_id, shifted(self._points.rows, point_id, -1 if command == "up" else 1))
        elif command == "indent":
            self.indent_requested.emit([point_id])
        elif command == "outdent":
            self.outdent_requested.emit([point_id])
        else:
            self.close_editor()
            self.removal_requested.emit(self._selected() or [point_id])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        command = (_STEPS | _LEVELS).get(Qt.Key(event.key())) if alt else None
        if command:
            self.carry_out(command)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_point(self.current_id())
        elif event.key() == Qt.Key.Key_Delete:
            self.carry_out("delete")
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
        if not self.current_id():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self._words
        menu.addAction(words("meetings.points.edit"), lambda: self.edit_point(self.current_id()))
        menu.addSeparator()
        for command in ("up", "down", "indent", "outdent", "delete"):
            if command == "delete":
                menu.addSeparator()
            menu.addAction(words(f"meetings.points.{command}"), lambda c=command: self.carry_out(c))
        menu.popup(event.globalPos())

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
        return self.editor.point_id(), self._height

    def _show_in_editor(self, place: int) -> None:
        row = self._points.rows[place]
        if self._choices is not None:
            self.editor.show_row(row, self._choices, first=place == 0)

    def _fit_editor(self) -> None:
        """Give the edited row the height of its fields."""
        if not self.editor.point_id():
            return
        height = self.editor.wanted_height(self.viewport().width())
        if height == self._height:
            self._place_editor()
            return
        self._height = height
        self.doItemsLayout()
        self._place_editor()
        self._keep_editor_in_view()

    def _keep_editor_in_view(self) -> None:
        """Scroll until all of the edited row is seen, or at least the line that is written."""
        top = self.editor.geometry().top()
        bottom = top + self._height
        room = self.viewport().height()
        if self._height > room and self.editor.text.hasFocus():
            caret = self.editor.text.cursorRect()
            top += self.editor.text.mapTo(self.editor, caret.topLeft()).y() - 8
            bottom = top + caret.height() + 16
        bar = self.verticalScrollBar()
        if bottom > room:
            bar.setValue(bar.value() + bottom - room)
        elif top < 0:
            bar.setValue(bar.value() + top)

    def _place_editor(self) -> None:
        # Called while the base class is still being made, too.
        editor = getattr(self, "editor", None)
        if editor is None or not editor.point_id():
            return
        rect = self.visualRect(self._points.index(self._points.row_of(editor.point_id())))
        if rect.isValid():
            editor.setGeometry(0, rect.top(), self.viewport().width(), self._height)

    def _click(self, index: QModelIndex) -> None:
        # With Shift or Ctrl a click selects more.
        if len(self.selectedIndexes()) == 1:
            self.edit_point(self._points.rows[index.row()].id)

    def _selected(self) -> list[str]:
        places = sorted(index.row() for index in self.selectedIndexes())
        return [self._points.rows[place].id for place in places]

    def _make_current(self, place: int) -> None:
        index = self._points.index(place) if place >= 0 else QModelIndex()
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        if index.isValid():
            self.scrollTo(index)

    def _drop(self, moved: int, before: int) -> None:
        self._wish(self._points.rows[moved].id, dropped(self._points.rows, moved, before))

    def _wish(self, point_id: str, place: Place | None) -> None:
        if place is not None:
            self.move_requested.emit([point_id], *place)


def _with_point(row: PointRow, point: Point) -> PointRow:
    return replace(row, point=point)
