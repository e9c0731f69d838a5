"""A field of chapters: a title and a text each, in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import IconButton, LinkButton
from ui.common.labels import Line
from ui.common.line_edit import LineEdit
from ui.common.text_edit import GrowingTextEdit

if TYPE_CHECKING:
    from db.records import Chapter


class _ChapterRow(QWidget):
    """One chapter with its buttons."""

    def __init__(self, words: Words, place: int) -> None:
        super().__init__()
        number = place + 1
        self.title = LineEdit(
            words("home.plan.chapter_title", n=number), words("home.plan.chapter_title_hint")
        )
        self.text = GrowingTextEdit(
            words("home.plan.chapter_text", n=number),
            words("home.plan.chapter_text_hint"),
            lines=2,
            most_lines=12,
        )
        self.up = IconButton(words("home.plan.chapter_up", n=number), "arrow-up")
        self.down = IconButton(words("home.plan.chapter_down", n=number), "arrow-down")
        self.remove = IconButton(words("home.plan.remove_chapter", n=number), "x")
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title, 1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(Line())


class ChaptersEditor(QWidget):
    """Chapters that can be written, ordered and removed. Fits ui.common.field.Field.

    The value is a tuple of Chapter. Rows stay where they are while their texts change, so
    that an undo does not take the focus away.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, words: Words, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self._words = words
        self._value: tuple[Chapter, ...] = ()
        self._rows: list[_ChapterRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        column.addLayout(self._column)
        self.add_button = LinkButton(words("home.plan.add_chapter"), "plus", "Ctrl+N")
        self.add_button.clicked.connect(lambda _=False: self._add())
        column.addWidget(self.add_button)
        self.setFocusProxy(self.add_button)

    def value(self) -> tuple[Chapter, ...]:
        return self._value

    def set_value(self, value: Sequence[Chapter]) -> None:
        if tuple(value) != self._value:
            self._value = tuple(value)
            self._show()

    def reset(self, value: Sequence[Chapter]) -> None:
        self._value = tuple(value)
        self._show()
        for row, chapter in zip(self._rows, self._value, strict=True):
            row.title.reset(chapter.title)
            row.text.reset(chapter.text)

    def end_visit(self) -> None:
        for row in self._rows:
            for field in (row.title, row.text):
                if field.is_editing():
                    field.end_visit()

    def is_editing(self) -> bool:
        return any(row.title.is_editing() or row.text.is_editing() for row in self._rows)

    def _show(self) -> None:
        while len(self._rows) > len(self._value):
            row = self._rows.pop()
            if row.isAncestorOf(self.focusWidget() or self):
                self.add_button.setFocus()
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        while len(self._rows) < len(self._value):
            self._append_row()
        for place, (row, chapter) in enumerate(zip(self._rows, self._value, strict=True)):
            row.title.set_value(chapter.title)
            row.text.set_value(chapter.text)
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < len(self._rows) - 1)

    def _append_row(self) -> None:
        place = len(self._rows)
        row = _ChapterRow(self._words, place)
        row.title.edited.connect(lambda text: self._edit(place, "title", text))
        row.text.edited.connect(lambda text: self._edit(place, "text", text))
        row.title.left.connect(self.left)
        row.text.left.connect(self.left)
        row.title.returnPressed.connect(row.text.setFocus)
        row.up.clicked.connect(lambda _=False: self._move(place, -1))
        row.down.clicked.connect(lambda _=False: self._move(place, 1))
        row.remove.clicked.connect(lambda _=False: self._remove(place))
        self._rows.append(row)
        self._column.addWidget(row)
        # A layout shows it only later, too late for the focus.
        row.show()

    def _edit(self, place: int, field: str, text: str) -> None:
        chapters = list(self._value)
        chapters[place] = chapters[place].model_copy(update={field: text})
        self._tell(chapters)

    def _add(self) -> None:
        from db.records import Chapter  # Slow to import, and loaded long before the first press.

        self._change([*self._value, Chapter()])
        self._rows[-1].title.setFocus()

    def _move(self, place: int, step: int) -> None:
        chapters = list(self._value)
        chapters.insert(place + step, chapters.pop(place))
        self._change(chapters)
        row = self._rows[place + step]
        button = row.up if step < 0 else row.down
        (button if button.isEnabled() else row.title).setFocus()

    def _remove(self, place: int) -> None:
        self._change([*self._value[:place], *self._value[place + 1 :]])
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].title.setFocus()
        else:
            self.add_button.setFocus()

    def _change(self, chapters: Sequence[Chapter]) -> None:
        """Take another order or number of chapters: a visit of its own."""
        self.left.emit()
        self._tell(chapters)
        self._show()
        self.left.emit()

    def _tell(self, chapters: Sequence[Chapter]) -> None:
        self._value = tuple(chapters)
        self.edited.emit(self._value)
