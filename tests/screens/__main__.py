"""Renders all views, and what opens over them, in both languages and themes: `make screens`."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from desktop.program import Program
from resources.words import LANGUAGES
from tests.screens.states import pictures
from tests.screens.tour import Wait, make_workspace, show, start, views, wait_for
from ui.common.theme import THEMES

# A laptop of 1366 × 768 without its task bar and the window's title.
WIDTH, HEIGHT = 1366, 690
_ROUNDS = 20


def main(out: Path) -> None:
    """Write a PNG per view, language and theme into a folder."""
    app = QApplication(sys.argv[:1])
    out.mkdir(parents=True, exist_ok=True)

    def wait(done: Callable[[], bool]) -> None:
        wait_for(done, seconds=30)
        # Layouts that follow each other settle over some rounds.
        for _ in range(_ROUNDS):
            app.processEvents()

    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            for theme in THEMES:
                # A workspace for each, since a window may write to it.
                path = Path(folder) / f"{language}-{theme}.db"
                make_workspace(path)
                program = start(app, path, language, theme, wait, Path(folder) / "settings.json")
                program.window.resize(WIDTH, HEIGHT)
                taken = chain(_views(program, wait), pictures(program, wait))
                for number, (name, picture) in enumerate(taken, 1):
                    path = out / f"{number:02}-{name}-{language}-{theme}.png"
                    picture.save(str(path))
                    sys.stdout.write(f"{path}\n")
                program.window.close()
                # Before the next one is built: what the collector finds later, it deletes in
                # any order.
                program.window.deleteLater()
                app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _views(program: Program, wait: Wait) -> Iterator[tuple[str, QPixmap]]:
    for view in views(program):
        show(program, view, wait)
        yield view.name, program.window.grab()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
