"""What the index holds of each record, and the numbers that records have in it."""

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from sqlalchemy import Connection, literal

from db.catalogue import KINDS
from db.queries.columns import select, table
from db.revisions import batches
from db.search.letters import split_words
from db.search.texts import SEARCHED, texts_in

INDEXES = ("search_names", "search_texts")
"""What records are called by, and all that they say; each has a row for a record's number."""
_RANGE = 1 << 40
# A list's place in these ranges; one more list comes last, with a new VERSION.
_PLACES = {kind: place for place, kind in enumerate(sorted(SEARCHED))}


def numbers_of(kind: str) -> tuple[int, int]:
    """Return the first and the last number that records of a list can have."""
    first = _PLACES[kind] * _RANGE
    return first, first + _RANGE - 1


def write_waiting(connection: Connection) -> None:
    """Bring the index to what the records say that wait to be looked at."""
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
    for index in INDEXES:
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
    for index, fields in zip(INDEXES, (SEARCHED[kind].names, SEARCHED[kind].fields), strict=True):
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
