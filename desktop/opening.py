"""Opening the workspace behind the window that is shown already."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import WorkspaceError
from desktop.lock import WorkspaceLock

if TYPE_CHECKING:
    from db.workspace import Workspace


@dataclass
class Opened:
    """An open workspace, with the lock that says who writes there.

    Attributes:
        lock: None on a database server, which knows its own writers, and for reading only.
        is_new: whether it was made just now.
    """

    workspace: "Workspace"
    lock: WorkspaceLock | None = None
    is_new: bool = field(default=False)

    def close(self) -> None:
        self.workspace.close()
        if self.lock is not None:
            self.lock.release()


def open_workspace(
    location: str, *, take_over: bool = False, own: bool = False, read_only: bool = False
) -> Opened:
    """Lock and open a workspace; runs on a worker, since its imports take most of a second.

    `take_over` breaks the lock of another computer. `own` is the person's own workspace: its
    folder is made, and a new one starts with the sample. `read_only` needs no lock.
    Raises WorkspaceError when somebody else writes there or it cannot be opened.
    """
    from db.engine import open_engine, sqlite_path
    from db.workspace import Workspace

    path = sqlite_path(open_engine(location))
    if path is None or read_only:
        return Opened(Workspace.open(location, read_only=read_only))
    if own:
        _make_folder(path.parent)
    if path.exists() and not _may_write(path):
        raise WorkspaceError("workspace_read_only", path=str(path))
    lock = WorkspaceLock(path)
    if take_over:
        lock.take_over()
    else:
        lock.take()
    try:
        return _open_file(path, lock, own)
    except BaseException:
        lock.release()
        raise


def _open_file(path: Path, lock: WorkspaceLock, own: bool) -> Opened:
    from db.workspace import Workspace

    is_new = not path.exists()
    workspace = Workspace.open(path)
    if is_new and own:
        from desktop.sample import add_sample

        add_sample(workspace)
    return Opened(workspace, lock, is_new)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError("workspace_not_writable", path=str(folder)) from error
