"""Rembuk's one entry: alone it opens the window, with a command it does the command's work.

Started by a Python without its packages, it runs itself again in `.venv`, so that
`python3 main.py` is all that anyone has to know.
"""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

VENV = Path(__file__).resolve().parent / ".venv"
NOT_SET_UP = """\
Rembuk belum disiapkan di komputer ini: jalankan `{setup}` di folder Rembuk, lalu coba lagi.
Rembuk is not set up on this computer yet: run `{setup}` in its folder, then try again.
"""


def main() -> int:
    if not has_packages():
        return run_in_venv()
    from desktop.cli import main as run_command

    return run_command(sys.argv[1:])


def has_packages() -> bool:
    return all(find_spec(name) is not None for name in ("PySide6", "sqlmodel", "typer"))


def run_in_venv() -> int:
    """Run this program again in `.venv`, or tell how to make it; return the exit code."""
    windows = os.name == "nt"
    python = VENV / ("Scripts/python.exe" if windows else "bin/python")
    # Already there, and still without packages: its setup broke off half way.
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    if inside or not python.is_file():
        setup = "make setup" if sys.platform == "linux" else "python .ci/setup.py"
        sys.stderr.write(NOT_SET_UP.format(setup=setup))
        return 1
    command = [str(python), *sys.orig_argv[1:]]
    if windows:
        return subprocess.call(command)
    return os.execv(python, command)


if __name__ == "__main__":
    sys.exit(main())
