"""The index always says what the records say, whatever wrote them."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import col, delete, update

from db import schema
from db.changes import Change
from db.commands.records import add_record, delete_records, edit_field, reverse
from db.commands.unfinished import write_unfinished
from db.errors import WorkspaceError
from db.exchange.receipts import list_receipts, undo_import
from db.models import PointRow
from db.queries.records import get_record, list_records
from db.records import Commitment, Meeting, Organisation, Plan, Point
from db.search.find import search
from db.search.texts import SEARCHED
from db.workspace import Author, Workspace
from tests.db.registers import take
from tests.db.session_files import build_session_file, new_id, one_of_each

OLD = Path(__file__).parents[2] / "files" / "register-0001.db"
Held = dict[tuple[str, str], tuple[str, str | None, str]]


def held(path: Path) -> Held:
    """Return what the index holds: by list and id the day, the names and the texts."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM search_waiting").fetchone() == (0,)
        rows = connection.execute(
            "SELECT d.kind, d.record_id, d.day, n.text, t.text FROM search_documents d"
            " JOIN search_texts t ON t.rowid = d.id LEFT JOIN search_names n ON n.rowid = d.id"
        ).fetchall()
        for name in ("search_names", "search_texts"):
            connection.execute(f"INSERT INTO {name}({name}) VALUES ('integrity-check')")
            count = connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            assert count <= len(rows)
        assert (
            len(rows) == connection.execute("SELECT count(*) FROM search_documents").fetchone()[0]
        )
        return {(kind, record_id): rest for kind, record_id, *rest in rows}


def built_anew(path: Path) -> Held:
    """Return what the index of a copy holds after it was thrown away and built again."""
    copy = path.with_name(f"copy-{new_id()}.db")
    shutil.copy(path, copy)
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("PRAGMA user_version = 0")
    Workspace.open(copy).close()
    return held(copy)


def found(workspace: Workspace, text: str) -> list[str]:
    with workspace.read() as session:
        return [hit.record_id for hit in search(session, text)]


def register(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


@pytest.fixture
def meeting(workspace: Workspace, author: Author) -> Meeting:
    plan = add_record(workspace, author, Plan(id=new_id(), short_title="RAK")).record_id
    made = Meeting(id=new_id(), plan_id=plan, topic="Banjir", date="2025-03-01")
    add_record(workspace, author, made)
    return made


def test_a_command_is_found_at_once_and_so_is_its_undo(
    workspace: Workspace, author: Author, meeting: Meeting
) -> None:
    point = Point(id=new_id(), meeting_id=meeting.id, text="Peta risiko")
    add_record(workspace, author, point)
    assert found(workspace, "risiko") == [point.id]
    change = edit_field(workspace, author, "points", point.id, "text", "Jalur evakuasi")
    assert found(workspace, "risiko") == []
    assert found(workspace, "evakuasi") == [point.id]
    redo = reverse(workspace, author, change)
    assert found(workspace, "risiko") == [point.id]
    reverse(workspace, author, redo)
    assert found(workspace, "risiko") == []


def test_an_autosave_written_again_leaves_no_letters_behind(
    workspace: Workspace, author: Author, meeting: Meeting, tmp_path: Path
) -> None:
    point = Point(id=new_id(), meeting_id=meeting.id, text="P")
    write_unfinished(workspace, author, point, False)
    visit = ""
    for text in ("Pe", "Peta", "Peta ris", "Peta rusak"):
        change = edit_field(workspace, author, "points", point.id, "text", text, visit)
        visit = change.edits[0].revision_id
    assert found(workspace, "ris") == []
    assert found(workspace, "rusak") == [point.id]
    assert held(register(tmp_path)) == built_anew(register(tmp_path))


def test_what_is_deleted_leaves_with_all_that_belongs_to_it(
    workspace: Workspace, author: Author, meeting: Meeting
) -> None:
    point = Point(id=new_id(), meeting_id=meeting.id, text="Peta risiko")
    add_record(workspace, author, point)
    change = delete_records(workspace, author, "meetings", [meeting.id])
    assert found(workspace, "risiko") == found(workspace, "banjir") == []
    reverse(workspace, author, change)
    assert found(workspace, "risiko") == [point.id]
    assert found(workspace, "banjir") == [meeting.id]


def test_an_import_and_its_undo(workspace: Workspace, author: Author, tmp_path: Path) -> None:
    path = build_session_file(tmp_path / "s.rembuk", one_of_each())
    empty = held(register(tmp_path))
    take(workspace, path, dry_run=True)
    assert held(register(tmp_path)) == empty == {}
    take(workspace, path)
    full = held(register(tmp_path))
    assert {kind for kind, _ in full} == set(SEARCHED)
    assert full == built_anew(register(tmp_path))
    with workspace.read() as session:
        receipt = list_receipts(session)[0].id
    undo_import(workspace, receipt)
    assert held(register(tmp_path)) == {}


def test_what_belongs_to_a_meeting_moves_with_its_date(
    workspace: Workspace, author: Author, meeting: Meeting, tmp_path: Path
) -> None:
    points = [Point(id=new_id(), meeting_id=meeting.id, text="Peta") for _ in range(3)]
    for point in points:
        add_record(workspace, author, point)
    edit_field(workspace, author, "meetings", meeting.id, "date", "2026-01-31")
    after = held(register(tmp_path))
    assert {after["points", point.id][0] for point in points} == {"2026-01-31"}
    assert after == built_anew(register(tmp_path))


def test_writing_many_at_once_is_seen_too(
    workspace: Workspace, author: Author, meeting: Meeting, tmp_path: Path
) -> None:
    for _ in range(5):
        add_record(workspace, author, Point(id=new_id(), meeting_id=meeting.id, text="Peta"))
    with workspace.write() as session:
        session.exec(update(PointRow).where(col(PointRow.text) == "Peta").values(text="Denah"))
    assert len(found(workspace, "denah")) == 5
    with workspace.write() as session:
        session.exec(delete(PointRow))
    assert found(workspace, "denah") == []
    assert held(register(tmp_path)) == built_anew(register(tmp_path))


def test_what_is_given_up_leaves_the_index_as_it_was(
    workspace: Workspace, author: Author, meeting: Meeting, tmp_path: Path
) -> None:
    before = held(register(tmp_path))

    def fail() -> None:
        with workspace.write() as session:
            session.add(PointRow(id=new_id(), meeting_id=meeting.id, text="Peta"))
            session.flush()
            raise RuntimeError("power")

    with pytest.raises(RuntimeError, match="power"):
        fail()
    assert held(register(tmp_path)) == before


def test_any_run_of_commands_leaves_what_building_anew_would(
    workspace: Workspace, author: Author, tmp_path: Path
) -> None:
    chance = random.Random(7)
    plan = add_record(workspace, author, Plan(id=new_id(), title="Rencana")).record_id
    makers: list[Callable[[str], tuple[str, Meeting | Commitment | Organisation | Point]]] = [
        lambda text: ("meetings", Meeting(id=new_id(), plan_id=plan, topic=text)),
        lambda text: ("commitments", Commitment(id=new_id(), plan_id=plan, title=text, number=3)),
        lambda text: ("organisations", Organisation(id=new_id(), name=text, aliases=(text, "B"))),
    ]
    fields = {"meetings": "topic", "commitments": "problem", "organisations": "short_name"}
    alive: list[tuple[str, str]] = []
    done: list[Change] = []
    for step in range(120):
        text = " ".join(chance.choices(["peta", "banjir", "Café", "SP4N-LAPOR!", "", "ꦗꦮ"], k=4))
        choice = chance.random()
        if choice < 0.4 or not alive:
            kind, record = chance.choice(makers)(text)
            done.append(add_record(workspace, author, record))
            alive.append((kind, record.id))
        elif choice < 0.75:
            kind, record_id = chance.choice(alive)
            done.append(
                edit_field(workspace, author, kind, record_id, fields[kind], f"{text}{step}")
            )
        elif choice < 0.85:
            kind, record_id = alive.pop(chance.randrange(len(alive)))
            reverse(workspace, author, delete_records(workspace, author, kind, [record_id]))
            alive.append((kind, record_id))
        else:
            kind, record_id = alive.pop(chance.randrange(len(alive)))
            delete_records(workspace, author, kind, [record_id])
    assert held(register(tmp_path)) == built_anew(register(tmp_path))


# -- making and mending ----------------------------------------------------------------------


def definitions(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE name LIKE 'search%'")
        return sorted(rows)


def test_a_workspace_of_the_first_version_gets_its_index(tmp_path: Path) -> None:
    shutil.copy(OLD, tmp_path / "w.db")
    workspace = Workspace.open(tmp_path / "w.db")
    assert found(workspace, "balai warga")
    workspace.close()
    Workspace.open(tmp_path / "new.db").close()
    assert definitions(tmp_path / "w.db") == definitions(tmp_path / "new.db") != []
    assert held(tmp_path / "w.db") == built_anew(tmp_path / "w.db") != {}


def test_an_index_of_another_version_is_built_anew_when_opened(
    workspace: Workspace, author: Author, meeting: Meeting, tmp_path: Path
) -> None:
    workspace.close()
    with closing(sqlite3.connect(register(tmp_path))) as connection, connection:
        connection.execute("DELETE FROM search_texts")
        connection.execute("DROP TRIGGER search_points_added")
        connection.execute("PRAGMA user_version = 12345")
    opened = Workspace.open(register(tmp_path))
    assert found(opened, "banjir") == [meeting.id]
    add_record(opened, author, Point(id=new_id(), meeting_id=meeting.id, text="Peta"))
    assert found(opened, "peta")
    opened.close()


def test_what_is_opened_for_reading_is_searched_without_an_index_of_its_version(
    workspace: Workspace, meeting: Meeting, tmp_path: Path
) -> None:
    workspace.close()
    with closing(sqlite3.connect(register(tmp_path))) as connection, connection:
        connection.execute("DROP TABLE search_texts")
        connection.execute("PRAGMA user_version = 12345")
    opened = Workspace.open(register(tmp_path), read_only=True)
    assert found(opened, "banjir") == [meeting.id]
    opened.close()


def test_rebuilding_tables_in_a_migration_keeps_the_index(
    workspace: Workspace, meeting: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.close()
    before = definitions(register(tmp_path)), held(register(tmp_path))
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder)
    (folder / "versions" / "9999_test.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n\n"
        f'revision = "9999"\ndown_revision = "{schema.HEAD}"\n\n\n'
        "def upgrade() -> None:\n"
        '    with op.batch_alter_table("meetings") as meetings:\n'
        '        meetings.alter_column("topic", server_default="")\n'
    )
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    monkeypatch.setattr(schema, "HEAD", "9999")
    opened = Workspace.open(register(tmp_path))
    assert found(opened, "banjir") == [meeting.id]
    opened.close()
    assert (definitions(register(tmp_path)), held(register(tmp_path))) == before


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
