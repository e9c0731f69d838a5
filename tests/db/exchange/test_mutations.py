"""Session files with anything changed in them: refused whole or taken whole, never half."""

import copy
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db.errors import SessionFileError
from db.exchange.check import read_session_file
from db.exchange.receipts import undo_import
from db.exchange.receive import receive
from db.queries.integrity import check_register
from db.workspace import Workspace
from tests.db.registers import SEKAR, dump
from tests.db.session_files import (
    Lists,
    build_from_bytes,
    build_session_file,
    encode,
    manifest_of,
    new_id,
    one_of_each,
)
from tests.db.tries import fast_folder, tries

FILES = tries(150, 2500)
ODD: list[Any] = [
    None, True, False, 0, -1, 1, 1.5, 2**31, 2**63, 10**30, 1e308, -0.0, "", " ", "x", "\u2028",
    "2025-02-30", "2025-01-01", "2025-01", "12:00", [], {}, [""], [None], [[]], [{}], {"": ""},
    {"name": ""}, {"organisation_id": None}, {"B06": ""}, {"B99": "x"}, "deleted", "true", "\0",
    "id", "x" * 70_000, ["x"] * 999,
]  # fmt: skip

LETTERS = [b"", b'"', b"{", b"]", b"\\", b"\\u0000", b"\\ud800", b"\xff", b"-", b"1e999", b":"]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with fast_folder() as path:
        yield path


class Places:
    """Every place in lists where something can be changed."""

    def __init__(self, lists: Lists) -> None:
        self.found: list[tuple[Any, Any]] = []
        waiting: list[Any] = [lists]
        while waiting:
            node = waiting.pop()
            keys = list(node) if isinstance(node, dict) else range(len(node))
            for key in keys:
                self.found.append((node, key))
                if isinstance(node[key], dict | list):
                    waiting.append(node[key])


def put_odd(lists: Lists, node: Any, key: Any, chance: random.Random) -> None:
    node[key] = copy.deepcopy(chance.choice(ODD))


def put_another(lists: Lists, node: Any, key: Any, chance: random.Random) -> None:
    other, other_key = chance.choice(Places(lists).found)
    node[key] = copy.deepcopy(other[other_key])


def remove(lists: Lists, node: Any, key: Any, chance: random.Random) -> None:
    del node[key]


def repeat(lists: Lists, node: Any, key: Any, chance: random.Random) -> None:
    if isinstance(node, list):
        node.append(copy.deepcopy(node[key]))
    else:
        node[chance.choice(["x", "deleted", "B06", "id", "position"])] = node[key]


def rename(lists: Lists, node: Any, key: Any, chance: random.Random) -> None:
    """Give a record a new id, wherever it is named or nearly everywhere."""
    if isinstance(node[key], str) and len(node[key]) == 36:
        old, new = node[key], new_id()
        text = json.dumps(lists).replace(old, new, chance.choice([-1, -1, 1, 2]))
        lists.clear()
        lists.update(json.loads(text))


CHANGES: list[Callable[[Lists, Any, Any, random.Random], None]] = [
    put_odd, put_odd, put_another, remove, repeat, rename
]  # fmt: skip


def changed(lists: Lists, chance: random.Random) -> Lists:
    made = copy.deepcopy(lists)
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        node, key = chance.choice(Places(made).found)
        chance.choice(CHANGES)(made, node, key, chance)
    return made


@pytest.mark.parametrize("known", [False, True], ids=["into an empty one", "into one that knows"])
def test_changed_lists_are_taken_whole_or_not_at_all(folder: Path, known: bool) -> None:
    chance = random.Random(2025)
    lists = one_of_each()
    workspace = Workspace.open(folder / f"{known}.db")
    if known:
        build_session_file(folder / "base.rembuk", lists)
        receive(workspace, SEKAR, [folder / "base.rembuk"])
    before, taken = dump(workspace), 0
    for _ in range(FILES // 2):
        made = changed(lists, chance)
        counts = {name: len(rows) for name, rows in made.items() if isinstance(rows, list)}
        manifest = manifest_of(encode(made), lists, counts=counts)
        path = build_from_bytes(folder / "s.rembuk", encode(made), manifest)
        taken += assert_whole(workspace, path, before)
    assert taken, "some changes leave a right file"
    workspace.close()


def assert_whole(workspace: Workspace, path: Path, before: Any) -> bool:
    """Receive a file; what it leaves is as before, or right and can be taken back."""
    [receipt] = receive(workspace, SEKAR, [path])
    if receipt.error is not None:
        assert isinstance(receipt.error, SessionFileError)
        assert dump(workspace) == before
        return False
    with workspace.read() as session:
        assert check_register(session) == ()
    if receipt.receipt_id:
        undo_import(workspace, receipt.receipt_id)
        assert dump(workspace) == before
    return True


def test_changed_letters_under_a_right_checksum_never_break_the_reader(folder: Path) -> None:
    chance = random.Random(2025)
    lists = one_of_each()
    text = encode(lists)
    manifest = manifest_of(text, lists)
    for _ in range(FILES):
        damaged = bytearray(text)
        for _ in range(chance.choice([1, 1, 2, 6])):
            place = chance.randrange(len(damaged))
            damaged[place : place + chance.choice([0, 1, 1, 9])] = chance.choice(
                [*LETTERS, bytes([chance.randrange(256)])]
            )
        manifest["sha256"] = manifest_of(bytes(damaged), lists)["sha256"]
        path = build_from_bytes(folder / "s.rembuk", bytes(damaged), manifest)
        try:
            read_session_file(path)
        except SessionFileError as error:
            assert all(str(value).isprintable() for value in error.values.values())  # noqa: PT017
