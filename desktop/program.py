"""The running program: its window at once, the workspace behind it, and all that joins them."""

import gc
import platform
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from db.errors import RembukError
from desktop.access import Access
from desktop.dialogs import SystemDialogs
from desktop.imports import import_all, keep_modules
from desktop.looks import Looks
from desktop.settings import Settings
from desktop.window import MainWindow
from desktop.workers import Workers
from resources.words import Words
from ui.common.qt_words import install_qt_words
from ui.dialogs.who import WhoDialog
from ui.shell import NavigationEntry, Shell

if TYPE_CHECKING:
    from desktop.opening import Opened
    from desktop.place import Place
    from desktop.saving import Saving
    from desktop.screens import Screens
    from desktop.store import Store

# Where the sidebar leads, in its order: the screen's name and its drawing.
SCREENS = (
    ("home", "house"),
    ("meetings", "message-square-text"),
    ("commitments", "file-text"),
    ("matrix", "table-2"),
    ("followups", "list-checks"),
    ("responses", "scale"),
    ("organisations", "building-2"),
    ("documents", "printer"),
)


class Program(QObject):
    """Joins window, workspace and controllers, and takes them apart again.

    Attributes:
        window: the main window, shown before the workspace is open.
        store, place, screens: None until the workspace is open.
        dialogs: the system's own dialogs, which tests replace.
    """

    def __init__(
        self, app: QApplication, location: str, own: bool, settings: Settings, settings_path: Path
    ) -> None:
        super().__init__()
        self._app = app
        install_qt_words(app, Words(settings.language))
        self._settings = settings
        self._looks = Looks(app, settings, settings_path)
        self.screens: Screens | None = None
        self._waiting_files: list[Path] = []
        self._saving: Saving | None = None
        self.words = Words(settings.language)
        self.dialogs = SystemDialogs()
        self.workers = Workers(self)
        self.store: Store | None = None
        self.place: Place | None = None
        self.window = MainWindow(self.words, settings)
        self._access = Access(location, own, self._import_first, self.workers, self.window)
        self._access.opened.connect(self._on_opened)
        self.window.may_close = self._may_close
        self.window.closed.connect(self._end)
        self.window.undo_requested.connect(self._turn)
        self.window.redo_requested.connect(self._redo)

    def start(self, files: list[Path]) -> None:
        """Show the window and begin to open the workspace; `files` are received afterwards."""
        self._waiting_files = files
        self._dress_shell(self.window.shell)
        self.window.show()
        # The first paint goes before the imports, which take most of a second.
        QTimer.singleShot(0, self._access.open)

    def _import_first(self) -> None:
        """Import what the screens read with; runs on a worker, and touches no class of Qt's."""
        import_all(["db.workspace", "db.queries.home", "db.queries.meetings"])

    def _on_opened(self, opened: "Opened") -> None:
        from db.workspace import Author
        from desktop.place import Place
        from desktop.store import Store

        keep_modules()
        before = (self.store, self.place)
        author = Author(self._settings.author, platform.node())
        where = self.place.as_settings() if self.place else self._settings.place
        self.store = Store(opened.workspace, author, self)
        self.place = Place(where, self)
        self._connect(self.store, self.place)
        if self.window.shell.current_screen():
            # It was refused, or open for reading only, with fields that cannot be typed in.
            self._renew_shell()
        self._build()
        for part in before:
            if part is not None:
                part.deleteLater()
        if not self._settings.author and not opened.workspace.read_only:
            QTimer.singleShot(0, self.ask_author)

    def _connect(self, store: "Store", place: "Place") -> None:
        from desktop.onlooker import Onlooker
        from desktop.saving import Saving

        place.moved.connect(self._on_moved)
        self._looks.follow(place)
        store.refused.connect(self._tell_error)
        self._saving = Saving(store, self.dialogs, self.window)
        if store.workspace.read_only and store.workspace.path is not None:
            Onlooker(store, store.workspace.path)

    def _build(self) -> None:
        """Make the screens in the language of now and bring back where the person was."""
        from desktop.parts import Parts
        from desktop.screens import Screens

        assert self.store is not None
        assert self.place is not None
        assert self._saving is not None
        shell = self.window.shell
        self._saving.show_in(shell, self.words)
        parts = Parts(
            self.words, self.store, self.place, self._settings, self.workers,
            lambda text, kind="info", action=None: shell.show_message(text, kind, action),
            self.window, self.dialogs,
        )  # fmt: skip
        self.screens = Screens(parts)
        self.screens.completed.connect(keep_modules)
        self.place.go(self.screens.nearest(self.place.screen))
        self._show_screen(self.place.screen)
        self.screens.make_others()
        self._receive_waiting(self.screens)

    def _receive_waiting(self, screens: "Screens") -> None:
        """Preview the session files that the program was started with."""
        from desktop.controllers.documents import DocumentsController

        files, self._waiting_files = self._waiting_files, []
        documents = screens.controller("documents") if files else None
        if isinstance(documents, DocumentsController):
            documents.receiving.preview(files)

    def _dress_shell(self, shell: Shell) -> None:
        shell.set_navigation(
            [
                NavigationEntry(key, self.words(f"shell.screens.{key}"), icon)
                for key, icon in SCREENS
            ]
        )
        shell.set_author(self._settings.author)
        shell.screen_requested.connect(self._on_screen_requested)
        shell.author_change_requested.connect(self.ask_author)
        shell.language_requested.connect(self.switch_language)
        self._looks.offer_in(shell, self.words)
        self._access.show_in(shell, self.words)

    def ask_author(self) -> None:
        """Ask who works here and write in that name from now on."""
        dialog = WhoDialog(self.words, self._settings.author, self._settings.authors, self.window)
        if not dialog.run() or self.store is None:
            return
        self.store.flush()
        self._settings.set_author(dialog.name())
        self.store.author = replace(self.store.author, name=dialog.name())
        self.window.shell.set_author(dialog.name())
        self._remember()

    def switch_language(self, language: str) -> None:
        """Build the whole window anew in another language, where the person stands.

        What is under way ends first: its result is for the window as it is.
        """
        self.workers.when_idle(partial(self._switch_language, language))

    def _switch_language(self, language: str) -> None:
        if self.store is not None:
            self.store.leave_all()
        self._settings.language = language
        self.words = Words(language)
        install_qt_words(self._app, self.words)
        self._renew_shell()
        if self.store is not None:
            self._build()
        self._remember()

    def _renew_shell(self) -> None:
        old = self.window.shell
        self.window.replace_shell(Shell(self.words))
        self._dress_shell(self.window.shell)
        old.deleteLater()
        # What is left of the old screens goes with them, not in the middle of a line.
        QTimer.singleShot(0, lambda: _clear_away())

    def _on_screen_requested(self, key: str) -> None:
        if self.place is not None and self.store is not None:
            self.store.flush()
            self.place.go(key)

    def _on_moved(self, name: str) -> None:
        if name == "screen" and self.place is not None:
            self._show_screen(self.place.screen)

    def _show_screen(self, key: str) -> None:
        if self.screens is not None:
            self.screens.show(key)

    def _tell_error(self, error: RembukError) -> None:
        self.window.shell.show_message(self._sentence(error), "warning")

    def _redo(self) -> None:
        self._turn(again=True)

    def _turn(self, again: bool = False) -> None:
        from desktop.turning import turn

        if self.store is not None and (said := turn(self.store, self.words, again)):
            self.window.shell.show_message(said)

    def _sentence(self, error: RembukError) -> str:
        return self.words.error(error.key, error.values)

    def _may_close(self) -> bool:
        return self._saving is None or self._saving.may_close()

    def _remember(self) -> None:
        self._looks.remember(self.place)

    def _end(self) -> None:
        # Screens have workers of their own; and a timer may still wish for something.
        for workers in [self.workers, *self.window.findChildren(Workers)]:
            workers.end()
        self._remember()
        self._access.close()


def _clear_away() -> None:
    gc.collect()
