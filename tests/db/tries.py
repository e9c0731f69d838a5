"""How often a fault is tried: a few times in the suite, in full with `make bench`."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FULL = "REMBUK_FULL"


def tries(suite: int, full: int) -> int:
    """Return the number of tries: `suite`, or `full` where REMBUK_FULL is set."""
    return full if os.environ.get(FULL) else suite


@contextmanager
def fast_folder() -> Iterator[Path]:
    """A folder in memory where there is one: what is tried here is not the disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name)
