"""A file, a register or a disk that is not whole: nothing is taken, nothing is lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.errors import WorkspaceError
from db.exchange.receive import receive
from db.workspace import Workspace
from tests.db.exchange.refusals import EVERY
from tests.db.exchange.taken import backups
from tests.db.places import as_nobody, fill, protected, public_folder, small_disk
from tests.db.registers import SEKAR, Clock, take
from tests.db.session_files import (
    build_session_file,
    one_of_each,
)


def test_no_bad_file_changes_a_byte(workspace: Workspace, tmp_path: Path, path: Path) -> None:
    take(workspace, build_session_file(path, one_of_each()))
    assert workspace.path is not None
    before = workspace.path.read_bytes()
    files = [bad.build(tmp_path / f"{number}.rembuk") for number, bad in enumerate(EVERY)]
    receipts = receive(workspace, SEKAR, files)
    for bad, receipt in zip(EVERY, receipts, strict=True):
        assert receipt.error is not None, bad.name
        assert receipt.error.key == bad.key
        assert not receipt.applied
    assert workspace.path.read_bytes() == before
    assert len(backups(workspace)) == 1


def test_a_register_that_fails_its_check_takes_nothing(
    workspace: Workspace, path: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "register.db")) as connection, connection:
        connection.execute(
            "INSERT INTO minutes VALUES ('x', 0, 'nowhere', NULL, NULL, '', '{}', '')"
        )
    before = (tmp_path / "register.db").read_bytes()
    build_session_file(path, one_of_each())
    with pytest.raises(WorkspaceError) as refused:
        receive(workspace, SEKAR, [path])
    assert refused.value.key == "workspace_damaged"
    assert refused.value.values == {"path": str(tmp_path / "register.db")}
    assert (tmp_path / "register.db").read_bytes() == before


def test_a_full_disk_takes_nothing(path: Path, clock: Clock) -> None:
    build_session_file(path, one_of_each())
    with small_disk(4096) as disk:
        workspace = Workspace.open(disk / "w.db", clock)
        before = (disk / "w.db").read_bytes()
        filler = fill(disk, leave=4096)
        with pytest.raises(WorkspaceError) as refused:
            receive(workspace, SEKAR, [path])
        assert refused.value.key == "disk_full"
        filler.unlink()
        assert (disk / "w.db").read_bytes() == before
        # Room for the copy, not for the import.
        fill(disk, leave=len(before) + 4096)
        with pytest.raises(WorkspaceError) as refused:
            receive(workspace, SEKAR, [path])
        assert refused.value.key == "disk_full"
        (disk / "filler").unlink()
        assert (disk / "w.db").read_bytes() == before
        take(workspace, path)
        workspace.close()


def test_a_full_register_takes_nothing(workspace: Workspace, path: Path, tmp_path: Path) -> None:
    build_session_file(path, one_of_each())
    before = (tmp_path / "register.db").read_bytes()
    with workspace.read() as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(WorkspaceError) as refused:
        receive(workspace, SEKAR, [path])
    assert refused.value.key == "disk_full"
    assert (tmp_path / "register.db").read_bytes() == before


def test_a_register_that_may_not_be_written_takes_nothing(path: Path) -> None:
    build_session_file(path, one_of_each())
    content = path.read_bytes()
    with public_folder() as folder:
        Workspace.open(folder / "w.db").close()
        (folder / "s.rembuk").write_bytes(content)
        (folder / "s.rembuk").chmod(0o644)
        before = (folder / "w.db").read_bytes()
        with protected(folder / "w.db"), as_nobody():
            workspace = Workspace.open(folder / "w.db")
            with pytest.raises(WorkspaceError) as refused:
                receive(workspace, SEKAR, [folder / "s.rembuk"])
            workspace.close()
        assert refused.value.key == "workspace_read_only"
        assert (folder / "w.db").read_bytes() == before


def test_a_copy_that_cannot_be_made_stops_the_import(
    workspace: Workspace, path: Path, tmp_path: Path
) -> None:
    build_session_file(path, one_of_each())
    (tmp_path / "register-backups").write_text("in the way")
    before = (tmp_path / "register.db").read_bytes()
    with pytest.raises(WorkspaceError) as refused:
        receive(workspace, SEKAR, [path])
    assert refused.value.key == "backup_failed"
    assert (tmp_path / "register.db").read_bytes() == before
