"""The register's faults in full, as `make bench` tries them; the suite tries a few of each."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.db.tries import FULL

TOP = Path(__file__).parents[2]
FAULTS = {
    "5,000 mutated session files": "tests/db/exchange/test_mutations.py",
    "1,000 damaged workspaces": "tests/db/test_damage.py",
    "50 kills in each of six kinds of work": "tests/db/test_killed.py",
    "100 times three people at random": "tests/db/exchange/test_merge_random.py",
}


def main() -> int:
    failed = False
    for line, whole in try_all():
        failed |= not whole
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return int(failed)


def try_all() -> Iterator[tuple[str, bool]]:
    for what, tests in FAULTS.items():
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-o", "timeout=1800", tests],
            cwd=TOP, env=os.environ | {FULL: "1"}, capture_output=True, encoding="utf-8",
        )  # fmt: skip
        whole = done.returncode == 0
        line = f"{what:<58} {time.perf_counter() - start:8.0f} s    "
        yield line + ("all whole" if whole else f"FAILED\n{done.stdout}"), whole


if __name__ == "__main__":
    sys.exit(main())
