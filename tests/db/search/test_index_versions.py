"""An index of another version, or none: it is built anew, or done without."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db import schema
from db.commands.records import add_record
from db.records import Meeting, Point
from db.workspace import Author, Workspace
from tests.db.search.indexes import built_anew, found, held, register
from tests.db.session_files import new_id

OLD = Path(__file__).parents[2] / "files" / "register-0001.db"


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
