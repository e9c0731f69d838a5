"""A window with one screen and everything behind it: the real register, store and frame."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from db.commands.records import add_record
from db.records import Record
from db.workspace import Author, Workspace
from desktop.parts import Parts
from desktop.place import Place
from desktop.program import SCREENS
from desktop.settings import Settings
from desktop.store import Store
from desktop.window import MainWindow
from desktop.workers import Workers
from resources.words import Words
from tests.ui.helpers import accessible_name, assert_all_named, named
from ui.dialogs.base import Dialog
from ui.shell import NavigationEntry

R = TypeVar("R", bound=Record)
OTHER = Author("Ratri", "laptop-2")
"""Somebody else, at another laptop, whose work comes into the same register."""


class Room:
    """Stands in for the program around a single controller.

    Attributes:
        told: what the person was told, as (kind, text), the latest last.
        actions: the buttons that came with it, by their words.
    """

    def __init__(self, qtbot, folder: Path, language: str = "id", name: str = "w.db") -> None:
        self.qtbot = qtbot
        self.words = Words(language)
        self.workspace = Workspace.open(folder / name)
        self.store = Store(self.workspace, Author("Sri", "laptop"))
        self.place = Place({})
        self.workers = Workers()
        self.told: list[tuple[str, str]] = []
        self.actions: dict[str, Callable[[], object]] = {}
        self.refusals: list[str] = []
        self.window = MainWindow(self.words, Settings())
        self.window.shell.set_navigation(
            [
                NavigationEntry(key, self.words(f"shell.screens.{key}"), icon)
                for key, icon in SCREENS
            ]
        )
        self.window.undo_requested.connect(self.store.undo)
        self.window.redo_requested.connect(self.store.redo)
        self.store.refused.connect(lambda error: self.refusals.append(error.key))
        qtbot.addWidget(self.window)

    def parts(self) -> Parts:
        return Parts(
            self.words, self.store, self.place, Settings(), self.workers, self._tell, self.window
        )

    def show(self, controller) -> None:
        """Open the window on a controller's screen."""
        controller.setParent(self.window.shell)
        self.window.shell.add_screen(controller.key, controller.screen)
        self.place.go(controller.key)
        self.window.resize(1366, 690)
        with self.qtbot.waitExposed(self.window):
            self.window.show()
            self.window.activateWindow()
        self.window.shell.show_screen(controller.key)
        self.settle()

    def add_elsewhere(self, of: type[R], **values: Any) -> R:
        """Store a record as somebody else's."""
        record = of(id=str(uuid4()), **values)
        add_record(self.workspace, OTHER, record)
        return record

    def settle(self) -> None:
        """Wait until nothing is under way, and everything typed is stored."""
        self.store.flush()
        self.qtbot.waitUntil(lambda: not self.workers.is_busy(), timeout=20_000)
        QApplication.processEvents()

    def find(self, key: str, kind: type[QWidget] = QWidget, **values) -> QWidget:
        """Find the visible widget that is called by these words."""
        return named(self.window, self.words(key, **values), kind)

    def header(self, key: str) -> QWidget:
        return self.window.shell._header.button(key)

    def choose(self, button: QWidget, number: int) -> None:
        """Open a button's menu by key and take the choice of this number."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in range(number):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        QApplication.processEvents()

    def answer(self, accept: bool) -> list[str]:
        """Answer the question that is about to be asked; its heading is in the list then."""
        asked: list[str] = []

        def act() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, Dialog)
            if not dialog.isActiveWindow():
                QTimer.singleShot(5, act)
                return
            asked.append(accessible_name(dialog))
            QTest.keyClick(dialog, Qt.Key.Key_Return if accept else Qt.Key.Key_Escape)

        QTimer.singleShot(0, act)
        return asked

    def during(self, kind: type[QWidget], act: Callable[[Any], object]) -> None:
        """Do something with the dialog of this kind that is about to open."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, kind) or not dialog.isActiveWindow():
                QTimer.singleShot(5, look)
                return
            try:
                assert_all_named(dialog)
                act(dialog)
            except BaseException:
                # Left open, it would keep the test that failed for ever.
                dialog.close()
                raise

        QTimer.singleShot(0, look)

    def come_back(self) -> None:
        """Make the window active again, which this platform forgets after a dialog or a menu."""
        QApplication.processEvents()
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        self.settle()

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        QTest.keyClicks(QApplication.focusWidget(), text)

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def close(self) -> None:
        self.workers.wait()
        self.window.close()
        self.workspace.close()
        # Their signals lead to functions that know this room: nothing would ever let go of it.
        for part in (self.store, self.place, self.workers):
            part.deleteLater()

    def _tell(self, text, kind="info", action=None) -> None:
        self.told.append((kind, text))
        if action is not None:
            self.actions[action[0]] = action[1]
