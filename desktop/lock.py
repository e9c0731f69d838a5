"""One writer at a time: a lock file beside the workspace, for the window and commands alike."""

import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import QLockFile, QSysInfo

from db.errors import WorkspaceError


@dataclass(frozen=True)
class Holder:
    """Who has a workspace open, as its lock file tells."""

    app: str
    host: str
    pid: int
    hours: int
    here: bool


class WorkspaceLock:
    """The right to write to a workspace, given back on exit, or by a kill.

    A lock from this computer is free again as soon as its program is gone. One from
    another computer (the workspace lies on a stick or a share) nobody here can judge: it
    holds until somebody who knows says `take_over`.
    """

    def __init__(self, workspace: Path) -> None:
        self.path = workspace.with_name(workspace.name + ".lock")
        self._file = QLockFile(str(self.path))
        # By age alone no lock is ever stale: people leave a window open over a weekend.
        self._file.setStaleLockTime(0)

    def take(self) -> None:
        """Take the lock, or raise WorkspaceError that names who has it."""
        if self._file.tryLock(0):
            return
        holder = self.holder()
        if holder is None:
            raise WorkspaceError("workspace_not_writable", path=str(self.path.parent))
        if holder.here:
            raise WorkspaceError("workspace_open_here", app=holder.app, pid=holder.pid)
        raise WorkspaceError(
            "workspace_open_elsewhere", app=holder.app, host=holder.host, n=holder.hours
        )

    def take_over(self) -> None:
        """Take the lock from another computer, after a person said that nobody writes there."""
        holder = self.holder()
        if holder is not None and not holder.here:
            self.path.unlink(missing_ok=True)
        self.take()

    def holder(self) -> Holder | None:
        """Return who holds the lock now, None when nobody does or it cannot be read."""
        pid, host, app = self._file.getLockInfo()  # pyright: ignore[reportAssignmentType]
        if not pid:
            return None
        return Holder(app, host, pid, self._age_in_hours(), host == QSysInfo.machineHostName())

    def release(self) -> None:
        self._file.unlock()

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def _age_in_hours(self) -> int:
        try:
            written = self.path.stat().st_mtime
        except OSError:
            return 1
        return max(1, int((time.time() - written) / 3600))
