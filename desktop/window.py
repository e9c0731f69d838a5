"""The main window: the frame's wishes, the keys that work everywhere, and closing."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

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
        closed(): the window goes; everything is stored.
    """

    undo_requested = Signal()
    redo_requested = Signal()
    closed = Signal()

    def __init__(self, words: Words, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.may_close: Callable[[], bool] = lambda: True
        self.shell = Shell(words)
        self.replace_shell(self.shell)
        self.setMinimumSize(960, 560)
        self._add_key(QKeySequence.StandardKey.Undo, self.undo_requested.emit)
        self._add_key("Ctrl+Shift+Z", self.redo_requested.emit)
        self._add_key("Ctrl+Y", self.redo_requested.emit)
        self._add_key("Ctrl+K", lambda: self.shell.palette_requested.emit())
        self._restore_size()

    def replace_shell(self, shell: Shell) -> None:
        """Show another frame: in another language, or with its screens."""
        self.shell = shell
        self.setCentralWidget(shell)

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

    def _add_key(self, keys: QKeySequence.StandardKey | str, run: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(run)

    def _restore_size(self) -> None:
        stored = QByteArray.fromBase64(self._settings.geometry.encode())
        if not self.restoreGeometry(stored):
            self.resize(1366, 690)
