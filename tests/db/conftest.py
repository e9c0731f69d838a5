"""A register in a folder of its own, on a clock that stands still until it is moved."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.commands.records import add_record
from db.records import Record
from db.workspace import Author, Workspace
from tests.db.registers import Clock

RATRI = Author("Ratri", "laptop-1")


@pytest.fixture
def clock() -> Clock:
    return Clock(dt.datetime(2025, 3, 1, 2, 0, tzinfo=dt.UTC))


@pytest.fixture
def author() -> Author:
    return RATRI


@pytest.fixture
def open_workspace(tmp_path: Path, clock: Clock) -> Iterator[Callable[[str], Workspace]]:
    """Open workspaces by name in the test's folder; they are closed with the test."""
    opened: list[Workspace] = []

    def open_named(name: str) -> Workspace:
        opened.append(Workspace.open(tmp_path / name, clock))
        return opened[-1]

    yield open_named
    for workspace in opened:
        workspace.close()


@pytest.fixture
def workspace(open_workspace: Callable[[str], Workspace]) -> Workspace:
    return open_workspace("register.db")


@pytest.fixture
def add(workspace: Workspace, author: Author) -> Callable[[Record], Record]:
    """Store a record, and return it."""

    def add_it(record: Record) -> Record:
        add_record(workspace, author, record)
        return record

    return add_it
