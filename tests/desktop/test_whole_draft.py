"""A commitment from a received session file to its second draft, in a room with a projector."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.displays import DISPLAYS
from tests.exports.pdf_reading import read_words

TOP = Path(__file__).parents[2]
ADDED = "83 kabupaten/kota belum membentuk PPID."


def test_what_a_meeting_changes_is_seen_noted_answered_frozen_and_printed(
    tmp_path: Path, reference_data: Path
):
    displays = tmp_path / "displays.json"
    displays.write_text(json.dumps(DISPLAYS), "utf-8")
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={displays}"}
    command = [sys.executable, "-m", "tests.desktop.whole_draft", tmp_path]
    told = subprocess.run(
        [*command, *sorted(reference_data.glob("*.rembuk"))],
        cwd=TOP, env={**os.environ, **platform}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    assert found == {
        "the desk keeps the keys": True,
        "marked in the room": [ADDED],
        "noted": ["decision", "problem", f" {ADDED}”"],
        "answered": ["input", "accepted", "Masuk ke bagian permasalahan"],
        "other": [f" {ADDED}"],
        "drafts": [["1", "Disusun sebelum pertemuan"], ["2", "Sisanya menyusul"]],
    }
    printed = " ".join(read_words((tmp_path / "paspor.pdf").read_bytes()))
    assert "Draf 2" in printed
    assert ADDED in printed
