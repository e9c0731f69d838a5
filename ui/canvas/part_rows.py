"""Rows of a canvas section that are records of their own: milestones and contacts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from resources.words import Words
from ui.canvas.part_drag import DropLine
from ui.canvas.part_row import Part, PartRow
from ui.common.buttons import LinkButton
from ui.common.chip import Kind
from ui.common.keys import add_key


@dataclass(frozen=True)
class Flag:
    """What is odd about a row, in a word or two, and more of it in the tool tip."""

    text: str = ""
    kind: Kind = "warning"
    tip: str = ""


class PartRows(QWidget):
    """Rows under each other with a button to add one; rows keep their widgets by their ids.

    Args:
        kind: the list, "milestones" or "contacts", which also words the rows.
        make: makes an empty row.

    Signals:
        field_edited(id, field, value), field_left(id, field): something in a row was typed.
        wanted(): a row is to be added.
        move_requested(id, before): a row is to stand before another ("": behind the last).
        removal_requested(id): a row is to go.
        fields_changed(): other fields are there than before, or in another order.
    """

    fields_changed = Signal()
    field_edited = Signal(str, str, object)
    field_left = Signal(str, str)
    wanted = Signal()
    move_requested = Signal(str, str)
    removal_requested = Signal(str)

    def __init__(self, words: Words, kind: str, make: Callable[[], PartRow]) -> None:
        super().__init__()
        self.words = words
        self._make = make
        self._rows: dict[str, PartRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.add_button = LinkButton(words(f"canvas.{kind}.add"), "plus", "Ctrl+Enter")
        self.add_button.clicked.connect(lambda _=False: self.wanted.emit())
        self._column.addWidget(self.add_button)
        add_key(self, "Ctrl+Return", self.wanted.emit)
        self._line = DropLine(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def rows(self) -> tuple[PartRow, ...]:
        """Return the rows in order."""
        return tuple(self._rows.values())

    def show_parts(self, parts: Sequence[Part], flags: Sequence[Flag] = ()) -> None:
        """Show these records; a row that is written in is left alone."""
        ids = [part.id for part in parts]
        self._drop({key for key in self._rows if key not in ids}, ids)
        rows: dict[str, PartRow] = {}
        for place, part in enumerate(parts):
            rows[part.id] = self._rows.get(part.id) or self._add(part.id)
            flag = flags[place] if flags else Flag()
            rows[part.id].show_record(place, part, flag.text, flag.kind, flag.tip)
        if list(rows) != list(self._rows):
            self._rows = rows
            for place, row in enumerate(rows.values()):
                self._column.insertWidget(place, row)
                # A layout shows it only later, too late for the focus.
                row.show()
            self.fields_changed.emit()

    def focus_part(self, record_id: str) -> None:
        """Begin to write in a row."""
        if record_id in self._rows:
            self._rows[record_id].start.setFocus()

    def focus_start(self) -> None:
        """Begin to write in the first row, or with the button that adds one."""
        rows = self.rows()
        (rows[0].start if rows else self.add_button).setFocus()

    def _add(self, record_id: str) -> PartRow:
        row = self._make()
        row.form.edited.connect(self.field_edited)
        row.form.left.connect(self.field_left)
        row.unfolded.connect(self.fields_changed)
        row.move_requested.connect(lambda step: self._move(record_id, step))
        row.removal_requested.connect(lambda: self.removal_requested.emit(record_id))
        row.handle.moved.connect(self._show_drop)
        row.handle.dropped.connect(lambda place: self._drop_at(record_id, place))
        return row

    def _drop(self, gone: set[str], stay: Sequence[str]) -> None:
        focused = QApplication.focusWidget()
        keys = list(self._rows)
        for key in gone:
            row = self._rows.pop(key)
            if focused is not None and row.isAncestorOf(focused):
                place = keys.index(key)
                near = [*keys[place + 1 :], *reversed(keys[:place])]
                neighbour = next((k for k in near if k in self._rows and k in stay), "")
                (self._rows[neighbour].start if neighbour else self.add_button).setFocus()
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()

    def _move(self, record_id: str, step: int) -> None:
        ids = list(self._rows)
        place = ids.index(record_id) + step
        if 0 <= place < len(ids):
            ids.remove(record_id)
            before = ids[place] if place < len(ids) else ""
            self._ask_to_move(record_id, before)

    def _below(self, place: int) -> list[str]:
        """Return the rows whose middle is below a height of the screen."""
        height = self.mapFromGlobal(QPoint(0, place)).y()
        return [key for key, row in self._rows.items() if row.geometry().center().y() > height]

    def _show_drop(self, place: int) -> None:
        below = self._below(place)
        next_one = self._rows[below[0]] if below else self.add_button
        pointer = self.mapFromGlobal(QPoint(0, place)).y()
        self._line.show_at(next_one.geometry().top(), pointer)

    def _drop_at(self, record_id: str, place: int) -> None:
        self._line.hide()
        before = next((key for key in self._below(place) if key != record_id), "")
        ids = list(self._rows)
        now = (*ids[ids.index(record_id) + 1 :], "")[0]
        if before != now:
            self._ask_to_move(record_id, before)

    def _ask_to_move(self, record_id: str, before: str) -> None:
        for row in self.rows():
            row.form.end_visit()
        self.move_requested.emit(record_id, before)

    def _on_focus(self) -> None:
        now = QApplication.focusWidget()
        for row in self._rows.values():
            row.show_focus(now)
