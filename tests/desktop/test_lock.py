"""One writer at a time, and a lock that never outlives its program."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo

from db.errors import WorkspaceError
from desktop.lock import WorkspaceLock

TOP = Path(__file__).parents[2]
HOLDER = """
import sys
from pathlib import Path
from desktop.lock import WorkspaceLock
lock = WorkspaceLock(Path(sys.argv[1]))
lock.take()
print("taken", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "plan.db"


def write_lock(workspace: Path, host: str, pid: int) -> None:
    """Leave a lock file as another computer's Qt writes it."""
    text = f"{pid}\nrembuk\n{host}\nanother-machine\nanother-boot\n"
    WorkspaceLock(workspace).path.write_text(text)


def test_a_lock_is_a_file_beside_the_workspace_until_it_is_released(workspace: Path) -> None:
    with WorkspaceLock(workspace) as lock:
        assert lock.path == workspace.with_name("plan.db.lock")
        assert lock.path.exists()
    assert not lock.path.exists()


def test_a_second_program_is_told_who_has_it(workspace: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(workspace)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=TOP, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "taken\n"
        with pytest.raises(WorkspaceError) as caught:
            WorkspaceLock(workspace).take()
        assert caught.value.key == "workspace_open_here"
        assert caught.value.values["pid"] == other.pid
        other.kill()
    WorkspaceLock(workspace).take()


def test_another_computers_lock_holds_whatever_its_age(workspace: Path) -> None:
    write_lock(workspace, "notebook-7", pid=1)
    with pytest.raises(WorkspaceError) as caught:
        WorkspaceLock(workspace).take()
    assert caught.value.key == "workspace_open_elsewhere"
    assert caught.value.values["host"] == "notebook-7"


def test_a_person_may_take_over_from_another_computer(workspace: Path) -> None:
    write_lock(workspace, "notebook-7", pid=1)
    lock = WorkspaceLock(workspace)
    lock.take_over()
    holder = lock.holder()
    assert holder is not None
    assert (holder.host, holder.here) == (QSysInfo.machineHostName(), True)
    lock.release()


def test_taking_over_spares_a_program_that_runs_here(workspace: Path) -> None:
    with WorkspaceLock(workspace), pytest.raises(WorkspaceError, match="workspace_open_here"):
        WorkspaceLock(workspace).take_over()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as caught:
        WorkspaceLock(tmp_path / "gone" / "plan.db").take()
    assert caught.value.key == "workspace_not_writable"
    assert caught.value.values["path"] == str(tmp_path / "gone")
