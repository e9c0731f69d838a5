"""Workspaces with letters changed in them: told, or as good as before – never a crash."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.errors import WorkspaceError
from db.exchange.receive import receive
from db.queries.conflicts import list_conflicts
from db.queries.integrity import check_register
from db.workspace import Workspace
from tests.db.registers import SEKAR, dump
from tests.db.session_files import build_session_file, one_of_each
from tests.db.tries import fast_folder, tries


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with fast_folder() as path:
        yield path


def look_through(path: Path) -> tuple[str, Any]:
    """Open a workspace, read everything and check it; return what is said, and what is there."""
    try:
        workspace = Workspace.open(path)
    except WorkspaceError as error:
        return error.key, None
    try:
        with workspace.read() as session:
            findings = check_register(session)
            list_conflicts(session)
        return findings[0].key if findings else "", dump(workspace)
    except WorkspaceError as error:
        return error.key, None
    finally:
        workspace.close()


def test_damage_is_told_and_never_crashes(folder: Path) -> None:
    whole, path = folder / "whole.db", folder / "damaged.db"
    workspace = Workspace.open(whole)
    receive(workspace, SEKAR, [build_session_file(folder / "s.rembuk", one_of_each())])
    before = dump(workspace)
    workspace.close()
    content = whole.read_bytes()
    chance = random.Random(2025)
    told: dict[str, int] = {}
    for number in range(tries(60, 1000)):
        damaged = bytearray(content)
        for _ in range(chance.choice((1, 1, 1, 4, 64))):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        if number % 10 == 0:
            # A page of nothing, as a failing stick gives it.
            page = 4096 * chance.randrange(len(damaged) // 4096)
            damaged[page : page + 4096] = bytes(4096)
        path.write_bytes(damaged)
        said, kept = look_through(path)
        told[said] = told.get(said, 0) + 1
        if number % 10 == 0:
            assert said or kept == before, "a lost page is noticed unless nothing stood on it"
    assert set(told) - {""} <= {
        "workspace_damaged", "workspace_not_ours", "workspace_newer", "workspace_cannot_open",
        "workspace_unreadable", "record_damaged", "pages", "reference", "shown_value", "record",
        "deleted", "frozen", "history",
    }  # fmt: skip
    shutil.rmtree(folder / "damaged-backups", ignore_errors=True)
