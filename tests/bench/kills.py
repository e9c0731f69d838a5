"""Killing the window at random moments, and holding what is left against what it had said.

python -m tests.bench.kills TIMES
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from uuid import uuid4

from sqlalchemy import text
from sqlmodel import select

from db.commands.records import add_record
from db.models import TABLES
from db.records import Meeting, Plan
from db.workspace import Author, Workspace
from tests.bench.display import display

TOP = Path(__file__).parents[2]
START_SECONDS = 60.0
# What may be missing: the last second of typing.
LATEST = 1.0


@dataclass
class Account:
    """What a killed window had said.

    Attributes:
        versions: every text that a point has had, in order, by the point's id.
        covered: how many of them the sign had called saved.
        due: how many of them were typed more than a second before the kill.
    """

    versions: dict[str, list[str]] = field(default_factory=dict)
    covered: dict[str, int] = field(default_factory=dict)
    due: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Iterator[str], killed_at: float) -> "Account":
        account = cls()
        for line in lines:
            what, at, *more = json.loads(line)
            if what == "typed":
                point_id, said = more
                account.versions.setdefault(point_id, []).append(said)
                if at < killed_at - LATEST:
                    account.due[point_id] = len(account.versions[point_id])
            elif what == "saved":
                account.covered = {one: len(said) for one, said in account.versions.items()}
        return account

    @property
    def letters(self) -> int:
        """How many there were."""
        return sum(len(versions) for versions in self.versions.values())

    def missing(self, stored: dict[str, str]) -> list[str]:
        """Name what should be stored and is not."""
        found: list[str] = []
        for point_id, versions in self.versions.items():
            safe = max(self.covered.get(point_id, 0), self.due.get(point_id, 0))
            # The same text may have stood there twice: its latest version counts. A point that
            # is done loses the blanks around its text.
            kept = {*versions[safe - 1 :], versions[-1].strip()}
            if safe and stored.get(point_id) not in kept:
                found.append(f"{versions[safe - 1]!r}, stored is {stored.get(point_id)!r}")
        return found


class Victim:
    """A workspace with a meeting, and a window on it that is killed again and again."""

    def __init__(self, folder: Path, environment: dict[str, str], longest: float = 2.5) -> None:
        self._path = folder / "w.db"
        self._folder = folder
        self._longest = longest
        self._environment = os.environ | environment | {"REMBUK_HOME": str(folder / "home")}
        self.accounts: list[Account] = []
        self._make()

    def kill_once(self, seed: int, outside: bool = False) -> list[str]:
        """Start the window, let it be typed into, kill it; return what was lost or went wrong.

        With `outside`, the keys come through the display from another program.
        """
        said = self._folder / "said.txt"
        chance = Random(seed)
        with said.open("wb") as out:
            options = ["outside"] if outside else []
            window = subprocess.Popen(
                [sys.executable, "-m", "tests.bench.typist", self._path, str(seed), *options],
                cwd=TOP, env=self._environment, stdout=out,
            )  # fmt: skip
            hands = None
            try:
                if trouble := self._wait_until_ready(window, said):
                    return [trouble]
                hands = self._type_from_outside(chance) if outside else None
                wait_for(window, chance.uniform(0.05, self._longest))
            finally:
                killed_at = time.monotonic()
                window.kill()
                window.wait()
                if hands is not None:
                    hands.kill()
                    hands.wait()
        lines = said.read_text("utf-8", errors="replace").splitlines(keepends=True)
        account = Account.of((line for line in lines if line.endswith("\n")), killed_at)
        self.accounts.append(account)
        return account.missing(self._stored())

    def _wait_until_ready(self, window: "subprocess.Popen[bytes]", said: Path) -> str:
        """Wait until the window takes what is typed; say what it asked instead, if it did."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if lines := said.read_text("utf-8").splitlines():
                what, _, *more = json.loads(lines[0])
                return "" if what == "ready" else f"it asked: {more}"
            if not wait_for(window, 0.02):
                return f"it ended by itself with {window.returncode}"
        return "it did not open the meeting"

    def _type_from_outside(self, chance: Random) -> "subprocess.Popen[bytes]":
        lines = ["".join(chance.choices("aiueo nkstrm ", k=40)) + "u" for _ in range(30)]
        delay = str(chance.randint(5, 25))
        command = ["xdotool", "type", "--delay", delay, "\n".join(lines) + "\n"]
        return subprocess.Popen(command, env=self._environment)

    def _stored(self) -> dict[str, str]:
        """Read what a copy of the workspace holds: the next start shall meet it as it was left."""
        copy = self._folder / "copy"
        copy.mkdir()
        for file in self._folder.glob("w.db*"):
            if file.is_file():
                shutil.copy(file, copy)
        workspace = Workspace.open(copy / "w.db")
        with workspace.read() as session:
            assert session.execute(text("PRAGMA integrity_check")).scalar() == "ok"
            points = TABLES["points"]
            found = {row.id: row.text for row in session.exec(select(points))}
        workspace.close()
        shutil.rmtree(copy)
        return found

    def _make(self) -> None:
        author = Author("Bench", "bench")
        workspace = Workspace.open(self._path)
        plan = Plan(id=str(uuid4()), short_title="Bench")
        meeting = Meeting(id=str(uuid4()), plan_id=plan.id, kind="bilateral", topic="Jadwal")
        for record in (plan, meeting):
            add_record(workspace, author, record)
        workspace.close()
        place = {"screen": "meetings", "plans": plan.id, "meetings": meeting.id}
        home = self._folder / "home"
        home.mkdir()
        (home / "settings.json").write_text(json.dumps({"author": "Bench", "place": place}))


def wait_for(process: "subprocess.Popen[bytes]", seconds: float) -> bool:
    """Let a process run for a while; whether it still does."""
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return True
    return False


def kill(folder: Path, times: int) -> tuple[list[str], int]:
    """Kill a window many times; return what was lost, and how many letters were typed."""
    can_type = shutil.which("xdotool") is not None and shutil.which("Xvfb") is not None
    with display() as environment:
        victim = Victim(folder, environment)
        lost = [
            found
            for seed in range(times)
            # The other half edits older points as well, which needs to see the list.
            for found in victim.kill_once(seed, outside=can_type and seed % 2 == 0)
        ]
    return lost, sum(account.letters for account in victim.accounts)


def main(arguments: Sequence[str]) -> int:
    times = int(arguments[0])
    with tempfile.TemporaryDirectory(prefix="rembuk-kills-") as folder:
        lost, letters = kill(Path(folder), times)
    told = [*lost, f"{times} kills, {letters} letters, {len(lost)} lost", ""]
    sys.stdout.write("\n".join(told))
    return int(bool(lost))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
