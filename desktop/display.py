"""Opening the window, where there is a display to open it on."""

import os
import sys

from db.errors import RembukError


def open_window(workspace: str | None, file: str | None, language: str | None) -> int:
    """Open the window and return its exit code; RembukError where there is no display.

    None stands for what the person chose before: their own workspace, their language.
    """
    if not has_display():
        raise RembukError("no_display")
    from desktop.app import run_window

    return run_window(workspace, file, language)


def has_display() -> bool:
    """Tell whether a window can open; Qt itself would end the process with a core dump."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
