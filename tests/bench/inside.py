"""What happens inside the running program, timed in a process of its own.

    python -m tests.bench.inside minutes|matrix WORKSPACE
    python -m tests.bench.inside edit WORKSPACE POINT

Prints the median in seconds.
"""

import statistics
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from db.workspace import Workspace
from desktop.documents import matrix_jobs
from desktop.jobs import ALL
from desktop.meeting_papers import minutes_jobs
from desktop.store import Store
from tests.bench.registers import AUTHOR

TIMES = 15


def median_of(work: Callable[[int], object]) -> float:
    """Return the median time of a work that was done once before, as in a program in use."""
    work(0)
    times: list[float] = []
    for number in range(1, TIMES + 1):
        before = time.perf_counter()
        work(number)
        times.append(time.perf_counter() - before)
    return statistics.median(times)


def time_document(kind: str, workspace: Workspace) -> float:
    """Time reading and rendering one document, as a click on its preview does."""

    def make(_: int) -> object:
        with workspace.read() as session:
            if kind == "minutes":
                jobs = minutes_jobs(session, ALL, "id")
            else:
                jobs = matrix_jobs(session, ALL, "id")
        return jobs[0].render()

    return median_of(make)


def time_edit(workspace: Workspace, point_id: str) -> float:
    """Time leaving a field whose text was changed: it is durable when the call returns."""
    store = Store(workspace, AUTHOR)
    times: list[float] = []
    for number in range(TIMES + 1):
        store.edit("points", point_id, "text", f"Teks butir nomor {number}")
        before = time.perf_counter()
        store.leave("points", point_id, "text")
        times.append(time.perf_counter() - before)
    return statistics.median(times[1:])


if __name__ == "__main__":
    what, location, *rest = sys.argv[1:]
    application = QCoreApplication([])
    opened = Workspace.open(location)
    seconds = time_edit(opened, rest[0]) if what == "edit" else time_document(what, opened)
    sys.stdout.write(f"{seconds}\n")
