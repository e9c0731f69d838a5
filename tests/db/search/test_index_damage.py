"""A damaged index loses no edit, and is built anew."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.commands.records import add_record, edit_field
from db.errors import WorkspaceError
from db.queries.records import get_record, list_records
from db.records import Meeting, Point
from db.workspace import Author, Workspace
from tests.db.search.indexes import found, register
from tests.db.session_files import new_id


@pytest.fixture
def damage(
    workspace: Workspace, author: Author, meeting: Meeting, tmp_path: Path
) -> Callable[[str], Workspace]:
    """A register with forty points whose index holds bytes that can't be."""

    def spoil(change: str) -> Workspace:
        for number in range(40):
            text = f"Peta risiko nomor {number}"
            add_record(workspace, author, Point(id=new_id(), meeting_id=meeting.id, text=text))
        with closing(sqlite3.connect(register(tmp_path))) as connection, connection:
            connection.execute(change)
        return workspace

    return spoil


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE search_texts_data SET block = zeroblob(9) WHERE id > 1",
        "UPDATE search_texts_data SET block = zeroblob(length(block)) WHERE id > 10",
        "DELETE FROM search_texts_data",
    ],
)
def test_a_damaged_index_loses_no_edit_and_is_built_anew(
    damage: Callable[[str], Workspace], author: Author, meeting: Meeting, change: str
) -> None:
    workspace = damage(change)
    point = Point(id=new_id(), meeting_id=meeting.id, text="Jalur evakuasi")
    add_record(workspace, author, point)
    edit_field(workspace, author, "points", point.id, "text", "Jalur aman")
    edit_field(workspace, author, "meetings", meeting.id, "topic", "Sungai")
    with workspace.read() as session:
        assert get_record(session, Point, point.id).text == "Jalur aman"
    assert found(workspace, "jalur aman") == [point.id]
    assert found(workspace, "sungai") == [meeting.id]
    workspace.close()


@pytest.mark.parametrize("name", ["search_names", "search_texts"])
def test_where_the_damage_undoes_the_transaction_it_is_said_and_the_next_one_holds(
    damage: Callable[[str], Workspace], author: Author, meeting: Meeting, name: str
) -> None:
    # A count that asks for more memory than there is; SQLite then undoes everything.
    huge = "x'00000000010101008780808000'"
    workspace = damage(f"UPDATE {name}_data SET block = {huge} WHERE id = 10")
    assert isinstance(found(workspace, "risiko"), list)
    edit_field(workspace, author, "plans", meeting.plan_id, "start", "2025-01")

    def refusal(work: Callable[[], object]) -> str:
        try:
            work()
        except WorkspaceError as error:
            return error.key
        return ""

    told: list[str] = []
    for text in ("Jalur evakuasi", "Jalur aman"):
        before = stored_points(workspace)
        point = Point(id=new_id(), meeting_id=meeting.id, text=text)
        told.append(refusal(lambda point=point: add_record(workspace, author, point)))
        assert stored_points(workspace) == before + (not told[-1])
    values = ("meetings", meeting.id, "topic", "Sungai")
    told += [refusal(lambda: edit_field(workspace, author, *values)) for _ in range(2)]
    assert [key for key in told if key] in ([], ["workspace_index_renewed"])
    assert (told[1], told[3]) == ("", "")
    assert found(workspace, "sungai") == [meeting.id]
    assert len(found(workspace, "jalur aman")) == 1
    assert len(found(workspace, "risiko")) == 40


def stored_points(workspace: Workspace) -> int:
    with workspace.read() as session:
        return len(list_records(session, Point))


def test_no_damage_of_the_index_keeps_anyone_from_writing(
    damage: Callable[[str], Workspace], author: Author, meeting: Meeting, tmp_path: Path
) -> None:
    damage("SELECT 1").close()
    whole = register(tmp_path).read_bytes()
    chance = random.Random(11)
    for _ in range(25):
        register(tmp_path).write_bytes(whole)
        flip_bits(register(tmp_path), chance)
        workspace = Workspace.open(register(tmp_path))
        found(workspace, "risiko")
        point = Point(id=new_id(), meeting_id=meeting.id, text="Jalur evakuasi")
        add_record(workspace, author, point)
        edit_field(workspace, author, "meetings", meeting.id, "topic", "Sungai")
        assert found(workspace, "jalur evakuasi") == [point.id]
        workspace.close()


def flip_bits(path: Path, chance: random.Random) -> None:
    """Spoil one block of one index: some bits, all of it, or its being there."""
    table = chance.choice(("search_names_data", "search_texts_data"))
    with closing(sqlite3.connect(path)) as connection, connection:
        blocks = connection.execute(f"SELECT id, block FROM {table} WHERE block <> x''").fetchall()
        place, block = chance.choice(blocks)
        spoiled = bytearray(block)
        for _ in range(chance.choice((1, 1, 3, 50))):
            spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
        if chance.random() < 0.2:
            connection.execute(f"DELETE FROM {table} WHERE id = ?", (place,))
        connection.execute(f"UPDATE {table} SET block = ? WHERE id = ?", (bytes(spoiled), place))


def test_what_cannot_be_read_in_the_index_is_found_without_it(
    damage: Callable[[str], Workspace],
) -> None:
    workspace = damage("UPDATE search_texts_data SET block = x'ffffffff' WHERE id > 10")
    assert len(found(workspace, "risiko")) == 40
