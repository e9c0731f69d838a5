"""The window's frame: sidebar, header, the screens, messages and the status bar."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.chip import Kind
from ui.common.screen import Screen
from ui.frame.header import Header
from ui.frame.messages import Messages
from ui.frame.navigation import NavigationEntry
from ui.frame.regions import Regions
from ui.frame.sidebar import FootPart, Sidebar
from ui.frame.status_bar import StatusBar

__all__ = ["NavigationEntry", "Shell"]


class Shell(QWidget):
    """Everything that is visible of the main window.

    Keys: Ctrl+1 … Ctrl+9 ask for the screens in the sidebar's order, F6 and Shift+F6 go round
    sidebar, header, messages, screen and status bar, Ctrl+=, Ctrl+- and Ctrl+0 change how large
    letters are, F1 shows all keys.

    Attributes:
        saved_sign: says whether all is stored.
        messages: what is told; `show_message` and `pin_message` tell something.

    Signals:
        screen_requested(str): the person wants a screen; answer with `show_screen`.
        author_change_requested(): the person wants to say who works here.
        language_requested(str): "id" or "en"; answer by building a new Shell.
        theme_requested(str): "light" or "dark"; answer with ui.common.theme.apply_theme.
        type_size_requested(int): letters of so many percent; answer with apply_theme.
        folded_changed(bool): the sidebar was folded or unfolded, to be remembered.
        palette_requested(): the person wants to find something or run a command.
    """

    screen_requested = Signal(str)
    author_change_requested = Signal()
    language_requested = Signal(str)
    theme_requested = Signal(str)
    type_size_requested = Signal(int)
    folded_changed = Signal(bool)
    palette_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._screens: dict[str, QWidget] = {}
        self._sidebar = Sidebar(words)
        self._header = Header(words)
        self._status = StatusBar(words)
        self._stack = QStackedWidget()
        self.messages = Messages(words, self._stack)
        frame = (self._sidebar, self._header)
        self._regions = Regions(frame, self.messages, self._stack, (self._status,))
        self.saved_sign = self._header.saved_sign
        self._arrange()
        self._connect()
        self._add_keys()
        self.setMinimumSize(960, 560)

    def add_screen(self, key: str, screen: QWidget) -> None:
        """Keep a screen under a key; one that was there under it goes."""
        old = self._screens.pop(key, None)
        self._screens[key] = screen
        self._stack.addWidget(screen)
        if isinstance(screen, Screen):
            screen.title_changed.connect(lambda: self._refresh(key))
        if old is not None:
            if self._stack.currentWidget() is old:
                self.show_screen(key)
            self._stack.removeWidget(old)
            old.deleteLater()

    def show_screen(self, key: str) -> None:
        """Bring a screen to the front, with its title, actions and facts."""
        screen = self._screens[key]
        self._stack.setCurrentWidget(screen)
        self.messages.stay_on_top()
        self._sidebar.set_current(key)
        self._refresh(key)
        if isinstance(screen, Screen):
            screen.focus_start()

    def current_screen(self) -> str:
        """Return the key of the screen in front; "" before the first."""
        return next((k for k, s in self._screens.items() if s is self._stack.currentWidget()), "")

    def set_navigation(self, entries: Sequence[NavigationEntry]) -> None:
        """Fill the sidebar."""
        self._sidebar.set_entries(entries)
        self._sidebar.set_current(self.current_screen())

    def set_badge(self, key: str, count: int) -> None:
        """Show how much waits behind an entry; 0 shows nothing."""
        self._sidebar.set_badge(key, count)

    def set_plan_name(self, name: str) -> None:
        """Show the plan that is worked on below the program's name."""
        self._sidebar.set_plan_name(name)

    def set_footer(self, lines: Sequence[str]) -> None:
        """Show where the data lies and when it was backed up, at the sidebar's foot."""
        self._sidebar.set_footer(lines)

    def set_folded(self, folded: bool) -> None:
        """Fold the sidebar to its drawings."""
        self._sidebar.set_folded(folded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # From the header or a message, too: who printed there goes on from there.
        screen = self._stack.currentWidget()
        if event.key() == Qt.Key.Key_Escape and isinstance(screen, Screen):
            screen.leave_page()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sidebar.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._sidebar.fit(self.width())

    def add_head_part(self, part: QWidget) -> None:
        """Keep something in the header on every screen, such as the running time."""
        self._header.add_part(part)

    def add_sidebar_part(self, part: FootPart) -> None:
        """Keep something at the sidebar's foot; it is told when the sidebar is folded."""
        self._sidebar.add_part(part)

    def set_lasting_fact(self, fact: str) -> None:
        """Show a fact behind those of every screen, such as where the projector is; "" for none."""
        self._status.set_lasting_fact(fact)

    def set_author(self, name: str) -> None:
        """Show who works here; "" asks for a name."""
        self._status.set_author(name)

    def show_message(
        self,
        text: str,
        kind: Kind = "info",
        action: tuple[str, Callable[[], object]] | None = None,
        key: str = "",
    ) -> None:
        """Tell something that happened.

        Info and success pass by at the foot after some seconds; warning and danger stay above
        the screen until they are dismissed. `action` is a button's words and what it does.
        With a key it takes the place of an earlier message of that key.
        """
        self.messages.show_message(text, kind, action, key)

    def pin_message(
        self,
        key: str,
        text: str,
        kind: Kind,
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Tell what holds until `unpin_message`: it stays above the screen and can't be closed."""
        self.messages.pin(key, text, kind, action)

    def unpin_message(self, key: str) -> None:
        """Take a pinned message away: it no longer holds."""
        self.messages.unpin(key)

    def show_shortcuts(self) -> None:
        """Show the sheet of all shortcuts."""
        from ui.dialogs.shortcuts import ShortcutSheet

        sheet = ShortcutSheet(self._words, self.window())
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _refresh(self, key: str) -> None:
        screen = self._screens.get(key)
        if screen is not self._stack.currentWidget() or not isinstance(screen, Screen):
            return
        self._header.set_title(screen.title(), screen.subtitle())
        self._header.show_sign(*screen.sign())
        self._header.set_actions(screen.header_actions())
        self._status.set_facts(screen.facts())

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.messages.bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self._sidebar.screen_requested.connect(self.screen_requested)
        self._sidebar.screen_requested.connect(lambda key: _enter(self._screens.get(key)))
        self._sidebar.folded_changed.connect(self.folded_changed)
        self._status.author_change_requested.connect(self.author_change_requested)
        self._status.language_requested.connect(self.language_requested)
        self._status.theme_requested.connect(self.theme_requested)
        self._status.type_size_requested.connect(self.type_size_requested)
        self._status.palette_requested.connect(self.palette_requested)
        self._status.shortcuts_requested.connect(self.show_shortcuts)

    def _add_keys(self) -> None:
        keys: list[tuple[str, Callable[[], object]]] = [
            *((f"Ctrl+{n}", partial(self._sidebar.ask, n - 1)) for n in range(1, 10)),
            ("Ctrl+=", partial(self._status.step_type_size, 1)),
            ("Ctrl++", partial(self._status.step_type_size, 1)),
            ("Ctrl+-", partial(self._status.step_type_size, -1)),
            ("Ctrl+0", self._status.ask_usual_type_size),
            ("F1", self.show_shortcuts),
            ("F6", partial(self._regions.go_round, 1)),
            ("Shift+F6", partial(self._regions.go_round, -1)),
        ]
        for name, run in keys:
            QShortcut(QKeySequence(name), self).activated.connect(run)


def _enter(screen: QWidget | None) -> None:
    """Lead into the screen in front somebody who asks for it from outside."""
    focused = QApplication.focusWidget()
    inside = focused is not None and screen is not None and screen.isAncestorOf(focused)
    if isinstance(screen, Screen) and screen.isVisible() and not inside:
        screen.focus_start()
