"""Opening the register's database: SQLite as the program needs it, or another by URL.

Everything that only SQLite knows stays in this file, in db.backup and in db.search.
"""

import json
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from db.errors import WorkspaceError

APPLICATION_ID = 0x52454D42  # "REMB"

# SQLite's name for what went wrong → the sentence about it. By prefix: SQLite refines
# its codes (SQLITE_IOERR_WRITE, SQLITE_READONLY_DIRECTORY …).
_SENTENCES = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_READONLY": "workspace_read_only",
    "SQLITE_BUSY": "workspace_busy",
    "SQLITE_LOCKED": "workspace_busy",
    "SQLITE_CORRUPT": "workspace_damaged",
    "SQLITE_NOTADB": "workspace_not_ours",
    "SQLITE_CANTOPEN": "workspace_cannot_open",
    "SQLITE_PERM": "workspace_cannot_open",
    "SQLITE_IOERR": "workspace_unreadable",
}


def is_url(location: str | Path) -> bool:
    """Tell a database URL from the path of a SQLite file."""
    return "://" in str(location)


def open_engine(location: str | Path, read_only: bool = False) -> Engine:
    """Return an engine for a SQLite file's path or an SQLAlchemy URL; nothing is read yet.

    With `read_only` SQLite neither makes nor mends nor locks a file against its writer.
    """
    if not is_url(location):
        return _open_sqlite(Path(location), read_only)
    try:
        url = make_url(str(location))
        if url.get_backend_name() == "sqlite":
            return _open_sqlite(Path(url.database or ""), read_only)
        return create_engine(url)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise WorkspaceError("workspace_url_unknown", path=str(location)) from error


def sqlite_path(engine: Engine) -> Path | None:
    """Return the file of a SQLite register, None for a database server."""
    if engine.dialect.name != "sqlite":
        return None
    return Path(engine.url.database or "")


@contextmanager
def database_errors(location: object) -> Generator[None]:
    """Word what the database refuses as a WorkspaceError; other errors pass unchanged."""
    try:
        yield
    except DBAPIError as error:
        key = _sentence(error.orig)
        if key is None:
            raise
        raise WorkspaceError(key, path=str(location)) from error
    except UnicodeDecodeError as error:
        # SQLite's own complaint about a damaged schema quotes the damage.
        raise WorkspaceError("workspace_damaged", path=str(location)) from error
    except sqlite3.Error as error:
        key = _sentence(error)
        if key is None:
            raise
        raise WorkspaceError(key, path=str(location)) from error


def _sentence(error: BaseException | None) -> str | None:
    name = getattr(error, "sqlite_errorname", None)
    if name is None and isinstance(error, sqlite3.OperationalError):
        # Not SQLite's word but the driver's, over text that is no UTF-8 any more.
        return "workspace_damaged" if "UTF-8" in str(error) else None
    if name is None:
        # A database server that is away or refuses; its driver has no names in common.
        return "workspace_server" if type(error).__name__ == "OperationalError" else None
    if name == "SQLITE_ERROR" and str(error).startswith(("no such column", "no such table")):
        # What we ask for is ours: the letters of the schema itself are damaged.
        return "workspace_damaged"
    return next((key for prefix, key in _SENTENCES.items() if name.startswith(prefix)), None)


def _open_sqlite(path: Path, read_only: bool) -> Engine:
    # Reads run on workers while the window writes; each connection stays on one thread
    # at a time, which the pool sees to.
    options: Any = {"isolation_level": None, "timeout": 5, "check_same_thread": False}
    place = path.absolute()
    engine = create_engine(
        # As it was given, for messages; opened where it lay then.
        URL.create("sqlite", database=str(path)),
        creator=lambda: _connect(place, read_only, options),
        json_deserializer=partial(_read_json, path),
    )
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)
    return engine


def _read_json(path: Path, text: str) -> Any:
    # SQLite's own checks see pages, not the letters on them.
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WorkspaceError("workspace_damaged", path=str(path)) from error


def _connect(path: Path, read_only: bool, options: Any) -> sqlite3.Connection:
    if not read_only:
        return sqlite3.connect(path, **options)
    where = path.as_posix()
    # A drive's letter needs a slash before it, a share's name has two.
    uri = "file://" + quote(where if where.startswith("/") else f"/{where}")
    return sqlite3.connect(f"{uri}?mode=ro", uri=True, **options)


def _prepare_connection(connection: sqlite3.Connection, _record: Any) -> None:
    for pragma in (
        "foreign_keys=ON",
        "synchronous=FULL",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "mmap_size=0",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Any) -> None:
    # The driver's own transactions leave a failed migration half done, and a read that turns
    # into a write can fail half way; a writer says so at its start.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
