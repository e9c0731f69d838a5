"""Editing one point of the list in place: its fields come over the row, and go again."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QListView

from resources.words import Words
from ui.meeting.editor_place import EditorPlace
from ui.meeting.point_editor import PointEditor
from ui.meeting.point_model import PointModel
from ui.meeting.point_picks import PointChoices
from ui.meeting.point_selection import PointSelection


class PointEditing:
    """Opens a point of a list for editing, follows it among the rows, and closes it.

    Attributes:
        editor: the fields that are laid over the edited row.
    """

    def __init__(
        self, words: Words, view: QListView, points: PointModel, selection: PointSelection
    ) -> None:
        self._view = view
        self._points = points
        self._selection = selection
        self._choices: PointChoices | None = None
        self.editor = PointEditor(words, view.viewport())
        self.editor.hide()
        self._place = EditorPlace(view, self.editor, self._rect)
        self.editor.done.connect(self.end)
        self.editor.height_changed.connect(self.fit)

    def edited(self) -> tuple[str, int]:
        """Return the id of the edited point, "" for none, and how high its row is."""
        return self.editor.point_id(), self._place.height

    def show_choices(self, choices: PointChoices) -> None:
        """Follow the edited point among other rows; when it is gone, editing ends."""
        self._choices = choices
        edited = self.editor.point_id()
        if edited and self._points.row_of(edited) < 0:
            self.end()
        elif edited:
            self._show(self._points.row_of(edited))

    def begin(self, point_id: str, letters: int = -1) -> None:
        """Lay the fields over a point, the caret behind so many letters, or all of them."""
        place = self._points.row_of(point_id)
        if place < 0:
            return
        self.end()
        self._selection.make_current(place)
        self._show(place)
        self.editor.show()
        self.fit()
        self.editor.text.setFocus()
        if letters < 0:
            self.editor.text.move_to_end()
        else:
            self.editor.text.set_caret(letters)
        self._place.keep_in_view()

    def begin_answer(self, point_id: str) -> None:
        """Edit a point, beginning with what its kind asks for."""
        if self.editor.point_id() != point_id:
            self.begin(point_id)
        self.editor.begin_answer()

    def end(self) -> None:
        """Take the fields away; what was typed is stored."""
        if not self.editor.point_id():
            return
        view = self._view
        held = self.editor.isAncestorOf(view.window().focusWidget() or view)
        self.editor.end_visit()
        self.editor.forget()
        self.editor.hide()
        if held:
            view.setFocus()
        self._place.height = 0
        view.scheduleDelayedItemsLayout()
        view.viewport().update()

    def fit(self) -> None:
        """Give the edited row the height that its fields need."""
        if self.editor.point_id():
            self._place.fit()

    def follow(self) -> None:
        """Put the fields over their row, wherever it has gone."""
        if self.editor.point_id():
            self._place.lay()

    def _show(self, place: int) -> None:
        if self._choices is not None:
            self.editor.show_row(self._points.rows[place], self._choices, first=place == 0)

    def _rect(self) -> QRect:
        return self._view.visualRect(
            self._points.index(self._points.row_of(self.editor.point_id()))
        )
