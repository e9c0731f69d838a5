"""The main window: the frame's wishes, the keys that work everywhere, and closing."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid

from desktop.room_state import RoomState
from desktop.settings import Settings
from resources.words import Words
from ui.shell import Shell


class MainWindow(QMainWindow):
    """Holds the frame (which a change of language replaces) and remembers its size.

    Attributes:
        shell: the frame that is shown now.
        may_close: asked before closing; False keeps the window open.

    Signals:
        undo_requested(), redo_requested(): the keys that work on every screen.
        projector_requested(), projector_menu_requested(): what the room sees, on every screen.
        uncovered(): the frame is in view again, before anything in it gets the focus.
        desk_moved(): the window stands on another display.
        closed(): the window goes; everything is stored.
    """

    undo_requested = Signal()
    redo_requested = Signal()
    projector_requested = Signal()
    projector_menu_requested = Signal()
    uncovered = Signal()
    desk_moved = Signal()
    closed = Signal()

    def __init__(self, words: Words, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.may_close: Callable[[], bool] = lambda: True
        self.room = RoomState()
        self._before: QWidget | None = None
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.shell = Shell(words)
        self.replace_shell(self.shell)
        self.setMinimumSize(960, 560)
        self._add_key(QKeySequence.StandardKey.Undo, self.undo_requested.emit)
        self._add_key("Ctrl+Shift+Z", self.redo_requested.emit)
        self._add_key("Ctrl+Y", self.redo_requested.emit)
        self._add_key("Ctrl+K", lambda: self.shell.palette_requested.emit())
        self._add_key("F5", self.projector_requested.emit)
        self._add_key("Shift+F5", self.projector_menu_requested.emit)
        self._restore_size()

    def replace_shell(self, shell: Shell) -> None:
        """Show another frame: in another language, or with its screens."""
        old, self.shell = self.shell, shell
        self._stack.addWidget(shell)
        self._stack.setCurrentWidget(shell)
        for widget in [self._stack.widget(place) for place in range(self._stack.count())]:
            # The old frame, and what was shown over it.
            if widget is not None and widget is not shell:
                self._stack.removeWidget(widget)
                if widget is not old:
                    widget.deleteLater()

    def show_over(self, widget: QWidget) -> None:
        """Show something in the frame's place; keys of the frame do nothing meanwhile."""
        self._before = cast("QWidget | None", self.focusWidget())
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def is_covered(self) -> bool:
        """Whether something stands in the frame's place."""
        return self._stack.currentWidget() is not self.shell

    def show_shell(self) -> None:
        """Show the frame again, with the focus where it was."""
        over = self._stack.currentWidget()
        self._stack.setCurrentWidget(self.shell)
        if over is not None and over is not self.shell:
            self._stack.removeWidget(over)
            self.uncovered.emit()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        handle.screenChanged.connect(self._on_screen, Qt.ConnectionType.UniqueConnection)

    def closeEvent(self, event: QCloseEvent) -> None:
        # The stubs forget that nothing may have the focus.
        focused = cast("QWidget | None", self.focusWidget())
        if focused is not None:
            # Fields tell what stands in them when they are left.
            focused.clearFocus()
        if not self.may_close():
            event.ignore()
            if focused is not None:
                focused.setFocus()
            return
        self._settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.closed.emit()
        super().closeEvent(event)

    def _on_screen(self) -> None:
        self.desk_moved.emit()

    def _add_key(self, keys: QKeySequence.StandardKey | str, run: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(run)

    def _restore_size(self) -> None:
        stored = QByteArray.fromBase64(self._settings.geometry.encode())
        if not self.restoreGeometry(stored):
            self.resize(1366, 690)
