"""Copies of the workspace are whole, named by time, and not kept for ever."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db import backup
from db.commands.records import add_record
from db.errors import WorkspaceError
from db.records import Plan
from db.workspace import Author, Workspace
from tests.db.places import fill, small_disk
from tests.db.registers import dump
from tests.db.session_files import new_id


def test_a_copy_holds_everything_and_opens(
    workspace: Workspace, author: Author, tmp_path: Path
) -> None:
    add_record(workspace, author, Plan(id=new_id(), title="Rencana Kota"))
    copy = workspace.back_up("import")
    assert copy is not None
    assert copy.name == "register-20250301T020000003000-import.db"
    assert copy.parent == tmp_path / "register-backups"
    opened = Workspace.open(copy)
    assert dump(opened) == dump(workspace)
    opened.close()


def test_a_copy_is_made_while_a_transaction_writes(workspace: Workspace, author: Author) -> None:
    add_record(workspace, author, Plan(id=new_id(), title="Rencana Kota"))
    with workspace.write() as session:
        session.connection().exec_driver_sql("UPDATE plans SET title = 'Lain'")
        copy = workspace.back_up("import")
    assert copy is not None
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT title FROM plans").fetchone() == ("Rencana Kota",)


def test_only_the_newest_copies_are_kept(workspace: Workspace) -> None:
    made = [workspace.back_up("import") for _ in range(backup.KEPT + 3)]
    assert workspace.path is not None
    kept = sorted(backup.backup_folder(workspace.path).iterdir())
    assert kept == made[-backup.KEPT :]
    assert backup.last_backup(workspace.path) == made[-1]


def test_a_name_with_brackets_finds_its_copies(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "kota [1].db")
    assert backup.last_backup(tmp_path / "kota [1].db") is None
    copy = workspace.back_up("import")
    assert backup.last_backup(tmp_path / "kota [1].db") == copy
    workspace.close()


def test_a_copy_that_does_not_fit_leaves_no_file(author: Author) -> None:
    with small_disk() as disk:
        workspace = Workspace.open(disk / "w.db")
        fill(disk, leave=20_000)
        with pytest.raises(WorkspaceError) as refused:
            workspace.back_up("import")
        assert refused.value.key == "disk_full"
        assert list(backup.backup_folder(disk / "w.db").iterdir()) == []
        workspace.close()


def test_a_place_that_is_taken_is_named(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "register-backups").write_text("not a folder")
    with pytest.raises(WorkspaceError) as refused:
        workspace.back_up("import")
    assert refused.value.key == "backup_failed"
    assert refused.value.values == {"path": str(tmp_path / "register-backups")}
