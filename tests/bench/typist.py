"""A window that is typed into as fast as a person can't, and tells what it was told.

    python -m tests.bench.typist WORKSPACE SEED [outside]

Opens the real program on the meeting that its settings name, types points with real keys, and
writes a line of JSON to standard output for all that the person sees: `typed` with a point's id
and its text so far, and `saved` whenever the sign says that all is stored. Whoever started it
kills it at some moment and holds the workspace against what was said. With `outside`, somebody
else types.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from random import Random

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import app as program
from ui.common.saved_sign import SavedSign
from ui.meeting.points_panel import PointsPanel

Stroke = tuple[str | Qt.Key, Qt.KeyboardModifier]

_PLAIN, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
_KEY = Qt.Key
_LETTERS = "aiueo nkstrmbpdgl "


def report(*what: object) -> None:
    """Say something at once, past every buffer that dies with the process."""
    line = json.dumps([what[0], time.monotonic(), *what[1:]]) + "\n"
    os.write(1, line.encode())


def strokes(chance: Random) -> Iterator[Stroke]:
    """Give keys without end: points of a line or two, now and then an older one edited."""
    while True:
        for _ in range(chance.randint(1, 5)):
            yield from ((letter, _PLAIN) for letter in _words(chance, chance.randint(5, 90)))
            yield from [(_KEY.Key_Backspace, _PLAIN)] * chance.choice((0, 0, 0, 3))
            yield "u", _PLAIN
            yield _KEY.Key_Return, _PLAIN
        yield _KEY.Key_Escape, _PLAIN
        yield from [(_KEY.Key_Up, _PLAIN)] * chance.randint(0, 3)
        yield _KEY.Key_F2, _PLAIN
        yield from ((letter, _PLAIN) for letter in _words(chance, 12))
        yield _KEY.Key_Return, _PLAIN
        yield _KEY.Key_2, _ALT


class Typist(QObject):
    """Waits for the meeting's desk, then presses a key every few milliseconds."""

    def __init__(self, app: QApplication, seed: int, outside: bool) -> None:
        super().__init__()
        self._app = app
        self._outside = outside
        self._chance = Random(seed)
        self._strokes = strokes(self._chance)
        self._panel: PointsPanel | None = None
        self._clock = QTimer(self, interval=20)
        self._clock.timeout.connect(self._act)
        self._clock.start()

    def _act(self) -> None:
        if self._panel is None:
            self._look_for_desk()
        elif not self._outside:
            self._press()

    def _look_for_desk(self) -> None:
        if self._app.activeModalWidget() is not None:
            report("question", self._app.activeModalWidget().windowTitle())
            self._clock.stop()
        for widget in self._app.allWidgets():
            if isinstance(widget, PointsPanel) and widget.isVisible():
                # Where no window manager does it.
                widget.activateWindow()
                if widget.isActiveWindow():
                    self._panel = widget
                    self._begin(widget)

    def _begin(self, panel: PointsPanel) -> None:
        composer, editor = panel.composer, panel.list.editor
        composer.text.textChanged.connect(
            lambda: self._tell(composer.draft_id, composer.text.value())
        )
        editor.text.textChanged.connect(
            lambda: self._tell(panel.list.current_id(), editor.text.value())
        )
        panel.focus_first()
        report("ready", len(panel.list.point_rows()))

    def _tell(self, point_id: str, text: str) -> None:
        if point_id and text:
            report("typed", point_id, text)

    def _press(self) -> None:
        stroke, modifier = next(self._strokes)
        focused = self._app.focusWidget()
        if focused is not None:
            QTest.keyClick(focused, stroke, modifier)
        self._clock.setInterval(self._chance.randint(2, 25))


def _words(chance: Random, length: int) -> str:
    return "".join(chance.choices(_LETTERS, k=length))


class TypedApplication(QApplication):
    def exec(self) -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
        self.typist = Typist(self, int(sys.argv[2]), "outside" in sys.argv[3:])
        return super().exec()


def listen_to_sign() -> None:
    """Report what the sign says from now on, after it has said it."""
    show = SavedSign.show_saved

    def show_and_report(sign: SavedSign, at: str = "") -> None:
        show(sign, at)
        report("saved")

    SavedSign.show_saved = show_and_report


if __name__ == "__main__":
    listen_to_sign()
    program.QApplication = TypedApplication
    sys.exit(program.run_window(sys.argv[1], None, "id"))
