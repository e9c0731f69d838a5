"""Starting the window: as little as possible before it is painted."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.crash import catch_errors, start_log
from desktop.paths import log_path, settings_path, workspace_path
from desktop.program import Program, uncaught
from desktop.settings import load_settings
from ui.common.theme import THEMES, apply_theme


def run_window(workspace: str | None, file: str | None, language: str | None) -> int:
    """Open the window and return the program's exit code when it is closed.

    None stands for the person's own workspace and for the language they chose before.
    """
    start_log(log_path())
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Rembuk")
    app.setDesktopFileName("rembuk")
    settings = load_settings(settings_path())
    settings.language = language or settings.language
    apply_theme(app, settings.theme if settings.theme in THEMES else THEMES[0])
    location = workspace or str(workspace_path())
    program = Program(app, location, workspace is None, settings, settings_path())
    catch_errors(lambda error: QTimer.singleShot(0, lambda: uncaught(program, error)))
    program.start([Path(file)] if file else [])
    return app.exec()
