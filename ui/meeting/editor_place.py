"""Where the fields of a point lie while it is edited: over its row, and in view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QListView

from ui.meeting.point_editor import PointEditor


class EditorPlace:
    """Keeps an editor over its row of a list, the row as high as the editor needs.

    Args:
        rect: tells where the edited row is.

    Attributes:
        height: what the edited row has, 0 for none.
    """

    def __init__(self, view: QListView, editor: PointEditor, rect: Callable[[], QRect]) -> None:
        self._view = view
        self._editor = editor
        self._rect = rect
        self.height = 0

    def fit(self) -> None:
        """Give the edited row the height of its fields."""
        height = self._editor.wanted_height(self._view.viewport().width())
        if height == self.height:
            self.lay()
            return
        self.height = height
        self._view.doItemsLayout()
        self.lay()
        self.keep_in_view()

    def lay(self) -> None:
        """Put the fields over their row, wherever it has gone."""
        rect = self._rect()
        if rect.isValid():
            self._editor.setGeometry(0, rect.top(), self._view.viewport().width(), self.height)

    def keep_in_view(self) -> None:
        """Scroll until all of the edited row is seen, or at least the line that is written."""
        top = self._editor.geometry().top()
        bottom = top + self.height
        room = self._view.viewport().height()
        text = self._editor.text
        if self.height > room and text.hasFocus():
            caret = text.cursorRect()
            top += text.mapTo(self._editor, caret.topLeft()).y() - 8
            bottom = top + caret.height() + 16
        bar = self._view.verticalScrollBar()
        if bottom > room:
            bar.setValue(bar.value() + bottom - room)
        elif top < 0:
            bar.setValue(bar.value() + top)
