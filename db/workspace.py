"""An open register: where reads and writes begin."""

import datetime as dt
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from db import schema
from db.backup import back_up
from db.engine import database_errors, open_engine, sqlite_path
from db.errors import WorkspaceError
from db.search import index


@dataclass(frozen=True)
class Author:
    """Who writes, on which device, and out of which meeting and point the change comes."""

    name: str = ""
    device: str = ""
    meeting_id: str | None = None
    point_id: str | None = None


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Workspace:
    """A register that is open for reading and writing.

    Attributes:
        location: the path or URL it was opened by, as messages name it.
        path: the SQLite file, None on a database server.
        now: the clock; tests pass one that stands still.
        read_only: whether every write is refused.
    """

    def __init__(
        self,
        engine: Engine,
        location: str,
        now: Callable[[], dt.datetime] = utc_now,
        read_only: bool = False,
    ) -> None:
        self._engine = engine
        self._writing = engine.execution_options(writing=True)
        self.location = location
        self.path = sqlite_path(engine)
        self.now = now
        self.read_only = read_only
        self._file = _identity(self.path)

    @classmethod
    def open(
        cls,
        location: str | Path,
        now: Callable[[], dt.datetime] = utc_now,
        read_only: bool = False,
    ) -> "Workspace":
        """Open a workspace; a missing SQLite file is made, an older one is brought up to date.

        With `read_only` it is taken as it stands, or refused where that cannot be read.
        Raises WorkspaceError for a file that is not ours, newer than this program, damaged
        or out of reach; it is then left as it was.
        """
        engine = open_engine(location, read_only)
        try:
            with database_errors(location):
                if read_only:
                    schema.check_readable(engine)
                else:
                    schema.prepare(engine, now())
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, str(location), now, read_only)

    @contextmanager
    def read(self) -> Generator[Session]:
        """Give a session for reading one consistent state; close it before rendering."""
        with database_errors(self.location), Session(self._engine) as session:
            yield session

    @contextmanager
    def write(self) -> Generator[Session]:
        """Give a session whose changes become durable together, or not at all."""
        if self.read_only:
            raise WorkspaceError("workspace_for_reading", path=self.location)
        if _identity(self.path) != self._file:
            # Open files outlive their names: what is written now would be nobody's.
            raise WorkspaceError("workspace_moved", path=self.location)
        with database_errors(self.location), Session(self._writing) as session, session.begin():
            yield session
            # A dry run has ended the transaction itself.
            if session.in_transaction():
                index.catch_up(session)

    def instant(self) -> str:
        """Return the present moment as revisions write it."""
        return self.instant_of(self.now())

    @staticmethod
    def instant_of(moment: dt.datetime) -> str:
        """Return a moment as revisions write theirs, so that the two can be compared."""
        return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def back_up(self, reason: str) -> Path | None:
        """Copy the workspace beside itself; None on a database server, which has its own."""
        with database_errors(self.location):
            return back_up(self._engine, reason, self.now())

    def close(self) -> None:
        """Let go of the file; the workspace cannot be used afterwards."""
        self._engine.dispose()


def _identity(path: Path | None) -> tuple[int, int] | None:
    """Return what tells a file from another that later has its name; None without one."""
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
