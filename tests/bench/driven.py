"""The real program in a window, driven by keys and watched while it paints."""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.program import SCREENS, Program
from desktop.settings import Settings
from ui.common.screen import Screen
from ui.common.theme import apply_theme

PATIENCE = 20.0
KEYS = 400
TEXT = "usulan warga tentang jadwal angkut yang terbuka "


class Paints(QObject):
    """Notes whether a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False


class Window:
    """The real program in its window, and how long it takes to answer."""

    def __init__(self, app: QApplication, workspace: str, folder: Path) -> None:
        self._app = app
        chosen = Settings(author="Bench")
        self.program = Program(app, workspace, False, chosen, folder / "settings.json")
        self.program.start([])
        self.wait(lambda: self.program.place is not None and not self.program.workers.is_busy())
        self.window = self.program.window
        self.wait(lambda: len(self.window.findChildren(Screen)) == len(SCREENS))
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def wait(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > end:
                raise RuntimeError("the window did not come to where it should")
            self._app.processEvents()

    def let_run(self, until: float) -> None:
        """Give the program its time, and the computer a rest if there is nothing to do."""
        self._app.processEvents()
        left = until - time.perf_counter()
        if left > 0:
            time.sleep(min(left, 0.001))

    def until_painted(self, paints: Paints, work: Callable[[], object]) -> float:
        """Return the milliseconds from some work's begin until its widget was painted after it."""
        paints.seen = False
        begin = time.perf_counter()
        work()
        self.wait(lambda: paints.seen)
        return (time.perf_counter() - begin) * 1000

    def find(self, kind: type[QWidget]) -> QWidget:
        return next(one for one in self.window.findChildren(QWidget) if isinstance(one, kind))


def letters(window: Window, paints: Paints, text: QWidget) -> list[float]:
    """Type as fast as a person can, and return how long each letter took to be seen.

    A key doesn't wait until the window has time: one that is pressed during an autosave counts
    from the moment that it was pressed.
    """
    chance = Random(1)
    found: list[float] = []
    for number in range(KEYS):
        pressed = time.perf_counter() + chance.uniform(0.03, 0.13)
        while time.perf_counter() < pressed:
            window.let_run(pressed)
        letter = TEXT[number % len(TEXT)]
        late = (time.perf_counter() - pressed) * 1000
        found.append(late + window.until_painted(paints, partial(QTest.keyClick, text, letter)))
    return found


def percentiles(name: str, times: list[float]) -> dict[str, float]:
    """Return what 50, 95 and 99 of 100 times stay under, by the name of what was timed."""
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return {f"{name}_p50": cuts[49], f"{name}_p95": cuts[94], f"{name}_p99": cuts[98]}


def print_measured(workspace: str, measure: Callable[[Window], dict[str, Any]]) -> None:
    """Open the program on a workspace and print what is measured in its window, as JSON."""
    app = QApplication([])
    apply_theme(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        window = Window(app, workspace, Path(folder))
        found = measure(window)
        window.window.close()
    sys.stdout.write(json.dumps(found) + "\n")
