"""The system's own dialogs, behind one seam that tests replace: the only fakes besides time."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def _pick_folder(parent: QWidget, title: str, start: str) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, title, start)
    return Path(chosen) if chosen else None


def _pick_files(parent: QWidget, title: str, start: str, filters: str) -> list[Path]:
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, start, filters)
    return [Path(name) for name in chosen]


@dataclass
class SystemDialogs:
    """Asking for folders and files.

    Attributes:
        pick_folder: parent, title, where to start → the folder, None when it was cancelled.
        pick_files: parent, title, where to start, name filters → the files, [] for none.
    """

    pick_folder: Callable[[QWidget, str, str], Path | None] = _pick_folder
    pick_files: Callable[[QWidget, str, str, str], list[Path]] = _pick_files
