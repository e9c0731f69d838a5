"""The dark green sidebar: name and plan, the ways to the screens, where the data lies."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.icons import icon_pixmap
from ui.common.labels import ElidedLabel, PlainLabel, plain_tool_tip
from ui.common.letters import hold, px
from ui.frame.navigation import NavigationButton, NavigationEntry

WIDTH = 200
FOLDED_WIDTH = 60
# In a narrower window, at letters of 100 %, the screens need the room that the words take.
_ROOM = 1000


class FoldButton(QPushButton):
    """Folds the sidebar to its drawings, and back."""

    def __init__(self) -> None:
        super().__init__()
        self.drawing = "panel-left-close"
        self.setFixedSize(28, 28)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(6, 6, icon_pixmap(self.drawing, "sidebar_muted", 16))


class FootPart(Protocol):
    """What may stand at the sidebar's foot: a widget that can be narrow."""

    def set_folded(self, folded: bool) -> None: ...


class Sidebar(QFrame):
    """The navigation.

    Signals:
        screen_requested(str): an entry was chosen, with its key.
        folded_changed(bool): the person folded or unfolded it.
    """

    screen_requested = Signal(str)
    folded_changed = Signal(bool)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._buttons: dict[str, NavigationButton] = {}
        self._folded = False
        self._narrow = False
        self.setObjectName("sidebar")
        self.setAccessibleName(words("shell.sidebar.name"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 18, 10, 14)
        column.setSpacing(0)
        column.addLayout(self._build_head())
        column.addSpacing(14)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(2)
        column.addLayout(self._entries)
        column.addStretch(1)
        self._foot = column
        self._parts: list[FootPart] = []
        self._footer = PlainLabel("", "sidebar")
        self._footer.setContentsMargins(10, 0, 0, 0)
        column.addWidget(self._footer)
        self.set_folded(False)

    def set_entries(self, entries: Sequence[NavigationEntry]) -> None:
        """Show these ways, in this order; the first nine answer to Ctrl+1 … Ctrl+9."""
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for number, entry in enumerate(entries, 1):
            shortcut = f"Ctrl+{number}" if number < 10 else ""
            button = NavigationButton(self._words, entry, shortcut)
            button.set_folded(self._folded or self._narrow)
            button.clicked.connect(lambda _=False, key=entry.key: self.screen_requested.emit(key))
            self._buttons[entry.key] = button
            self._entries.addWidget(button)

    def add_part(self, part: FootPart) -> None:
        """Show a widget above the foot's words."""
        assert isinstance(part, QWidget)
        self._parts.append(part)
        self._foot.insertWidget(self._foot.indexOf(self._footer), part)
        part.set_folded(self._folded or self._narrow)

    def keys(self) -> list[str]:
        """Return the entries' keys in order."""
        return list(self._buttons)

    def ask(self, place: int) -> None:
        """Ask for the screen at a place from the top, as if its entry had been pressed."""
        keys = self.keys()
        if place < len(keys):
            self.screen_requested.emit(keys[place])

    def set_current(self, key: str) -> None:
        """Mark the entry of the shown screen; a screen without an entry marks none."""
        for name, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(name == key)
            button.setAutoExclusive(True)

    def set_badge(self, key: str, count: int) -> None:
        """Show how much waits behind an entry."""
        self._buttons[key].set_count(count)

    def set_plan_name(self, name: str) -> None:
        """Show the plan that is worked on."""
        self._plan.setText(name)

    def set_footer(self, lines: Sequence[str]) -> None:
        """Show where the data lies and when it was last backed up."""
        self._footer.setText("\n".join(lines))

    def set_folded(self, folded: bool) -> None:
        """Show drawings only, or words too, as the person wants it."""
        self._folded = folded
        self._show_folded(folded or self._narrow)

    def fit(self, width: int) -> None:
        """Show drawings only, whatever the person wants, while a window so wide has no room."""
        narrow = width < px(_ROOM)
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_folded(narrow or self._folded)

    def _show_folded(self, folded: bool) -> None:
        hold(self, **({} if folded else {"fixedWidth": WIDTH}))
        if folded:
            self.setFixedWidth(FOLDED_WIDTH)
        for part in (self._brand, self._plan, self._footer):
            part.setVisible(not folded)
        self._head.setContentsMargins(6 if folded else 10, 0, 0, 0)
        for button in (*self._buttons.values(), *self._parts):
            button.set_folded(folded)
        name = self._words("shell.sidebar.unfold" if folded else "shell.sidebar.fold")
        self._fold.drawing = "panel-left-open" if folded else "panel-left-close"
        self._fold.setAccessibleName(name)
        self._fold.setToolTip(plain_tool_tip(name))
        self._fold.setVisible(not self._narrow)
        self._fold.update()

    def is_folded(self) -> bool:
        """Whether it shows drawings only."""
        return self._folded

    def focus_start(self) -> None:
        """Put the focus on the current entry."""
        buttons = list(self._buttons.values()) or [self._fold]
        current = [button for button in buttons if button.isChecked()]
        (current or buttons)[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build_head(self) -> QHBoxLayout:
        self._brand = PlainLabel(self._words("shell.app"), "brand", wraps=False)
        self._plan = ElidedLabel("", "sidebar")
        self._fold = FoldButton()
        self._fold.clicked.connect(self._toggle)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self._brand)
        names.addWidget(self._plan)
        names.addStretch(1)
        self._head = head = QHBoxLayout()
        head.setSpacing(0)
        head.addStrut(42)
        head.addLayout(names, 1)
        head.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _toggle(self) -> None:
        self.set_folded(not self._folded)
        self.folded_changed.emit(self._folded)
