"""The tables and triggers of the index, as SQLite is told of them."""

from collections.abc import Iterable

from db.search.documents import INDEXES
from db.search.texts import SEARCHED

VERSION = 1
"""Raised when the index is to hold something else; the next opening builds it anew."""
EVENTS = {"added": "INSERT", "changed": "UPDATE", "removed": "DELETE"}
"""What the triggers of a list note, by the ends of their names."""
TABLES = (*INDEXES, "search_documents", "search_waiting")


def definition() -> Iterable[str]:
    """Return the statements that make an empty index."""
    yield (
        "CREATE TABLE search_documents (id INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
        " record_id TEXT NOT NULL UNIQUE, day TEXT NOT NULL)"
    )
    yield "CREATE TABLE search_waiting (record_id TEXT PRIMARY KEY, kind TEXT NOT NULL)"
    for name in INDEXES:
        # Without columnsize, which only ranking by frequency would need.
        yield f"CREATE VIRTUAL TABLE {name} USING fts5(text, tokenize='trigram', columnsize=0)"
    for kind, searched in SEARCHED.items():
        for name, event in EVENTS.items():
            columns = ", ".join(f'"{field}"' for field in (*searched.fields, "deleted"))
            of = f" OF {columns}" if event == "UPDATE" else ""
            row = "OLD" if event == "DELETE" else "NEW"
            yield (
                f"CREATE TRIGGER search_{kind}_{name} AFTER {event}{of} ON {kind} BEGIN"
                f" INSERT OR IGNORE INTO search_waiting VALUES ({row}.id, '{kind}'); END"
            )
    yield f"PRAGMA user_version = {VERSION}"
