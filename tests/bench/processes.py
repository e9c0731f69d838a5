"""Whole processes, timed from outside: the median of several, after once to warm up the disk."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

TOP = Path(__file__).parents[2]
TIMES = 5


def importing(folder: Path, files: list[Path]) -> float:
    workspace = folder / "import.db"

    def work() -> None:
        workspace.unlink(missing_ok=True)
        run("--workspace", workspace, "import", *files)

    return timed(work)


def exporting(what: str, workspace: Path, out: Path) -> float:
    return timed(lambda: run("--workspace", workspace, "export", what, "--out", out))


def inside(what: str, *arguments: Path | str) -> float:
    return float(call(sys.executable, "-m", "tests.bench.inside", what, *arguments))


def watch_window(workspace: Path, environment: dict[str, str]) -> dict[str, float]:
    """Start the window once and return what it told of itself."""
    command = [sys.executable, "-m", "tests.bench.window", workspace, plan_title(workspace)]
    return json.loads(call(*command, str(time.monotonic()), environment=environment))


def plan_title(workspace: Path) -> str:
    """Return a text that home can only show once it has read the workspace."""
    import sqlite3

    with sqlite3.connect(workspace) as connection:
        return connection.execute("SELECT short_title FROM plans LIMIT 1").fetchone()[0]


def timed(work: Callable[[], object]) -> float:
    """Return the median time of a work done several times, after once to warm up the disk."""
    work()
    times: list[float] = []
    for _ in range(TIMES):
        before = time.perf_counter()
        work()
        times.append(time.perf_counter() - before)
    return statistics.median(times)


def run(*arguments: Path | str) -> None:
    call(sys.executable, TOP / "main.py", *arguments)


def call(*command: Path | str, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=TOP,
        env=os.environ | (environment or {}),
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout
