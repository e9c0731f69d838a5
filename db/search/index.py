"""The index of a register on SQLite, and how it is kept: FTS5 over three letters at a time.

It is derived: whatever it holds stands in the records, so it may be thrown away and made anew
at any time, and is after every migration and where it is damaged. Triggers note in
`search_waiting` which records were touched, whatever wrote them: a command, an autosave, an
import or its undo, bulk or not. Before the same transaction ends, `catch_up` brings the index
to what those records say now. (The triggers cannot write to the index themselves: SQLite
before 3.41 refuses it where the schema is not trusted, and ours never is.)

`search_documents` gives every record a number; a list's numbers lie in a range of their own,
so that each list can be asked alone. `search_names` holds what records are called by, which
is little, and `search_texts` all that they say.
"""

from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from db.engine import sqlite_path
from db.errors import WorkspaceError
from db.search.documents import write_waiting
from db.search.tables import EVENTS, TABLES, VERSION, definition
from db.search.texts import SEARCHED

# The second when what was lost makes FTS5 give a number out twice.
_DAMAGED = ("SQLITE_CORRUPT_VTAB", "SQLITE_CONSTRAINT")


def is_used(connection: Connection) -> bool:
    """Tell whether the register has this index: SQLite does, other databases have their own."""
    return connection.dialect.name == "sqlite"


def is_current(connection: Connection) -> bool:
    """Tell whether the register has an index that can be asked.

    One that was opened for reading only may have none, or one of another version.
    """
    return is_used(connection) and _version(connection) == VERSION


def bring_up_to_date(engine: Engine) -> None:
    """Build the index where it is missing or of another version."""
    with engine.connect() as connection:
        stale = is_used(connection) and _version(connection) != VERSION
    if stale:
        with engine.execution_options(writing=True).begin() as connection:
            build(connection)


def build(connection: Connection) -> None:
    """Make the index anew from all records, inside the caller's transaction."""
    if not is_used(connection):
        return
    remove(connection)
    for statement in definition():
        connection.exec_driver_sql(statement)
    for kind in SEARCHED:
        connection.exec_driver_sql(
            f"INSERT INTO search_waiting SELECT id, '{kind}' FROM {kind} WHERE NOT deleted"
        )
    write_waiting(connection)


def remove(connection: Connection) -> None:
    """Take the index away, so that a migration may rebuild tables; `build` brings it back."""
    if not is_used(connection):
        return
    for kind in SEARCHED:
        for event in EVENTS:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS search_{kind}_{event}")
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    there = set(tables.scalars())
    for name in TABLES:
        if f"{name}_data" in there:
            # What is damaged in there would keep FTS5 from dropping its own table. The block
            # is that of an index without anything in it (source: FTS5's file format).
            connection.exec_driver_sql(f"DELETE FROM {name}_data")
            connection.exec_driver_sql(
                f"INSERT OR REPLACE INTO {name}_data VALUES (1, x''), (10, x'00000000000000')"
            )
        if name in there:
            connection.exec_driver_sql(f"DROP TABLE {name}")
    connection.exec_driver_sql("PRAGMA user_version = 0")


def catch_up(session: Session) -> None:
    """Bring the index to what was written in this transaction; call it at the end of each.

    Raises WorkspaceError where the damage of the index has undone the transaction; the index
    is whole then, and the same may be written once more.
    """
    connection = session.connection()
    if not is_used(connection):
        return
    session.flush()
    try:
        write_waiting(connection)
        # FTS5 writes at a savepoint or at the end; here its errors can still be mended.
        connection.exec_driver_sql("SAVEPOINT search")
        connection.exec_driver_sql("RELEASE search")
    except (DBAPIError, MemoryError) as error:
        # What a person wrote must not fail for the sake of what only finds it again.
        if not is_damaged(error):
            raise
        if _is_under_way(connection):
            build(connection)
            return
        with connection.engine.execution_options(writing=True).begin() as another:
            build(another)
        path = str(sqlite_path(connection.engine))
        raise WorkspaceError("workspace_index_renewed", path=path) from error


def _is_under_way(connection: Connection) -> bool:
    """Tell whether the transaction is still there: out of memory, SQLite undoes all of it."""
    driver: Any = connection.connection.driver_connection
    return driver.in_transaction


def _version(connection: Connection) -> int | None:
    return connection.exec_driver_sql("PRAGMA user_version").scalar()


def is_damaged(error: DBAPIError | MemoryError) -> bool:
    """Tell whether SQLite met something in the index that can't be.

    A damaged count asks for more memory than there is.
    """
    if isinstance(error, MemoryError):
        return True
    return getattr(error.orig, "sqlite_errorname", "") in _DAMAGED
