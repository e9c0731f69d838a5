import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[2]


def test_the_windows_modules_are_imported_without_keeping_their_sources():
    code = (
        "import linecache, PySide6.QtCore\n"
        "from desktop.imports import import_all, import_plainly\n"
        "import_plainly()\n"
        "import_all(['desktop.program', 'ui.shell'])\n"
        "print([name for name in linecache.cache if name.endswith(('program.py', 'shell.py'))])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
