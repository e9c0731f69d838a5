"""What keys open over a view: the preview, the room, dialogs; each as a picture of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.controllers.deciding import ALL
from desktop.program import Program
from tests.screens.differing import make_differing
from tests.screens.tour import Wait, show, views
from ui.canvas.readiness_foot import ReadinessFoot

DIFFERING = "differing"
"""Not a view but what is asked over one, once the sample was written on two laptops."""


@dataclass(frozen=True)
class State:
    """A state of a view: its name in file names, the keys that open it and that leave it.

    Attributes:
        press: a widget of this kind is pressed, too, where no key does the same.
    """

    name: str
    view: str
    keys: tuple[str, ...] = ()
    back: str = "Esc"
    press: type[QAbstractButton] | None = None


STATES = (
    State("minutes-beside", "meeting-bilateral", ("Ctrl+P",), "Ctrl+P"),
    State("point-history", "meeting-bilateral", ("Alt+2", "Esc", "Home", "Ctrl+Shift+H")),
    State("room", "canvas-section", ("F5",)),
    *(
        State(f"room-{name}", "meeting-bilateral", ("F5", f"Alt+{number}"))
        for number, name in ((3, "points"), (4, "decisions"), (5, "attendance"))
    ),
    State("comparison", "canvas", ("Ctrl+Shift+D",)),
    State("findings", "canvas-section", press=ReadinessFoot),
    State("freezing", "canvas", ("Ctrl+Shift+F",)),
    State("history", "canvas-section", ("Ctrl+Shift+H",)),
    State("agreement", "canvas-section", ("Ctrl+Shift+K",)),
    State("answer", "canvas-section", ("Alt+3", "Space")),
    State("matrix-history", "matrix", ("Ctrl+Shift+H",)),
    State("shortcuts", "canvas", ("F1",)),
    # Last: from here on something in the sample differs.
    State("deciding", DIFFERING),
)


def pictures(program: Program, wait: Wait) -> Iterator[tuple[str, QPixmap]]:
    """Open one state after the other and give its name and picture."""
    known = {view.name: view for view in views(program)}
    for state in STATES:
        if state.view == DIFFERING:
            assert program.store is not None
            make_differing(program.store.workspace)
        else:
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
    _open(program, state)
    if state.view == DIFFERING:
        # It asks once the screen that it leads to has come to the front.
        wait(lambda: bool(taken))
    wait(lambda: QApplication.activeModalWidget() is None and not _is_busy(program))
    look.stop()
    if not taken:
        taken.append(program.window.grab())
        _press(program, state.back)
    return taken[0]


def _open(program: Program, state: State) -> None:
    assert program.place is not None
    for keys in state.keys:
        _press(program, keys)
    if state.press is not None:
        next(one for one in program.window.findChildren(state.press) if one.isVisible()).click()
    if state.view == DIFFERING:
        program.place.go("commitments", differing=ALL)


def _press(program: Program, keys: str) -> None:
    target = QApplication.activeModalWidget() or QApplication.focusWidget() or program.window
    QTest.keySequence(target, QKeySequence(keys))


def _is_busy(program: Program) -> bool:
    from desktop.following import Follower

    followers = program.window.findChildren(Follower)
    return program.workers.is_busy() or any(one.is_busy() for one in followers)
