"""The system's own dialogs, behind one seam that tests replace: the only fakes besides time."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


def _pick_folder(parent: QWidget, title: str, start: str) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, title, start)
    return Path(chosen) if chosen else None


def _pick_files(parent: QWidget, title: str, start: str, filters: str) -> list[Path]:
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, start, filters)
    return [Path(name) for name in chosen]


def _pick_target(parent: QWidget, title: str, start: str, filters: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, filters)
    return Path(chosen) if chosen else None


def _open_path(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


@dataclass
class SystemDialogs:
    """Asking for folders and files, and opening them.

    Attributes:
        pick_folder: parent, title, where to start → the folder, None when it was cancelled.
        pick_files: parent, title, where to start, name filters → the files, [] for none.
        pick_target: parent, title, a proposed path, name filters → the file to write, None when
            it was cancelled.
        open_path: shows a file or a folder in the program that the system has for it.
    """

    pick_folder: Callable[[QWidget, str, str], Path | None] = _pick_folder
    pick_files: Callable[[QWidget, str, str, str], list[Path]] = _pick_files
    pick_target: Callable[[QWidget, str, str, str], Path | None] = _pick_target
    open_path: Callable[[Path], None] = _open_path
