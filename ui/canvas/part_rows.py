"""Rows of a canvas section that are records of their own: milestones and contacts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import IconButton, LinkButton
from ui.common.chip import Chip
from ui.common.form import Form
from ui.common.labels import PlainLabel
from ui.common.letters import hold
from ui.common.tab_order import tab_stops


class Part(Protocol):
    """A record in a row."""

    @property
    def id(self) -> str: ...


class PartRow(QFrame):
    """A record in brief; its further fields unfold when somebody comes to it.

    Subclasses give `start`, its first field, and build the others in `build_details`. Once
    unfolded it stays so: what is below must not jump while somebody points at it.

    Attributes:
        form: its fields, bound to the record.

    Signals:
        move_requested(int): it is to go up (-1) or down (1).
        removal_requested(): it is to go.
        unfolded(): there are further fields now.
    """

    unfolded = Signal()
    move_requested = Signal(int)
    removal_requested = Signal()

    start: QWidget

    def __init__(self, words: Words, kind: str) -> None:
        super().__init__()
        self.setProperty("role", "part")
        self.words = words
        self.form = Form(self)
        self.record: Any = None
        self._kind = kind
        self._details: QWidget | None = None
        self._number = PlainLabel("", "muted", wraps=False)
        hold(self._number, fixedWidth=22)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._number.setContentsMargins(0, 5, 0, 0)
        self._brief = PlainLabel("", "small")
        self._brief.setContentsMargins(9, 0, 0, 0)
        self._flag = Chip("", "warning")
        self._flag.hide()
        self._arrange()
        self._add_keys()

    def show_record(self, place: int, record: Any, flag: str = "") -> None:
        """Show a record at a place counted from 0; `flag` says what is wrong with it."""
        self.record = record
        self._number.setText(f"{place + 1}.")
        self._flag.show_chip(flag, "warning")
        self.setAccessibleName(self.words(f"canvas.{self._kind}.row", n=place + 1))
        self.form.show_record(record.id, dict(record))
        brief = self.brief(record)
        self._brief.setText(brief)
        self._brief.setVisible(bool(brief) and self._details is None)

    def values(self) -> dict[str, object]:
        """Return the record's fields as they are typed by now."""
        return dict(self.record) | self.form.values()

    def brief(self, record: Any) -> str:
        """Return what a record says beside its first field, while it is folded."""
        raise NotImplementedError

    def build_details(self) -> QWidget:
        """Make the further fields and add them to the form."""
        raise NotImplementedError

    def unfold(self) -> None:
        """Show the further fields."""
        if self._details is None and self.record is not None:
            self._details = self.build_details()
            self._column.addWidget(self._details)
            self._brief.hide()
            self.form.show_record(self.record.id, dict(self.record))
            self._details.show()
            self.unfolded.emit()

    def order_tabs(self) -> None:
        """Let Tab go through the fields first and then to the buttons beside them."""
        stops = list(tab_stops(self._details)) if self._details is not None else []
        for one, next_one in pairwise([*stops[-1:], *tab_stops(self._tools)] if stops else []):
            QWidget.setTabOrder(one, next_one)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched is self.start:
            self.unfold()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.start.setFocus()

    def enterEvent(self, event: QEvent) -> None:
        self._show_tools()

    def leaveEvent(self, event: QEvent) -> None:
        self._show_tools()

    def show_focus(self, focused: QWidget | None) -> None:
        """Show the buttons where the focus is."""
        self._focused = focused is not None and self.isAncestorOf(focused)
        self._show_tools()

    def put_start(self, field: QWidget) -> None:
        """Take the first field, which stands on the row's first line."""
        self.start = field
        field.installEventFilter(self)
        self._top.insertWidget(1, field, 1)

    def _arrange(self) -> None:
        self._focused = False
        self._top = QHBoxLayout()
        self._top.setSpacing(6)
        self._top.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self._top.addWidget(self._flag, 0, Qt.AlignmentFlag.AlignTop)
        self._tools = self._build_tools()
        self._top.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(28, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._brief)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 5)
        column.setSpacing(2)
        column.addLayout(self._top)
        column.addLayout(self._column)

    def _build_tools(self) -> QWidget:
        tools = QWidget()
        policy = tools.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        tools.setSizePolicy(policy)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        words = self.words
        for name, drawing, run in (
            ("up", "arrow-up", lambda: self.move_requested.emit(-1)),
            ("down", "arrow-down", lambda: self.move_requested.emit(1)),
            ("remove", "trash-2", self.removal_requested.emit),
        ):
            button = IconButton(words(f"canvas.{self._kind}.{name}"), drawing)
            button.clicked.connect(lambda _=False, r=run: r())
            row.addWidget(button)
        tools.hide()
        return tools

    def _show_tools(self) -> None:
        self._tools.setVisible(self._focused or self.underMouse())

    def _add_keys(self) -> None:
        for keys, run in (
            ("Alt+Up", lambda: self.move_requested.emit(-1)),
            ("Alt+Down", lambda: self.move_requested.emit(1)),
            ("Ctrl+Shift+Delete", self.removal_requested.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda r=run: r())


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
        self.add_button = LinkButton(words(f"canvas.{kind}.add"), "plus")
        self.add_button.clicked.connect(lambda _=False: self.wanted.emit())
        self._column.addWidget(self.add_button)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def rows(self) -> tuple[PartRow, ...]:
        """Return the rows in order."""
        return tuple(self._rows.values())

    def show_parts(self, parts: Sequence[Part], flags: Sequence[str] = ()) -> None:
        """Show these records; a row that is written in is left alone."""
        ids = [part.id for part in parts]
        self._drop({key for key in self._rows if key not in ids}, ids)
        rows: dict[str, PartRow] = {}
        for place, part in enumerate(parts):
            rows[part.id] = self._rows.get(part.id) or self._add(part.id)
            rows[part.id].show_record(place, part, flags[place] if flags else "")
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
            self.move_requested.emit(record_id, before)

    def _on_focus(self) -> None:
        now = QApplication.focusWidget()
        for row in self._rows.values():
            row.show_focus(now)
