"""Asking the index of a register on SQLite."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection
from sqlmodel import Session

from db.search.candidates import Candidate, Fit
from db.search.documents import marked, numbers_of
from db.search.letters import wanted_words

MANY = 1000
"""So many matches are read at once; of more, the newest of each list are asked for."""


def find(session: Session, kinds: Collection[str], text: str, limit: int) -> list[Candidate]:
    """Return the best candidates of each list, at most `limit` of each.

    What stands inside of words is looked for only where the rest is no more than that.
    """
    connection = session.connection()
    found: dict[str, Candidate] = {}
    for fit, index, expression in _stages(wanted_words(text)):
        if fit < Fit.INSIDE or len(found) < limit:
            for kind, record_id, day in _matches(connection, index, expression, kinds, limit):
                found.setdefault(record_id, Candidate(kind, record_id, fit, day))
    return list(found.values())


def _stages(words: Sequence[str]) -> list[tuple[Fit, str, str]]:
    """Return which index to ask for what, the best fit first.

    Every word is quoted, so none is syntax.
    """
    begin = " AND ".join(_quote(_at_begin(word)) for word in words)
    inside = " AND ".join(_quote(word if len(word) > 2 else _at_begin(word)) for word in words)
    return [
        (Fit.IS_NAME, "search_names", _quote(marked([words]))),
        (Fit.BEGINS_NAME, "search_names", begin),
        (Fit.BEGINS_TEXT, "search_texts", begin),
        (Fit.INSIDE, "search_texts", inside),
    ]


def _at_begin(word: str) -> str:
    # Three letters are the least that can be looked up; a blank counts as one.
    return f" {word}" if len(word) > 1 else f" {word} "


def _quote(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _matches(
    connection: Connection, index: str, expression: str, kinds: Collection[str], limit: int
) -> Iterable[tuple[str, str, str]]:
    """Give list, id and day of what matches, the newest of each list if there are many."""
    joined = (
        f"SELECT d.kind, d.record_id, d.day FROM {index} CROSS JOIN search_documents d"
        f" ON d.id = {index}.rowid WHERE {index} MATCH ?"
    )
    rows = connection.exec_driver_sql(f"{joined} LIMIT ?", (expression, MANY)).all()
    if len(rows) < MANY:
        return [(kind, record_id, day) for kind, record_id, day in rows if kind in kinds]
    ranged = f"{joined} AND {index}.rowid BETWEEN ? AND ? ORDER BY d.day DESC, d.id DESC LIMIT ?"
    return [
        (kind, record_id, day)
        for kind in kinds
        for _, record_id, day in connection.exec_driver_sql(
            ranged, (expression, *numbers_of(kind), limit)
        )
    ]
