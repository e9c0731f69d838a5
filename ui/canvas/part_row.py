"""A record of its own in a section of the canvas, as a row: a milestone or a contact."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.canvas.part_drag import DragHandle
from ui.common.buttons import IconButton
from ui.common.chip import Chip, Kind
from ui.common.form import Form
from ui.common.keys import add_key
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
        handle: its number, by which it is dragged.

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
        self.handle = DragHandle(words("canvas_fields.milestones.drag"))
        self.handle.clicked.connect(lambda: self.start.setFocus())
        hold(self.handle, fixedWidth=22)
        self.handle.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.handle.setContentsMargins(0, 5, 0, 0)
        self._brief = PlainLabel("", "small")
        hold(self._brief, indent=9)
        self._hint = PlainLabel("", "hint")
        hold(self._hint, indent=9)
        self._hint.hide()
        self.form.left.connect(lambda *_: self.show_hint())
        self.form.edited.connect(lambda *_: self._hint.isHidden() or self.show_hint())
        self._flag = Chip("", "warning")
        self._flag.hide()
        self._arrange()
        self._add_keys()

    def show_record(
        self, place: int, record: Any, flag: str = "", kind: Kind = "warning", tip: str = ""
    ) -> None:
        """Show a record at a place counted from 0; `flag` says what is odd about it."""
        self.record = record
        self.handle.setText(f"{place + 1}.")
        self._flag.show_chip(flag, kind)
        self._flag.setToolTip(tip)
        self.setAccessibleName(self.words(f"canvas.{self._kind}.row", n=place + 1))
        self.form.show_record(record.id, dict(record))
        brief = self.brief(record)
        self._brief.setText(brief)
        self._brief.setVisible(bool(brief) and self._details is None)
        self.show_hint()

    def values(self) -> dict[str, object]:
        """Return the record's fields as they are typed by now."""
        return dict(self.record) | self.form.values()

    def brief(self, record: Any) -> str:
        """Return what a record says beside its first field, while it is folded."""
        raise NotImplementedError

    def hint(self, values: Mapping[str, object]) -> str:
        """Return what may be wrong in what is typed, "" for nothing."""
        return ""

    def show_hint(self) -> None:
        """Say what may be wrong, now that nobody types there."""
        text = self.hint(self.values()) if self.record is not None else ""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def build_details(self) -> QWidget:
        """Make the further fields and add them to the form."""
        raise NotImplementedError

    def unfold(self) -> None:
        """Show the further fields."""
        if self._details is None and self.record is not None:
            self._details = self.build_details()
            self._column.insertWidget(1, self._details)
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
        self._top.insertWidget(0, field, 1)

    def _arrange(self) -> None:
        self._focused = False
        self._top = QHBoxLayout()
        self._top.setSpacing(6)
        self._top.addWidget(self._flag, 0, Qt.AlignmentFlag.AlignTop)
        self._tools = self._build_tools()
        self._top.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self._column.addWidget(self._brief)
        self._column.addWidget(self._hint)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addLayout(self._top)
        right.addLayout(self._column)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 5)
        row.setSpacing(6)
        row.addWidget(self.handle, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)

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
            add_key(self, keys, lambda r=run: r())
