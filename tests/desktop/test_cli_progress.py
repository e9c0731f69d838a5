"""A progress bar where somebody looks at it, and nowhere else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]


def import_twice(files: list[Path], workspace: Path, stderr: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(TOP / "main.py"), "--workspace", str(workspace), "import"]
    return subprocess.Popen([*command, *map(str, files)], stdout=subprocess.PIPE, stderr=stderr)


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a POSIX matter")
def test_a_terminal_sees_a_bar_and_the_lines_after_it(tmp_path: Path, reference_data: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    files = sorted(reference_data.glob("*.rembuk"))
    with import_twice(files, tmp_path / "w.db", theirs) as process:
        os.close(theirs)
        seen = read_terminal(ours)
        assert process.stdout is not None
        lines = process.stdout.read().decode().splitlines()
    assert process.returncode == 0
    assert "Membaca" in seen
    assert "100%" in seen
    assert [line.split(": ")[0] for line in lines] == [str(file) for file in files]


def test_a_pipe_sees_none(tmp_path: Path, reference_data: Path) -> None:
    files = sorted(reference_data.glob("*.rembuk"))
    with import_twice(files, tmp_path / "w.db", subprocess.PIPE) as process:
        _, errors = process.communicate()
    assert (process.returncode, errors) == (0, b"")


def read_terminal(descriptor: int) -> str:
    """Read what a terminal shows until its last writer is gone."""
    seen = b""
    while True:
        try:
            part = os.read(descriptor, 4096)
        except OSError:
            # How Linux says that nobody holds the other end any more.
            part = b""
        if not part:
            os.close(descriptor)
            return seen.decode()
        seen += part
