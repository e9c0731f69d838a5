"""The power goes at any moment: the register is as before or as after, and nothing between."""

import os
import random
import shutil
import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import Engine, event

from db import schema
from db.backup import backup_folder, last_backup
from db.commands.drafts import freeze_draft
from db.commands.follow_ups import carry_follow_up
from db.commands.seams import split_point
from db.exchange.receipts import list_receipts, undo_import
from db.exchange.receive import receive
from db.exchange.send import write_session
from db.queries.integrity import check_register
from db.workspace import Author, Workspace
from tests.db.registers import SEKAR, dump
from tests.db.session_files import a_meeting, build_session_file, one_of_each
from tests.db.tries import fast_folder, tries

KILLS = tries(5, 50)
OLD = Path(__file__).parents[1] / "files" / "register-0001.db"

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="a process is killed where one can be forked off"
)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with fast_folder() as path:
        yield path


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at_statement(number: int) -> None:
    """Be killed before the database is told its n-th statement."""
    left = [number]

    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] <= 0:
            die()

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)


def die_after(seconds: float) -> None:
    """Be killed from another thread, wherever the work stands then."""

    def wait_and_die() -> None:
        time.sleep(seconds)
        die()

    threading.Thread(target=wait_and_die, daemon=True).start()


def killed(work: Callable[[], object], arm: Callable[[], None]) -> bool:
    """Do the work in a process of its own that is killed on the way; False if it got through."""
    child = os.fork()
    if child == 0:
        try:
            arm()
            work()
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the work failed by itself"
    return os.WIFSIGNALED(status)


def arms(whole: Callable[[], object]) -> Iterator[Callable[[], None]]:
    """Give ways to die, spread over the time and the statements that the work takes."""
    chance = random.Random(2025)
    start = time.perf_counter()
    whole()
    seconds = time.perf_counter() - start
    for index in range(KILLS):
        if index % 2:
            moment = chance.random() * seconds
            yield lambda moment=moment: die_after(moment)
        else:
            number = 1 + index * 12 + chance.randrange(12)
            yield lambda number=number: die_at_statement(number)


def content(path: Path) -> list[str]:
    """Return a database's tables and rows; a rebuilt table has keys and indexes in any order."""
    with closing(sqlite3.connect(path)) as connection:
        lines = list(connection.iterdump())
    return sorted(line.partition("(")[0] if line[:6] == "CREATE" else line for line in lines)


def opened(path: Path) -> object:
    """Open a register as the next start does, check it, and return what it holds."""
    workspace = Workspace.open(path)
    with workspace.read() as session:
        assert check_register(session) == ()
        receipts = len(list_receipts(session))
    found = dump(workspace)
    workspace.close()
    return found, receipts


def test_killed_while_receiving(folder: Path) -> None:
    base, path = folder / "base.db", folder / "receiving.db"
    files = [build_session_file(folder / f"{n}.rembuk", one_of_each()) for n in range(2)]
    workspace = Workspace.open(base)
    receive(workspace, SEKAR, files[:1])
    workspace.close()

    def work() -> None:
        workspace = Workspace.open(path)
        receive(workspace, SEKAR, files[1:])
        workspace.close()

    shutil.copy(base, path)
    before = opened(path)
    ways = arms(work)
    first = next(ways)
    after = opened(path)
    assert after != before
    for arm in (first, *ways):
        shutil.copy(base, path)
        shutil.rmtree(backup_folder(path), ignore_errors=True)
        died = killed(work, arm)
        assert opened(path) in ((before, after) if died else (after,))
        copy = last_backup(path)
        assert copy is None or opened(copy) == before


def test_killed_while_an_import_is_taken_back(folder: Path) -> None:
    base, path = folder / "brought.db", folder / "taking.db"
    workspace = Workspace.open(base)
    file = build_session_file(folder / "t.rembuk", one_of_each())
    [receipt] = receive(workspace, SEKAR, [file])
    workspace.close()

    def work() -> None:
        workspace = Workspace.open(path)
        undo_import(workspace, receipt.receipt_id)
        workspace.close()

    shutil.copy(base, path)
    before = opened(path)
    ways = arms(work)
    first = next(ways)
    after = opened(path)
    for arm in (first, *ways):
        shutil.copy(base, path)
        died = killed(work, arm)
        assert opened(path) in ((before, after) if died else (after,))


def test_killed_while_several_records_change_in_one_step(folder: Path) -> None:
    base, path = folder / "steps.db", folder / "stepping.db"
    lists = one_of_each()
    later = a_meeting(lists["plans"][0])
    lists["meetings"].append(later)
    lists["follow_ups"][0]["status"] = "open"
    workspace = Workspace.open(base)
    receive(workspace, SEKAR, [build_session_file(folder / "s.rembuk", lists)])
    workspace.close()
    steps: list[Callable[[Workspace], object]] = [
        lambda w: split_point(w, SEKAR, lists["points"][0]["id"], 5),
        lambda w: carry_follow_up(w, SEKAR, lists["follow_ups"][0]["id"], later["id"]),
        lambda w: freeze_draft(w, SEKAR, lists["commitments"][0]["id"], "final", (), (), "segera"),
    ]

    def work() -> None:
        workspace = Workspace.open(path)
        for step in steps:
            step(workspace)
        workspace.close()

    def sizes() -> tuple[int, int]:
        found, _ = cast("tuple[dict[str, Any], int]", opened(path))
        return len(found["points"]), len(found["drafts"])

    shutil.copy(base, path)
    points, drafts = sizes()
    ways = arms(work)
    first = next(ways)
    whole = [(points + min(n, 2), drafts + (n == 3)) for n in range(4)]
    assert sizes() == whole[-1]
    for arm in (first, *ways):
        shutil.copy(base, path)
        died = killed(work, arm)
        assert sizes() in (whole if died else whole[-1:])


def test_killed_while_exporting(folder: Path) -> None:
    path = folder / "exporting.db"
    lists = one_of_each()
    workspace = Workspace.open(path)
    receive(workspace, SEKAR, [build_session_file(folder / "e.rembuk", lists)])
    workspace.close()
    before = opened(path)

    def work() -> None:
        workspace = Workspace.open(path)
        write_session(workspace, Author(), "test", lists["plans"][0]["id"])
        workspace.close()

    for arm in arms(work):
        killed(work, arm)
        assert opened(path) == before


def test_killed_while_backing_up(folder: Path) -> None:
    path = folder / "copied.db"
    workspace = Workspace.open(path)
    receive(workspace, SEKAR, [build_session_file(folder / "b.rembuk", one_of_each())])
    workspace.close()
    before = opened(path)

    def work() -> None:
        workspace = Workspace.open(path)
        workspace.back_up("import")
        workspace.close()

    for arm in arms(work):
        shutil.rmtree(backup_folder(path), ignore_errors=True)
        died = killed(work, arm)
        copy = last_backup(path)
        assert copy is not None or died
        assert copy is None or opened(copy) == before
        assert opened(path) == before


def test_killed_while_upgrading(folder: Path) -> None:
    path = folder / "old.db"
    before = content(OLD)

    def work() -> None:
        Workspace.open(path).close()

    shutil.copy(OLD, path)
    ways = arms(work)
    first = next(ways)
    after = content(path)
    for arm in (first, *ways):
        shutil.copy(OLD, path)
        shutil.rmtree(backup_folder(path), ignore_errors=True)
        died = killed(work, arm)
        assert content(path) in ((before, after) if died else (after,))
        copy = last_backup(path)
        assert copy is None or content(copy) == before
        work()
        assert content(path) == after


def test_killed_while_a_workspace_is_made(folder: Path) -> None:
    path = folder / "new.db"

    def work() -> None:
        path.unlink(missing_ok=True)
        Workspace.open(path).close()

    for arm in arms(work):
        killed(work, arm)
        workspace = Workspace.open(path)
        with workspace.read() as session:
            assert check_register(session) == ()
        workspace.close()
        assert schema.HEAD in "".join(content(path))
