"""What keys open over a view: the preview, the room, dialogs; each as a picture of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.program import Program
from tests.screens.tour import Wait, show, views


@dataclass(frozen=True)
class State:
    """A state of a view: its name in file names, the keys that open it and that leave it."""

    name: str
    view: str
    keys: str
    back: str = "Esc"


STATES = (
    State("minutes-beside", "meeting-bilateral", "Ctrl+P", "Ctrl+P"),
    State("room", "canvas-section", "F5"),
    State("comparison", "canvas", "Ctrl+Shift+D"),
    State("freezing", "canvas", "Ctrl+Shift+F"),
    State("history", "canvas-section", "Ctrl+Shift+H"),
    State("agreement", "canvas-section", "Ctrl+Shift+K"),
    State("shortcuts", "canvas", "F1"),
)


def pictures(program: Program, wait: Wait) -> Iterator[tuple[str, QPixmap]]:
    """Open one state after the other and give its name and picture."""
    known = {view.name: view for view in views(program)}
    for state in STATES:
        show(program, known[state.view], wait)
        # Keys reach only the window in front, which a dialog was before.
        program.window.activateWindow()
        wait(program.window.isActiveWindow)
        yield state.name, _picture(program, state, wait)


def _picture(program: Program, state: State, wait: Wait) -> QPixmap:
    taken: list[QPixmap] = []

    def take_dialog() -> None:
        # Pressing the keys of a dialog may return only once it has been left.
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            taken.append(dialog.grab())
            _press(program, state.back)

    look = QTimer(interval=200)
    look.timeout.connect(take_dialog)
    look.start()
    _press(program, state.keys)
    wait(lambda: QApplication.activeModalWidget() is None and not _is_busy(program))
    look.stop()
    if not taken:
        taken.append(program.window.grab())
        _press(program, state.back)
    return taken[0]


def _press(program: Program, keys: str) -> None:
    target = QApplication.activeModalWidget() or QApplication.focusWidget() or program.window
    QTest.keySequence(target, QKeySequence(keys))


def _is_busy(program: Program) -> bool:
    from desktop.following import Follower

    followers = program.window.findChildren(Follower)
    return program.workers.is_busy() or any(one.is_busy() for one in followers)
