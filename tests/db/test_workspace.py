"""An open workspace: transactions that hold or fall whole, and disks that refuse."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from db.commands.records import add_record, edit_field
from db.errors import WorkspaceError
from db.records import Plan
from db.workspace import Author, Workspace
from tests.db.places import as_nobody, fill, protected, public_folder, small_disk
from tests.db.registers import dump
from tests.db.session_files import new_id

LONG = "Rencana aksi yang panjang sekali. " * 4000


def filled(path: Path, author: Author) -> tuple[Workspace, str]:
    workspace = Workspace.open(path)
    plan_id = add_record(workspace, author, Plan(id=new_id(), title="Rencana Kota")).record_id
    return workspace, plan_id


def rename_and_fail(workspace: Workspace) -> None:
    with workspace.write() as session:
        session.execute(text("UPDATE plans SET title = 'Dua'"))
        session.execute(text("INSERT INTO plans SELECT * FROM plans"))


def test_what_fails_inside_a_transaction_leaves_nothing(
    workspace: Workspace, author: Author
) -> None:
    plan_id = add_record(workspace, author, Plan(id=new_id(), title="Satu")).record_id
    before = dump(workspace)
    with pytest.raises(IntegrityError):
        rename_and_fail(workspace)
    assert dump(workspace) == before
    edit_field(workspace, author, "plans", plan_id, "title", "Tiga")


def test_a_reader_sees_one_state_while_another_connection_waits(
    workspace: Workspace, author: Author
) -> None:
    add_record(workspace, author, Plan(id=new_id()))
    with workspace.read() as session:
        before = session.execute(text("SELECT count(*) FROM plans")).scalar()
        assert before == session.execute(text("SELECT count(*) FROM plans")).scalar()


def test_another_program_that_writes_is_waited_for_and_then_named(
    workspace: Workspace, author: Author, tmp_path: Path
) -> None:
    with workspace.read() as session:
        session.connection().exec_driver_sql("PRAGMA busy_timeout=10")
    with closing(sqlite3.connect(tmp_path / "register.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(WorkspaceError) as refused:
            add_record(workspace, author, Plan(id=new_id()))
    assert refused.value.key == "workspace_busy"
    assert refused.value.values == {"path": str(tmp_path / "register.db")}
    add_record(workspace, author, Plan(id=new_id()))


def test_instants_are_utc_and_tell_microseconds(workspace: Workspace) -> None:
    assert workspace.instant() == "2025-03-01T02:00:00.002000Z"


def test_a_full_disk_says_so_and_keeps_what_was_there(workspace: Workspace, author: Author) -> None:
    plan_id = add_record(workspace, author, Plan(id=new_id(), title="Rencana Kota")).record_id
    before = dump(workspace)
    with workspace.read() as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(WorkspaceError) as refused:
        edit_field(workspace, author, "plans", plan_id, "organiser", LONG)
    assert refused.value.key == "disk_full"
    assert dump(workspace) == before


def test_a_disk_that_fills_up_under_the_workspace_loses_nothing(author: Author) -> None:
    with small_disk() as disk:
        workspace, plan_id = filled(disk / "w.db", author)
        before = dump(workspace)
        filler = fill(disk)
        with pytest.raises(WorkspaceError) as refused:
            edit_field(workspace, author, "plans", plan_id, "organiser", LONG)
        assert refused.value.key == "disk_full"
        assert dump(workspace) == before
        filler.unlink()
        edit_field(workspace, author, "plans", plan_id, "organiser", LONG)
        assert dump(workspace)["plans"][plan_id]["organiser"] == LONG.strip() + " "
        workspace.close()


def test_a_new_workspace_on_a_full_disk_is_refused(author: Author) -> None:
    with small_disk() as disk:
        fill(disk, leave=8192)
        with pytest.raises(WorkspaceError) as refused:
            Workspace.open(disk / "w.db")
        assert refused.value.key == "disk_full"


def test_a_file_that_may_not_be_written_can_be_read_and_says_so(author: Author) -> None:
    with public_folder() as folder:
        workspace, plan_id = filled(folder / "w.db", author)
        workspace.close()
        before = (folder / "w.db").read_bytes()
        with protected(folder / "w.db"), as_nobody():
            workspace = Workspace.open(folder / "w.db")
            assert plan_id in dump(workspace)["plans"]
            with pytest.raises(WorkspaceError) as refused:
                edit_field(workspace, author, "plans", plan_id, "title", "Lain")
            workspace.close()
        assert refused.value.key == "workspace_read_only"
        assert (folder / "w.db").read_bytes() == before


def test_a_folder_that_may_not_be_written_is_named(author: Author) -> None:
    with public_folder() as folder:
        workspace, plan_id = filled(folder / "w.db", author)
        workspace.close()
        (folder / "w.db").chmod(0o666)
        before = (folder / "w.db").read_bytes()
        with protected(folder), as_nobody():
            workspace = Workspace.open(folder / "w.db")
            for command in (
                lambda: edit_field(workspace, author, "plans", plan_id, "title", "Lain"),
                lambda: workspace.back_up("import"),
                lambda: Workspace.open(folder / "new.db"),
            ):
                assert refused_key(command) in (
                    "workspace_cannot_open", "workspace_read_only", "backup_failed"
                )  # fmt: skip
            workspace.close()
        assert (folder / "w.db").read_bytes() == before


def test_a_file_that_may_not_be_read_is_refused(author: Author) -> None:
    with public_folder() as folder:
        filled(folder / "w.db", author)[0].close()
        (folder / "w.db").chmod(0)
        with as_nobody():
            assert refused_key(lambda: Workspace.open(folder / "w.db")) == "workspace_cannot_open"


def refused_key(command: Callable[[], object]) -> str:
    with pytest.raises(WorkspaceError) as refused:
        command()
    return refused.value.key


@pytest.mark.parametrize(
    "location", ["nosuch://server/db", "postgresql+nodriver://x/y", "sqlite://", "://"]
)
def test_a_url_that_leads_nowhere_is_refused(location: str) -> None:
    assert refused_key(lambda: Workspace.open(location)) in (
        "workspace_url_unknown", "workspace_cannot_open"
    )  # fmt: skip


def test_a_server_that_is_away_is_named(author: Author) -> None:
    pytest.importorskip("psycopg", reason="PostgreSQL's driver comes with a later issue")
    location = "postgresql+psycopg://nobody@127.0.0.1:1/none?connect_timeout=2"
    assert refused_key(lambda: Workspace.open(location)) == "workspace_server"


def test_a_sqlite_url_is_the_file(tmp_path: Path) -> None:
    workspace = Workspace.open(f"sqlite:///{tmp_path}/w.db")
    assert workspace.path == tmp_path / "w.db"
    workspace.close()
    assert (tmp_path / "w.db").exists()


def test_a_file_that_was_moved_or_replaced_is_not_written_behind_its_name(
    author: Author, tmp_path: Path
) -> None:
    path, away = tmp_path / "w.db", tmp_path / "away.db"
    workspace, plan_id = filled(path, author)
    path.rename(away)
    with pytest.raises(WorkspaceError, match="workspace_moved"):
        edit_field(workspace, author, "plans", plan_id, "title", "Dua")
    assert not path.exists()
    other, _ = filled(path, author)
    before = dump(other)
    with pytest.raises(WorkspaceError, match="workspace_moved"):
        edit_field(workspace, author, "plans", plan_id, "title", "Dua")
    assert dump(other) == before
    other.close()
    path.unlink()
    away.rename(path)
    edit_field(workspace, author, "plans", plan_id, "title", "Tiga")
    assert dump(workspace)["plans"][plan_id]["title"] == "Tiga"


# -- for reading only ------------------------------------------------------------------------


def test_a_workspace_for_reading_shows_all_and_takes_nothing(
    author: Author, tmp_path: Path
) -> None:
    writer, plan_id = filled(tmp_path / "w 100% #1?.db", author)
    reader = Workspace.open(tmp_path / "w 100% #1?.db", read_only=True)
    assert dump(reader) == dump(writer)
    with pytest.raises(WorkspaceError) as refused:
        edit_field(reader, author, "plans", plan_id, "title", "Lain")
    assert refused.value.key == "workspace_for_reading"
    edit_field(writer, author, "plans", plan_id, "title", "Baru")
    assert dump(reader) == dump(writer)


def test_a_workspace_for_reading_is_neither_made_nor_brought_up_to_date(
    author: Author, tmp_path: Path
) -> None:
    with pytest.raises(WorkspaceError, match="workspace_cannot_open"):
        Workspace.open(tmp_path / "gone.db", read_only=True)
    assert list(tmp_path.iterdir()) == []
    workspace, _ = filled(tmp_path / "w.db", author)
    with workspace.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    workspace.close()
    before = (tmp_path / "w.db").read_bytes()
    with pytest.raises(WorkspaceError, match="workspace_older"):
        Workspace.open(tmp_path / "w.db", read_only=True)
    assert (tmp_path / "w.db").read_bytes() == before
