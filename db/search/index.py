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

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from sqlalchemy import Connection, Engine, literal
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from db.catalogue import KINDS
from db.engine import sqlite_path
from db.errors import WorkspaceError
from db.queries.columns import select, table
from db.revisions import batches
from db.search.letters import split_words
from db.search.texts import SEARCHED, texts_in

VERSION = 1
"""Raised when the index is to hold something else; the next opening builds it anew."""

_RANGE = 1 << 40
# A list's place in these ranges; one more list comes last, with a new VERSION.
_PLACES = {kind: place for place, kind in enumerate(sorted(SEARCHED))}
_INDEXES = ("search_names", "search_texts")
_TABLES = (*_INDEXES, "search_documents", "search_waiting")
_EVENTS = {"added": "INSERT", "changed": "UPDATE", "removed": "DELETE"}
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
    for statement in _definition():
        connection.exec_driver_sql(statement)
    for kind in SEARCHED:
        connection.exec_driver_sql(
            f"INSERT INTO search_waiting SELECT id, '{kind}' FROM {kind} WHERE NOT deleted"
        )
    _write_waiting(connection)


def remove(connection: Connection) -> None:
    """Take the index away, so that a migration may rebuild tables; `build` brings it back."""
    if not is_used(connection):
        return
    for kind in SEARCHED:
        for event in _EVENTS:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS search_{kind}_{event}")
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    there = set(tables.scalars())
    for name in _TABLES:
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
        _write_waiting(connection)
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


def numbers_of(kind: str) -> tuple[int, int]:
    """Return the first and the last number that records of a list can have."""
    first = _PLACES[kind] * _RANGE
    return first, first + _RANGE - 1


def is_damaged(error: DBAPIError | MemoryError) -> bool:
    """Tell whether SQLite met something in the index that can't be.

    A damaged count asks for more memory than there is.
    """
    if isinstance(error, MemoryError):
        return True
    return getattr(error.orig, "sqlite_errorname", "") in _DAMAGED


def _definition() -> Iterable[str]:
    yield (
        "CREATE TABLE search_documents (id INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
        " record_id TEXT NOT NULL UNIQUE, day TEXT NOT NULL)"
    )
    yield "CREATE TABLE search_waiting (record_id TEXT PRIMARY KEY, kind TEXT NOT NULL)"
    for name in _INDEXES:
        # Without columnsize, which only ranking by frequency would need.
        yield f"CREATE VIRTUAL TABLE {name} USING fts5(text, tokenize='trigram', columnsize=0)"
    for kind, searched in SEARCHED.items():
        for name, event in _EVENTS.items():
            columns = ", ".join(f'"{field}"' for field in (*searched.fields, "deleted"))
            of = f" OF {columns}" if event == "UPDATE" else ""
            row = "OLD" if event == "DELETE" else "NEW"
            yield (
                f"CREATE TRIGGER search_{kind}_{name} AFTER {event}{of} ON {kind} BEGIN"
                f" INSERT OR IGNORE INTO search_waiting VALUES ({row}.id, '{kind}'); END"
            )
    yield f"PRAGMA user_version = {VERSION}"


def _write_waiting(connection: Connection) -> None:
    waiting: dict[str, list[str]] = {}
    for kind, record_id in connection.exec_driver_sql("SELECT kind, record_id FROM search_waiting"):
        waiting.setdefault(kind, []).append(record_id)
    for kind, ids in waiting.items():
        for batch in batches(ids):
            _write(connection, kind, batch)
    if waiting:
        connection.exec_driver_sql("DELETE FROM search_waiting")


def _write(connection: Connection, kind: str, ids: Sequence[str]) -> None:
    """Replace what the index holds of these records by what they say now."""
    known = _known(connection, ids)
    for index in _INDEXES:
        old = [(document,) for document in known.values()]
        _execute(connection, f"DELETE FROM {index} WHERE rowid = ?", old)
    rows = _live_rows(connection, kind, ids)
    new = count(_last_id(connection, kind) + 1)
    documents = [(known.pop(row["id"], None) or next(new), row) for row in rows]
    _execute(
        connection,
        "INSERT OR REPLACE INTO search_documents VALUES (?, ?, ?, ?)",
        [(document, kind, row["id"], row["day"]) for document, row in documents],
    )
    for index, fields in zip(_INDEXES, (SEARCHED[kind].names, SEARCHED[kind].fields), strict=True):
        texts = [(document, _text(row, fields)) for document, row in documents if fields]
        _execute(connection, f"INSERT INTO {index}(rowid, text) VALUES (?, ?)", texts)
    gone = [(document,) for document in known.values()]
    _execute(connection, "DELETE FROM search_documents WHERE id = ?", gone)
    if kind == "meetings":
        _move_days(connection, rows)


def _execute(connection: Connection, statement: str, values: list[Any]) -> None:
    if values:
        connection.exec_driver_sql(statement, values)


def _known(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """Return the numbers of the records that the index holds already."""
    marks = ", ".join("?" * len(ids))
    rows = connection.exec_driver_sql(
        f"SELECT record_id, id FROM search_documents WHERE record_id IN ({marks})", tuple(ids)
    )
    return {row[0]: row[1] for row in rows}


def _last_id(connection: Connection, kind: str) -> int:
    room = numbers_of(kind)
    last = connection.exec_driver_sql(
        "SELECT max(id) FROM search_documents WHERE id BETWEEN ? AND ?", room
    ).scalar()
    return room[0] if last is None else last


def _live_rows(connection: Connection, kind: str, ids: Sequence[str]) -> Sequence[Any]:
    """Return what these records say, with the date of their meeting as `day`."""
    rows, meetings = table(kind), table("meetings")
    query = select(rows.id, *(getattr(rows, field) for field in SEARCHED[kind].fields))
    if KINDS[kind].owner_kind == "meetings":
        query = query.join(meetings, meetings.id == rows.meeting_id)
    dated = kind == "meetings" or KINDS[kind].owner_kind == "meetings"
    query = query.add_columns((meetings.date if dated else literal("")).label("day"))
    found = connection.execute(query.where(rows.id.in_(ids), rows.deleted.is_(False)))
    return found.mappings().all()


def _text(row: Any, fields: Iterable[str]) -> str:
    """Return what the index holds of a row's fields, each text between marks.

    So no match reaches from one into another, and a whole name can be asked for.
    """
    return marked(split_words(text) for field in fields for text in texts_in(row[field]))


def marked(names: Iterable[Sequence[str]]) -> str:
    """Return names (each as its words) as the index holds them."""
    return "".join(f"| {' '.join(words)} |" for words in names if words)


def _move_days(connection: Connection, meetings: Sequence[Any]) -> None:
    """What belongs to a meeting is as new as the meeting."""
    for child in (kind for kind in SEARCHED if KINDS[kind].owner_kind == "meetings"):
        _execute(
            connection,
            "UPDATE search_documents SET day = ? WHERE day <> ?"
            f" AND record_id IN (SELECT id FROM {child} WHERE meeting_id = ?)",
            [(meeting["day"], meeting["day"], meeting["id"]) for meeting in meetings],
        )
