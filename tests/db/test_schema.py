"""A workspace is made new, recognised, brought up to date or refused – and never half."""

import datetime as dt
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, inspect

from db import schema
from db.backup import backup_folder
from db.commands.records import add_record
from db.engine import APPLICATION_ID, open_engine
from db.errors import RembukError, WorkspaceError
from db.queries.conflicts import list_conflicts
from db.queries.meetings import list_meetings
from db.records import Commitment, Plan
from db.workspace import Author, Workspace
from tests.db.session_files import new_id

NOW = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)


def shape(engine: Engine) -> dict[str, Any]:
    """Return tables, columns, keys and indexes as the database itself tells them."""
    seen = inspect(engine)
    return {
        table: {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"], column["default"])
                for column in seen.get_columns(table)
            },
            "key": seen.get_pk_constraint(table)["constrained_columns"],
            "references": sorted(
                (k["constrained_columns"], k["referred_table"], str(sorted(k["options"].items())))
                for k in seen.get_foreign_keys(table)
            ),
            "indexes": sorted(
                (i["name"], i["column_names"], i["unique"]) for i in seen.get_indexes(table)
            ),
        }
        for table in seen.get_table_names()
    }


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def ask(path: Path, query: str) -> Any:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchone()[0]


def content(path: Path) -> list[str]:
    """Return a database as SQL: a copy may differ in its change counter only."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def refusal(path: Path) -> RembukError:
    with pytest.raises(WorkspaceError) as refused:
        Workspace.open(path)
    return refused.value


def folder_state(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_new_workspace_equals_what_the_migrations_make(tmp_path: Path) -> None:
    new, migrated = open_engine(tmp_path / "new.db"), open_engine(tmp_path / "old.db")
    schema.prepare(new, NOW)
    schema.migrate(migrated, schema.HEAD)
    assert shape(new) == shape(migrated)
    assert schema.read_version(migrated) == schema.HEAD
    new.dispose()
    migrated.dispose()


def test_head_is_the_newest_migration() -> None:
    assert schema.known_versions()[-1] == schema.HEAD


def test_a_new_workspace_carries_our_mark_and_version(tmp_path: Path) -> None:
    Workspace.open(tmp_path / "w.db").close()
    assert ask(tmp_path / "w.db", "PRAGMA application_id") == APPLICATION_ID
    assert ask(tmp_path / "w.db", "SELECT version_num FROM alembic_version") == schema.HEAD
    assert ask(tmp_path / "w.db", "PRAGMA journal_mode") == "delete"
    assert [p.name for p in tmp_path.iterdir()] == ["w.db"]


def test_opening_again_changes_no_byte(tmp_path: Path) -> None:
    Workspace.open(tmp_path / "w.db").close()
    before = folder_state(tmp_path)
    Workspace.open(tmp_path / "w.db").close()
    assert folder_state(tmp_path) == before


def test_a_workspace_of_the_first_version_keeps_every_record(tmp_path: Path) -> None:
    old = Path(__file__).parents[1] / "files" / "register-0001.db"
    shutil.copy(old, tmp_path / "w.db")
    workspace = Workspace.open(tmp_path / "w.db")
    with workspace.read() as session:
        assert list_meetings(session)[0].place == "Balai Warga"
        assert list_conflicts(session) == ()
    workspace.close()
    received = "SELECT count(*) FROM revisions WHERE received"
    brought = "SELECT sum(json_array_length(brought, '$.revisions')) FROM receipts"
    assert ask(tmp_path / "w.db", received) == ask(old, brought) > 0
    for table in ("commitments", "targets", "points", "attendances", "revisions"):
        count = f"SELECT count(*) FROM {table}"
        assert ask(tmp_path / "w.db", count) == ask(old, count) > 0


# -- migrations ------------------------------------------------------------------------------


# One after the newest, so that these tests need no change with each migration.
NEXT = f"{int(schema.HEAD) + 1:04}"


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give the program one more migration, whose `upgrade` has this body."""

    def add(body: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(schema.MIGRATIONS, folder)
        lines = "\n".join(f"    {line}" for line in body.splitlines())
        (folder / "versions" / f"{NEXT}_test.py").write_text(
            "import sqlalchemy as sa\nfrom alembic import op\n\n"
            f'revision = "{NEXT}"\ndown_revision = "{schema.HEAD}"\n\n\n'
            f"def upgrade() -> None:\n{lines}\n"
        )
        monkeypatch.setattr(schema, "MIGRATIONS", folder)
        monkeypatch.setattr(schema, "HEAD", NEXT)

    return add


@pytest.fixture
def old_workspace(tmp_path: Path, author: Author) -> Path:
    folder = tmp_path / "kept"
    folder.mkdir()
    workspace = Workspace.open(folder / "w.db")
    add_record(workspace, author, Plan(id=new_id(), title="Rencana Kota"))
    workspace.close()
    return folder / "w.db"


def test_an_older_workspace_is_copied_and_brought_up_to_date(
    old_workspace: Path, next_version: Callable[[str], None]
) -> None:
    before = content(old_workspace)
    next_version('op.add_column("plans", sa.Column("motto", sa.String(), server_default="-"))')
    Workspace.open(old_workspace).close()
    assert ask(old_workspace, "SELECT version_num FROM alembic_version") == NEXT
    assert ask(old_workspace, "SELECT title || motto FROM plans") == "Rencana Kota-"
    [copy] = backup_folder(old_workspace).iterdir()
    assert content(copy) == before


@pytest.mark.parametrize(
    "failure",
    ['op.execute("SELECT no_such_function()")', "raise RuntimeError('power')"],
    ids=["statement", "exception"],
)
def test_a_migration_that_fails_leaves_the_workspace_as_it_was(
    old_workspace: Path, next_version: Callable[[str], None], failure: str
) -> None:
    before = old_workspace.read_bytes()
    next_version(
        'op.create_table("half", sa.Column("id", sa.String()))\n'
        'op.execute("DELETE FROM plans")\n'
        'with op.batch_alter_table("plans") as plans:\n    plans.drop_column("form")\n' + failure
    )
    with pytest.raises(Exception, match=r"no_such_function|power"):
        Workspace.open(old_workspace)
    assert old_workspace.read_bytes() == before
    [copy] = backup_folder(old_workspace).iterdir()
    assert content(copy) == content(old_workspace)


def test_rebuilding_an_owner_keeps_what_it_owns(
    tmp_path: Path, author: Author, next_version: Callable[[str], None]
) -> None:
    workspace = Workspace.open(tmp_path / "w.db")
    plan_id = add_record(workspace, author, Plan(id=new_id())).record_id
    add_record(workspace, author, Commitment(id=new_id(), plan_id=plan_id, title="Anak"))
    workspace.close()
    next_version('with op.batch_alter_table("plans") as plans:\n    plans.drop_column("form")')
    Workspace.open(tmp_path / "w.db").close()
    assert ask(tmp_path / "w.db", "SELECT title FROM commitments") == "Anak"


def test_a_migration_that_orphans_rows_is_undone(
    tmp_path: Path, author: Author, next_version: Callable[[str], None]
) -> None:
    workspace = Workspace.open(tmp_path / "w.db")
    plan_id = add_record(workspace, author, Plan(id=new_id())).record_id
    add_record(workspace, author, Commitment(id=new_id(), plan_id=plan_id, title="Anak"))
    workspace.close()
    before = (tmp_path / "w.db").read_bytes()
    next_version('op.execute("DELETE FROM plans")')
    assert refusal(tmp_path / "w.db").key == "workspace_damaged"
    assert (tmp_path / "w.db").read_bytes() == before


# -- refusals --------------------------------------------------------------------------------


def make_newer(path: Path) -> None:
    execute(path, "UPDATE alembic_version SET version_num = '9999'")


def make_foreign(path: Path) -> None:
    path.unlink()
    execute(path, "CREATE TABLE songs (title TEXT)", "INSERT INTO songs VALUES ('x')")


def make_unmarked(path: Path) -> None:
    execute(path, "PRAGMA application_id = 7")


def make_versionless(path: Path) -> None:
    execute(path, "DELETE FROM alembic_version")


def make_tableless(path: Path) -> None:
    execute(path, "DROP TABLE alembic_version")


def make_truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def make_short(path: Path) -> None:
    os.truncate(path, 60)


def make_garbage(path: Path) -> None:
    path.write_bytes(os.urandom(9000))


def make_text(path: Path) -> None:
    path.write_text("bukan basis data\n")


def make_holed(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:12288] = os.urandom(8192)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (make_newer, "workspace_newer"),
        (make_foreign, "workspace_not_ours"),
        (make_unmarked, "workspace_not_ours"),
        (make_versionless, "workspace_damaged"),
        (make_tableless, "workspace_not_ours"),
        (make_truncated, "workspace_damaged"),
        (make_short, "workspace_damaged"),
        (make_garbage, "workspace_not_ours"),
        (make_text, "workspace_not_ours"),
        (make_holed, "workspace_damaged"),
    ],
)
def test_what_is_not_our_whole_workspace_is_refused_and_not_touched(
    tmp_path: Path, spoil: Callable[[Path], None], key: str
) -> None:
    path = tmp_path / "w.db"
    Workspace.open(path).close()
    spoil(path)
    before = folder_state(tmp_path)
    error = refusal(path)
    assert error.key == key
    assert error.values == {"path": str(path)}
    assert folder_state(tmp_path) == before


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path).key == "workspace_cannot_open"


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none" / "w.db").key == "workspace_cannot_open"


def test_a_name_that_no_disk_takes_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("w" * 300)).key == "workspace_cannot_open"


def test_an_empty_file_becomes_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "w.db").touch()
    Workspace.open(tmp_path / "w.db").close()
    assert ask(tmp_path / "w.db", "SELECT version_num FROM alembic_version") == schema.HEAD
