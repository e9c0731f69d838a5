"""What the index of a register holds, read from its file."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from db.search.find import search
from db.workspace import Workspace
from tests.db.session_files import new_id

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
