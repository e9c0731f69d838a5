"""How long the largest papers take and how much memory, told from inside one process.

    python -m tests.bench.papers plan|responses WORKSPACE

Prints, as JSON, seconds and megabytes at most.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from db.queries.canvas_changes import list_answers
from db.workspace import Workspace
from desktop.answer_papers import responses_jobs
from desktop.documents import plan_jobs
from desktop.jobs import ALL

_DAY = "2026-06-15"


def render_plan(workspace: Workspace) -> None:
    with workspace.read() as session:
        (job,) = plan_jobs(session, ALL, "id")
    job.render()


def render_responses(workspace: Workspace) -> None:
    with workspace.read() as session:
        (job,) = responses_jobs(session, ALL, "id", _DAY)
    job.render()


def read_answers(workspace: Workspace) -> None:
    with workspace.read() as session:
        list_answers(session)


def most_memory() -> float:
    """Return the megabytes that this process held at most."""
    # What getrusage tells begins with what the process held that started this one.
    status = Path("/proc/self/status").read_text("utf-8")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


WORKS: dict[str, Callable[[Workspace], None]] = {
    "plan": render_plan,
    "responses": render_responses,
    "answers": read_answers,
}


if __name__ == "__main__":
    work, path = sys.argv[1:]
    opened = Workspace.open(path)
    before = time.perf_counter()
    WORKS[work](opened)
    seconds = time.perf_counter() - before
    opened.close()
    sys.stdout.write(json.dumps({"seconds": seconds, "memory": most_memory()}) + "\n")
