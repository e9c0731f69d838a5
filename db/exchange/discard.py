"""Removing a plan that is nobody's work, such as the sample, whatever was done with it."""

from collections.abc import Collection
from typing import Any

from sqlmodel import Session, col, delete, select

from db.catalogue import KINDS
from db.models import TABLES, ReceiptRow, RevisionParentRow, RevisionRow
from db.queries.records import as_record
from db.references import references_in, references_of
from db.revisions import batches
from db.workspace import Workspace

Found = dict[str, list[str]]
"""The ids of records, by their lists."""


def discard_plan(workspace: Workspace, plan_id: str, organisation_ids: Collection[str]) -> None:
    """Remove a plan with all that was ever in it, frozen copies too, as if it had never been.

    Of these organisations those go along that nothing else names or ever named. A copy of the
    workspace is put aside before; undo does not bring anything back.
    """
    workspace.back_up("discard-plan")
    with workspace.write() as session:
        found: Found = {"plans": [plan_id]}
        for name, kind in KINDS.items():
            if kind.owner:
                found[name] = _children(session, name, found[kind.owner_kind])
        _remove(session, found)
        _remove(session, {"organisations": _unnamed(session, organisation_ids)})
        for receipt in session.exec(select(ReceiptRow)).all():
            if plan_id in receipt.brought.get("plans", ()):
                session.delete(receipt)


def _children(session: Session, name: str, owner_ids: Collection[str]) -> list[str]:
    table: Any = TABLES[name]
    owner = getattr(table, KINDS[name].owner)
    return [
        found
        for batch in batches(owner_ids)
        for found in session.exec(select(table.id).where(owner.in_(batch)))
    ]


def _remove(session: Session, found: Found) -> None:
    ids = [record_id for records in found.values() for record_id in records]
    for batch in batches(ids):
        of_these = select(RevisionRow.id).where(col(RevisionRow.record_id).in_(batch))
        session.exec(
            delete(RevisionParentRow).where(col(RevisionParentRow.revision_id).in_(of_these))
        )
        session.exec(delete(RevisionRow).where(col(RevisionRow.record_id).in_(batch)))
    for name, records in reversed(found.items()):
        table: Any = TABLES[name]
        for batch in batches(records):
            session.exec(delete(table).where(table.id.in_(batch)))
    session.flush()


def _unnamed(session: Session, organisation_ids: Collection[str]) -> list[str]:
    """Return those among organisations that only they themselves name, now or earlier."""
    free, named = set(organisation_ids), _named_by(session)
    while kept := {one for by in named.keys() - free for one in named[by]} & free:
        free -= kept
    return sorted(free)


def _named_by(session: Session) -> dict[str, set[str]]:
    """Return the organisations that each record names, or named in an earlier value."""
    named: dict[str, set[str]] = {}
    for kind, table in TABLES.items():
        for row in session.exec(select(table)):
            found = [
                target for _, *target in references_of(kind, as_record(row, KINDS[kind].record))
            ]
            named[row.id] = {target for list_, target in found if list_ == "organisations"}
    for row in session.exec(select(RevisionRow)):
        found = references_in(row.entity, row.field, row.value)
        targets = {target for list_, target in found if list_ == "organisations"}
        named[row.record_id] = named.get(row.record_id, set()) | targets
    return named
