"""Reading and storing revisions: rows in, `db.records.Revision` out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import insert
from sqlmodel import Session, col, select

from db.models import RevisionParentRow, RevisionRow
from db.records import Revision

# SQLite takes some 32,000 values in one statement, older ones 999.
_AT_ONCE = 900
T = TypeVar("T")


def batches(items: Iterable[T]) -> Iterator[list[T]]:
    """Cut a long list into pieces that fit into one statement."""
    iterator = iter(items)
    while batch := list(islice(iterator, _AT_ONCE)):
        yield batch


def of_field(session: Session, record_id: str, field: str) -> list[Revision]:
    """Return every revision of one field, in no particular order."""
    query = select(RevisionRow).where(
        RevisionRow.record_id == record_id, RevisionRow.field == field
    )
    return with_parents(session, session.exec(query).all())


def of_records(session: Session, record_ids: Iterable[str], field: str = "") -> list[Revision]:
    """Return every revision of these records, or those of one of their fields."""
    rows: list[RevisionRow] = []
    for batch in batches(record_ids):
        query = select(RevisionRow).where(col(RevisionRow.record_id).in_(batch))
        rows += session.exec(query.where(RevisionRow.field == field) if field else query)
    return with_parents(session, rows)


def by_id(session: Session, ids: Iterable[str]) -> dict[str, Revision]:
    """Return the revisions that are known among these ids."""
    rows: list[RevisionRow] = []
    for batch in batches(ids):
        rows += session.exec(select(RevisionRow).where(col(RevisionRow.id).in_(batch)))
    return {revision.id: revision for revision in with_parents(session, rows)}


def store(session: Session, revision: Revision) -> None:
    """Add a revision and its parents to the transaction."""
    session.add(RevisionRow(**_columns(revision)))
    for link in _links(revision):
        session.add(RevisionParentRow(**link))


def store_all(session: Session, found: Sequence[Revision], received: bool = False) -> None:
    """Add revisions, all at once: row by row, a large session file takes minutes.

    `received` are those that came with a file; nobody writes them again.
    """
    links = [link for revision in found for link in _links(revision)]
    connection = session.connection()
    if found:
        rows = [
            {**_columns(revision), "exported": False, "received": received} for revision in found
        ]
        connection.execute(insert(RevisionRow), rows)
    if links:
        connection.execute(insert(RevisionParentRow), links)


def _columns(revision: Revision) -> dict[str, Any]:
    return revision.model_dump(mode="json", exclude={"parents"})


def _links(revision: Revision) -> list[dict[str, Any]]:
    return [
        {"revision_id": revision.id, "position": position, "parent_id": parent_id}
        for position, parent_id in enumerate(revision.parents)
    ]


def has_children(session: Session, revision_id: str) -> bool:
    """Tell whether any revision replaced or saw this one."""
    query = select(RevisionParentRow.revision_id).where(RevisionParentRow.parent_id == revision_id)
    return session.exec(query.limit(1)).first() is not None


def children_of(session: Session, ids: Iterable[str]) -> set[str]:
    """Return the revisions that replaced or saw one of these."""
    found: set[str] = set()
    for batch in batches(ids):
        query = select(RevisionParentRow.revision_id)
        found.update(session.exec(query.where(col(RevisionParentRow.parent_id).in_(batch))))
    return found


def with_parents(session: Session, rows: Iterable[RevisionRow]) -> list[Revision]:
    """Return rows as revisions, their parents in order."""
    rows = list(rows)
    parents: dict[str, list[str]] = {row.id: [] for row in rows}
    for batch in batches(parents):
        # Columns instead of rows: a field that was written a thousand times is felt.
        query = (
            select(RevisionParentRow.revision_id, RevisionParentRow.parent_id)
            .where(col(RevisionParentRow.revision_id).in_(batch))
            .order_by(col(RevisionParentRow.position))
        )
        for revision_id, parent_id in session.exec(query):
            parents[revision_id].append(parent_id)
    return [_from_row(row, tuple(parents[row.id])) for row in rows]


def _from_row(row: RevisionRow, parents: tuple[str, ...]) -> Revision:
    # What the register holds was checked when it came in; checking 100,000 again is felt.
    return Revision.model_construct(
        **row.model_dump(exclude={"exported", "received"}, warnings=False),
        parents=parents,
    )
