"""Style and types, checked as `make lint` checks them."""

import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "tool",
    [("ruff", "check", "--no-cache"), ("ruff", "format", "--check", "--no-cache"), ("pyright",)],
    ids=["style", "layout", "types"],
)
def test_has_nothing_to_say(tool: tuple[str, ...]) -> None:
    report = subprocess.run(
        [sys.executable, "-m", *tool], cwd=TOP, capture_output=True, encoding="utf-8"
    )
    assert report.returncode == 0, report.stdout + report.stderr
