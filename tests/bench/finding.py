"""How long finding takes in a register of 200,000 points, told from inside the program.

    python -m tests.bench.finding WORKSPACE POINT

Prints, as JSON, seconds: the slowest query of several (each its median), 2,000 follow-ups listed
and looked through for one meeting, an edit durable and a letter typed into the palette painted
(95 of 100), and from the last letter to its rows.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.queries.follow_ups import carried_into, list_follow_ups
from db.search.find import search
from db.workspace import Workspace
from desktop.controllers.palette import PaletteController
from desktop.program import Program
from desktop.settings import Settings
from desktop.store import Store
from tests.bench.registers import AUTHOR

TIMES = 5
# From what stands everywhere to what stands nowhere; short ones, too, as while typing.
QUERIES = (
    "la",
    "lay",
    "layanan",
    "layanan publik",
    "layanan publik ba",
    "an",
    "20",
    "ban",
    "xyzzy",
)
TYPED = "layanan publik"


def slowest_query(workspace: Workspace) -> float:
    """Return the median time of the query that takes longest."""
    return max(median_time(workspace, text) for text in QUERIES)


def median_time(workspace: Workspace, text: str) -> float:
    times: list[float] = []
    for _ in range(TIMES):
        with workspace.read() as session:
            before = time.perf_counter()
            search(session, text)
            times.append(time.perf_counter() - before)
    return statistics.median(times)


def follow_up_times(workspace: Workspace) -> dict[str, float]:
    """Time the list of all follow-ups, and what a meeting sees of it when it is opened."""
    lists, carried = list[float](), list[float]()
    for _ in range(TIMES):
        with workspace.read() as session:
            before = time.perf_counter()
            found = list_follow_ups(session)
            between = time.perf_counter()
            carried_into(session, found[-1].meeting_id)
            lists.append(between - before)
            carried.append(time.perf_counter() - between)
    return {"follow_ups": statistics.median(lists), "earlier": statistics.median(carried)}


def edit_times(workspace: Workspace, point_id: str) -> list[float]:
    """Time leaving a field whose text was changed, with the index brought up to date."""
    store = Store(workspace, AUTHOR)
    times: list[float] = []
    for number in range(40):
        store.edit("points", point_id, "text", f"Teks butir nomor {number} tentang layanan")
        before = time.perf_counter()
        store.leave("points", point_id, "text")
        times.append(time.perf_counter() - before)
    return times[1:]


def palette_times(app: QApplication, location: str) -> dict[str, float]:
    """Type into the palette of the real window and time letters and rows."""
    program = Program(app, location, False, Settings(author="Bench"), Path(location + ".json"))
    program.start([])
    wait(app, lambda: program.place is not None and bool(program.place.screen))
    controller = program.window.shell.findChild(PaletteController)
    assert isinstance(controller, PaletteController)
    palette, letters, rows = controller.palette, list[float](), list[float]()
    for _ in range(TIMES):
        palette.open()
        for letter in TYPED:
            before = time.perf_counter()
            QTest.keyClick(palette.field, Qt.Key(ord(letter.upper())))
            app.processEvents()
            letters.append(time.perf_counter() - before)
        wait(app, lambda: palette.list.first_key().startswith(("points", "plans")))
        rows.append(time.perf_counter() - before)
        palette.close_palette()
    program.window.close()
    return {"letter": high(letters), "rows": statistics.median(rows)}


def high(times: list[float]) -> float:
    """Return what 95 of 100 stay under."""
    return sorted(times)[int(len(times) * 0.95)]


def wait(app: QApplication, done: Callable[[], bool]) -> None:
    # Pausing, since the search needs the interpreter, too.
    while not done():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        QTest.qSleep(1)


if __name__ == "__main__":
    path, point = sys.argv[1:]
    application = QApplication([])
    opened = Workspace.open(path)
    found = {"search": slowest_query(opened)} | follow_up_times(opened)
    found |= {"edit": high(edit_times(opened, point))}
    opened.close()
    found |= palette_times(application, path)
    sys.stdout.write(json.dumps(found) + "\n")
