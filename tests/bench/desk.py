"""How the window answers to keys, told from inside it.

    python -m tests.bench.desk WORKSPACE CANVAS_WORKSPACE

Opens the real program on a workspace with a meeting of 500 points, types with real keys and
waits for real paint events. Prints, as JSON, milliseconds.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.queries.commitments import list_commitments
from db.queries.meetings import list_meetings
from desktop.app import favour_window
from desktop.jobs import ALL
from desktop.meeting_papers import minutes_jobs
from tests.bench.driven import TEXT, Paints, Window, letters, percentiles
from tests.bench.point_work import measure_commands
from ui.canvas.canvas import Canvas
from ui.common.theme import apply_theme
from ui.meeting.minutes_preview import MinutesPreview
from ui.meeting.points_panel import PointsPanel

ENTERS = 60
SIGNS = 40
EDITS = 200
OPENINGS = 7
FOLLOWS = 20
_ALT, _KEY = Qt.KeyboardModifier.AltModifier, Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier


def measure_desk(window: Window) -> dict[str, float]:
    """Measure a meeting of 500 points: opened, typed into, carried on."""
    place, store = window.program.place, window.program.store
    assert place is not None
    assert store is not None
    meeting = store.read(list_meetings)[0]
    place.go("meetings", meetings="")
    panel = window.find(PointsPanel)
    assert isinstance(panel, PointsPanel)
    opened = _openings(window, panel.list.viewport(), "meetings", meeting.id)
    QTest.keyClick(window.window, _KEY.Key_2, _ALT)
    text = panel.composer.text
    paints = Paints(text.viewport())
    window.wait(text.hasFocus)
    plain = letters(window, paints, text)
    end = _behind(window)
    busy = letters(window, paints, text)
    end()
    window.wait(lambda: not window.program.workers.is_busy())
    signs = [time for _ in range(SIGNS) for time in _sign(window, paints, text)]
    edits = [_durable(window, text) for _ in range(EDITS)]
    preview = window.find(MinutesPreview)
    assert isinstance(preview, MinutesPreview)
    QTest.keyClick(text, _KEY.Key_P, _CONTROL)
    window.wait(lambda: preview.pages.page_count() > 0 and not window.program.workers.is_busy())
    followed = letters(window, paints, text)
    follows = [_followed(window, preview, text) for _ in range(FOLLOWS)]
    enters: list[float] = []
    for _ in range(ENTERS):
        QTest.keyClicks(text, TEXT)
        window.wait(lambda: not store.unsaved)
        enters.append(window.until_painted(paints, lambda: QTest.keyClick(text, _KEY.Key_Return)))
        if text.value():
            raise SystemExit("Enter did not open the next point")
    return {
        "opening": max(opened),
        **percentiles("letter", plain),
        **percentiles("busy_letter", busy),
        **percentiles("sign", signs),
        **percentiles("edit", edits),
        **percentiles("followed_letter", followed),
        "follow": max(follows),
        **percentiles("enter", enters),
    }


def _followed(window: Window, preview: MinutesPreview, text: QWidget) -> float:
    """Type a letter and return the milliseconds until its page is painted with it."""
    window.wait(lambda: not preview.is_behind())
    drawn: list[int] = []
    preview.image_shown.connect(drawn.append)
    begin = time.perf_counter()
    QTest.keyClick(text, "a")
    window.wait(lambda: bool(drawn) and not preview.is_behind())
    preview.pages.viewport().repaint()
    took = (time.perf_counter() - begin) * 1000
    preview.image_shown.disconnect(drawn.append)
    return took


def measure_canvas(window: Window) -> dict[str, float]:
    """Measure opening the canvas of the second commitment."""
    place, store = window.program.place, window.program.store
    assert place is not None
    assert store is not None
    commitment = next(one for one in store.read(list_commitments) if one.number == 2)
    place.go("commitments", commitments=commitment.id)
    canvas = window.find(Canvas)
    return {"canvas": max(_openings(window, canvas, "commitments", commitment.id))}


def _openings(window: Window, shown: QWidget, screen: str, record_id: str) -> list[float]:
    """Open a record from its list several times, as after a look elsewhere."""
    place = window.program.place
    assert place is not None
    paints = Paints(shown)
    found: list[float] = []
    for _ in range(OPENINGS):
        place.show(screen, "")
        window.wait(lambda: not shown.isVisible())
        found.append(window.until_painted(paints, lambda: place.show(screen, record_id)))
    return found


def _behind(window: Window) -> Callable[[], None]:
    """Have the meeting's minutes made again and again behind the window; return what ends it."""
    program, going = window.program, [True]
    assert program.store is not None
    workspace = program.store.workspace

    def make() -> object:
        with workspace.read() as session:
            jobs = minutes_jobs(session, ALL, "id")
        return jobs[0].render()

    def go_on(_: object) -> None:
        if going:
            program.workers.run(make, go_on)

    go_on(None)
    return going.clear


def _sign(window: Window, paints: Paints, text: QWidget) -> Iterator[float]:
    """Type a sign and a name after it, and give how long each letter took to be seen."""
    QTest.keyClick(text, " ")
    for letter in "@lembaga":
        yield window.until_painted(paints, partial(QTest.keyClick, text, letter))
        window.let_run(time.perf_counter())
    QTest.keyClick(text, _KEY.Key_Escape)


def _durable(window: Window, text: QWidget) -> float:
    """Type a letter and return the milliseconds of the save that makes it durable."""
    store = window.program.store
    assert store is not None
    QTest.keyClick(text, "a")
    begin = time.perf_counter()
    if not store.flush():
        raise SystemExit("an edit could not be stored")
    return (time.perf_counter() - begin) * 1000


def main(meeting: str, canvas: str) -> None:
    favour_window()
    app = QApplication([])
    apply_theme(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        desk = Window(app, meeting, Path(folder))
        found = measure_desk(desk)
        done = measure_commands(desk.program, lambda at, do: desk.until_painted(Paints(at), do))
        found |= percentiles("command", done)
        desk.window.close()
        other = Window(app, canvas, Path(folder))
        found |= measure_canvas(other)
        other.window.close()
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
