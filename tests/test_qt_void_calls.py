"""The reason for Qt's pin in pyproject.toml, kept as a test for the day that it moves."""

import subprocess
import sys

# PySide6 6.12 on Python 3.11 loses a reference to None in every call that returns nothing,
# and aborts after some thousands of them: hence a process of its own.
CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for number in range(200_000):
    thing.setObjectName("x")
"""


def test_two_hundred_thousand_void_calls_do_no_harm() -> None:
    done = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
