"""Bad places for a workspace: full disks and folders that may not be written."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534


@contextmanager
def small_disk(kilobytes: int = 1024) -> Iterator[Path]:
    """A disk of its own that is soon full; needs the right to mount one."""
    folder = Path(tempfile.mkdtemp(prefix="rembuk-disk-"))
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    if os.name != "posix" or subprocess.run(mount, capture_output=True).returncode:
        folder.rmdir()
        pytest.skip("a small disk can be mounted by root only")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True, capture_output=True)
        folder.rmdir()


def fill(folder: Path, leave: int = 0) -> Path:
    """Fill a disk up to its last bytes but `leave`, and return the file that does it."""
    filler = folder / "filler"
    free = os.statvfs(folder)
    filler.write_bytes(b"\0" * max(0, free.f_bavail * free.f_frsize - leave))
    return filler


@contextmanager
def as_nobody() -> Iterator[None]:
    """Have no rights but everybody's: root is refused nothing, so the test steps down."""
    if os.name != "posix":
        pytest.skip("rights are tried on POSIX systems")
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@contextmanager
def protected(path: Path) -> Iterator[None]:
    """Take everybody's right to write from a file or folder for a while."""
    mode = path.stat().st_mode
    path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        path.chmod(mode)


@contextmanager
def public_folder() -> Iterator[Path]:
    """A folder that everybody may enter and write to, unlike a test's own."""
    with tempfile.TemporaryDirectory(prefix="rembuk-public-") as name:
        Path(name).chmod(0o777)
        yield Path(name)
