"""The sheet of F1: every shortcut of the window, in groups, to be filtered."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from db.search.letters import holds, wanted_words
from resources.shortcuts import Shortcut, ShortcutGroup, load_shortcuts
from resources.words import Words
from ui.common.chip import KeyHint
from ui.common.labels import Line, PlainLabel
from ui.common.line_edit import LineEdit
from ui.common.look import announce
from ui.dialogs.base import Dialog

KEYS = "F1"
T = TypeVar("T")
_COLUMNS = 3
_SIZE = QSize(1180, 620)
# More keys than these are told by the first and the last.
_MOST = 3
_CAPS = {
    "Up": "↑", "Down": "↓", "Left": "←", "Right": "→",
    "PgDown": "PgDn", "Return": "Enter", "Del": "Delete",
}  # fmt: skip


class ShortcutSheet(Dialog):
    """Shows all shortcuts at once; typing leaves those that match by key, deed or group."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        title, close = words("shortcuts.title"), words("shortcuts.close")
        super().__init__(words, title, ok=close, cancel=False, parent=parent)
        self.field = LineEdit(words("shortcuts.filter"), words("shortcuts.placeholder"))
        self.field.textChanged.connect(self._filter)
        self._groups = [_GroupBox(words, group) for group in load_shortcuts()]
        self._nothing = PlainLabel("", "muted")
        self._nothing.hide()
        self.body.addWidget(self.field)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._build_sheet(), 1)
        QShortcut(QKeySequence(KEYS), self).activated.connect(self.accept)
        room = parent.size() - QSize(60, 60) if parent is not None else _SIZE
        self.resize(_SIZE.boundedTo(room))
        self.field.setFocus()

    def shown(self) -> list[str]:
        """Return what the shortcuts in view do, in order."""
        return [row.does for group in self._groups for row in group.rows if not row.isHidden()]

    def _filter(self, text: str) -> None:
        wanted = wanted_words(text)
        found = sum(group.show_matching(wanted) for group in self._groups)
        self._nothing.setText(self.words("shortcuts.nothing", text=text.strip()))
        self._nothing.setVisible(not found)
        announce(self.field, self.words("shortcuts.found", n=found))

    def _build_sheet(self) -> QScrollArea:
        ground = QWidget()
        ground.setProperty("role", "scrolled")
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(26)
        for groups in in_columns(self._groups, [len(g.rows) + 2 for g in self._groups], _COLUMNS):
            column = QVBoxLayout()
            column.setSpacing(16)
            for group in groups:
                column.addWidget(group)
            column.addStretch(1)
            row.addLayout(column, 1)
        area = QScrollArea()
        area.setAccessibleName(self.words("shortcuts.list"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(ground)
        return area


class _Row(QWidget):
    """What keys do, and the keys."""

    def __init__(self, words: Words, group: str, shortcut: Shortcut) -> None:
        super().__init__()
        self.does = words(f"shortcuts.does.{group}.{shortcut.name}")
        self._caps = [key_caps(key) for key in shortcut.keys]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(PlainLabel(self.does), 1)
        shown = self._caps if len(self._caps) <= _MOST else [self._caps[0], "…", self._caps[-1]]
        for cap in shown:
            hint = PlainLabel(cap, "small", wraps=False) if cap == "…" else KeyHint(cap)
            row.addWidget(hint, 0, Qt.AlignmentFlag.AlignTop)

    def show_matching(self, group: str, wanted: Sequence[str]) -> bool:
        """Show it if its group, its words or its keys hold all words; whether they do."""
        text = " ".join((group, self.does, *self._caps))
        found = len(holds(text, wanted)) == len(set(wanted))
        self.setVisible(found)
        return found


class _GroupBox(QWidget):
    """A group under its heading."""

    def __init__(self, words: Words, group: ShortcutGroup) -> None:
        super().__init__()
        self._title = words(f"shortcuts.groups.{group.name}")
        self.rows = [_Row(words, group.name, shortcut) for shortcut in group.shortcuts]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(PlainLabel(self._title, "group"))
        column.addWidget(Line())
        for row in self.rows:
            column.addWidget(row)

    def show_matching(self, wanted: Sequence[str]) -> int:
        """Show the rows that match all words; return how many."""
        found = sum(row.show_matching(self._title, wanted) for row in self.rows)
        self.setVisible(bool(found))
        return found


def key_caps(key: str) -> str:
    """Return a key as it is printed on the keyboard: Ctrl+↑ for Ctrl+Up."""
    *modifiers, last = key.split("+") if not key.endswith("++") else [key[:-2], "+"]
    return "+".join([*modifiers, _CAPS.get(last, last)])


def in_columns(things: Sequence[T], sizes: Sequence[int], count: int) -> list[list[T]]:
    """Return things in so many columns, in order, about equally high."""
    columns: list[list[T]] = [[]]
    room, used = sum(sizes) / count, 0
    for thing, size in zip(things, sizes, strict=True):
        if columns[-1] and used + size / 2 > room * len(columns) and len(columns) < count:
            columns.append([])
        columns[-1].append(thing)
        used += size
    return columns
