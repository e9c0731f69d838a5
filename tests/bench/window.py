"""How long the window takes, told from inside it.

    python -m tests.bench.window WORKSPACE WORD STARTED

Starts the program as main.py does and prints, as JSON, seconds since STARTED (the clock of
`time.monotonic`) until the window was painted and took input, until WORD stood in it and until
all screens were made, the longest pause of its event loop in between, and the memory in
megabytes at the end.
"""

import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QWidget

from desktop import app as program
from desktop.imports import import_plainly

LONGEST = 8.0


class Watch(QObject):
    """Looks at the program from inside its event loop, and ends it when it has seen enough."""

    def __init__(self, app: QApplication, word: str, started: float) -> None:
        super().__init__()
        self._app = app
        self._word = word
        self._started = started
        self._seen: dict[str, float] = {}
        self._last_beat = 0.0
        self._pause = 0.0
        self._beat = QTimer(self, interval=5)
        self._beat.timeout.connect(self._look)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._beat.isActive():
            self._app.removeEventFilter(self)
            # By the time that a timer fires, the paint is done and input would be taken.
            self._beat.start()
        return False

    def _look(self) -> None:
        now = time.monotonic()
        if "painted" not in self._seen:
            self._seen["painted"] = now - self._started
        else:
            self._pause = max(self._pause, now - self._last_beat)
        self._last_beat = now
        if "filled" not in self._seen and self._shows_word():
            self._seen["filled"] = now - self._started
        if "filled" in self._seen and self._has_all_screens():
            self._seen["complete"] = now - self._started
            self._report()
        elif now - self._started > LONGEST:
            self._report()

    def _shows_word(self) -> bool:
        shown = (widget for widget in self._app.allWidgets() if widget.isVisible())
        return any(self._word in text for widget in shown for text in texts_of(widget))

    def _has_all_screens(self) -> bool:
        screens = [one for one in self._app.allWidgets() if isinstance(one, Screen)]
        return len(screens) == len(SCREENS)

    def _report(self) -> None:
        self._beat.stop()
        megabytes = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
        report = {**self._seen, "pause": self._pause, "memory": megabytes / 1e6}
        sys.stdout.write(json.dumps(report) + "\n")
        sys.stdout.flush()
        self._app.closeAllWindows()
        self._app.quit()


def texts_of(widget: QWidget) -> Iterator[str]:
    """Give what a widget shows: its own text, or the first rows of its list."""
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        top = QModelIndex()
        for row in range(min(model.rowCount(top), 20)):
            yield str(model.index(row, 0, top).data() or "")


class WatchedApplication(QApplication):
    def exec(self) -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
        self.watch = Watch(self, sys.argv[2], float(sys.argv[3]))
        return super().exec()


if __name__ == "__main__":
    import_plainly()
    from desktop.program import SCREENS
    from ui.common.screen import Screen

    program.QApplication = WatchedApplication
    sys.exit(program.run_window(sys.argv[1], None, "id"))
