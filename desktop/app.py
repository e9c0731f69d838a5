"""Starting the window: as little as possible before it is painted."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from db.errors import WorkspaceError
from desktop.crash import catch_errors, start_log
from desktop.imports import import_plainly
from desktop.paths import log_path, settings_path, workspace_path
from desktop.settings import load_settings
from resources.words import Words
from ui.common.theme import THEMES, apply_theme

if TYPE_CHECKING:
    from desktop.window import MainWindow

# How long work in the background may keep the window waiting, in seconds. With Python's own
# 5 ms, a letter that asks for ten small things takes 50 while a document is being made; at this
# it is not felt, and the document takes no longer.
_TURN = 0.00002


def favour_window() -> None:
    """Let the window's thread have its turn at once, whatever is done behind it."""
    sys.setswitchinterval(_TURN)


def run_window(workspace: str | None, file: str | None, language: str | None) -> int:
    """Open the window and return the program's exit code when it is closed.

    None stands for the person's own workspace and for the language they chose before.
    """
    import_plainly()
    from desktop.program import Program

    favour_window()
    start_log(log_path())
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Rembuk")
    app.setDesktopFileName("rembuk")
    settings = load_settings(settings_path())
    settings.language = language or settings.language
    theme = settings.theme if settings.theme in THEMES else THEMES[0]
    apply_theme(app, theme, settings.type_size)
    location = workspace or str(workspace_path())
    program = Program(app, location, workspace is None, settings, settings_path())
    catch_errors(
        lambda error: QTimer.singleShot(
            0, lambda: tell_uncaught(program.window, program.words, error)
        )
    )
    program.start([Path(file)] if file else [])
    return app.exec()


def tell_uncaught(window: "MainWindow", words: Words, error: BaseException) -> None:
    """Tell that something went wrong which nobody foresaw; what was typed is kept."""
    key = "shell.crash.storage" if isinstance(error, WorkspaceError) else "shell.crash.text"
    window.shell.show_message(words(key), "danger")
