"""How soon the room sees a letter, and what the projector costs the one who types.

    python -m tests.bench.projector WORKSPACE

Needs a second display (Qt's offscreen platform takes several from a file). Types into the problem
of the second commitment while the room sees that part, then its whole canvas. Prints, as JSON,
milliseconds.
"""

import sys
import time
from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from db.queries.commitments import list_commitments
from desktop.controllers.projector import ProjectorController
from tests.bench.driven import Paints, Window, percentiles, print_measured
from ui.canvas.canvas import Canvas
from ui.projector.view import RoomView
from ui.projector.window import ProjectorWindow

LETTERS = 100
PAUSE = 0.06


def measure(window: Window) -> dict[str, float]:
    """Measure both views, and the desk beside them."""
    place, store = window.program.place, window.program.store
    assert place is not None
    assert store is not None
    second = next(one for one in store.read(list_commitments) if one.number == 2)
    place.go("commitments", commitments=second.id)
    controller = window.window.shell.findChild(ProjectorController)
    canvas = window.find(Canvas)
    assert isinstance(canvas, Canvas)
    canvas.go_to(next(key for key in canvas.cards.cards if key.endswith(":problem")))
    field = QApplication.focusWidget()
    assert isinstance(field, QTextEdit)
    controller.start()
    found: dict[str, float] = {}
    for name, subject in (("section", "follow"), ("canvas", "canvas")):
        controller.menu.choose(subject)
        room = window.window.findChild(ProjectorWindow)
        assert room is not None
        window.wait(window.window.isActiveWindow)
        letters = [_letter(window, field, room.view) for _ in range(LETTERS)]
        found |= percentiles(f"room_{name}", letters)
        paints = Paints(field.viewport())
        desk = [_desk_letter(window, field, paints) for _ in range(LETTERS)]
        found |= percentiles(f"desk_{name}", desk)
    return found


def _letter(window: Window, field: QTextEdit, view: RoomView) -> float:
    """Type a letter and return the milliseconds until the room's display was painted with it."""
    _rest(window)
    paints = Paints(view.text.reader.viewport())
    before = view.page()
    begin = time.perf_counter()
    QTest.keyClick(field, "a")
    window.wait(lambda: view.page() != before)
    paints.seen = False
    window.wait(lambda: paints.seen)
    return (time.perf_counter() - begin) * 1000


def _desk_letter(window: Window, field: QTextEdit, paints: Paints) -> float:
    _rest(window)
    return window.until_painted(paints, partial(QTest.keyClick, field, "a"))


def _rest(window: Window) -> None:
    until = time.perf_counter() + PAUSE
    while time.perf_counter() < until:
        window.let_run(until)


def main(workspace: str) -> None:
    print_measured(workspace, measure)


if __name__ == "__main__":
    main(*sys.argv[1:])
