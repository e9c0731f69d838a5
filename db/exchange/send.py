"""What leaves a laptop: a whole plan, or chosen meetings with all that they need to be read."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from sqlmodel import Session, col, select, update

from db import revisions
from db.catalogue import KIND_OF_RECORD, KINDS, children_of
from db.errors import CommandError, SessionFileError
from db.exchange.archive import MAX_UNPACKED, SESSION, write_archive
from db.exchange.document import FORMAT, REVISIONS, VERSION
from db.models import TABLES, OrganisationRow, ReceiptRow, RevisionRow
from db.queries.records import as_record
from db.records import Meeting, Record
from db.references import references_in, references_of
from db.revisions import batches
from db.workspace import Author, Workspace

Found = dict[str, dict[str, Record]]
Lists = dict[str, list[dict[str, Any]]]


def write_session(
    workspace: Workspace,
    author: Author,
    app: str,
    plan_id: str,
    meeting_ids: Sequence[str] | None = None,
) -> bytes:
    """Return the session file of a plan, or of some of its meetings.

    `app` names the program and its version. What the file holds counts as exported: no
    autosave writes its revisions again. Raises CommandError for an unknown plan or a meeting
    of another plan, SessionFileError when the file would be larger than may be received.
    """
    with workspace.write() as session:
        found = gather(session, plan_id, meeting_ids)
        lists = _as_lists(session, found)
        _mark_exported(session, lists)
        return pack_lists(lists, author, app, workspace.instant())


def pack_lists(lists: Lists, author: Author, app: str, created: str) -> bytes:
    """Return a session file of these lists, whose one plan names it.

    Raises SessionFileError when it would be larger than may be received.
    """
    content = _encode(lists)
    if len(content) > MAX_UNPACKED[SESSION]:
        raise SessionFileError("session_too_large", megabytes=MAX_UNPACKED[SESSION] // 10**6)
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "id": str(uuid4()),
        "created": created,
        "author": author.name,
        "device": author.device,
        "app": app,
        "plan_id": lists["plans"][0]["id"],
        "counts": {name: len(rows) for name, rows in lists.items()},
        "sha256": {SESSION: hashlib.sha256(content).hexdigest()},
    }
    return write_archive(_encode(manifest), content)


def gather(session: Session, plan_id: str, meeting_ids: Sequence[str] | None = None) -> Found:
    """Return the records that a session file holds, deleted ones too, by list and id.

    Whole, with all that belongs to them: the plan, or the meetings and the commitments that
    they, their points and their follow-ups name. Alone: whatever these name besides, now or
    in an earlier value.
    """
    found: Found = {name: {} for name in KINDS}
    _add(session, found, "plans", [plan_id])
    if plan_id not in found["plans"]:
        raise CommandError("record_unknown", kind="plans", id=plan_id)
    if meeting_ids is None:
        _add_children(session, found, "plans", [plan_id])
        _add(session, found, "organisations", session.exec(select(OrganisationRow.id)).all())
    else:
        _add(session, found, "meetings", meeting_ids)
        _refuse_other_plans(found, plan_id, meeting_ids)
        _add_children(session, found, "meetings", meeting_ids)
        named = _named(record for rows in found.values() for record in rows.values())
        _add(session, found, "commitments", named["commitments"])
        _add_children(session, found, "commitments", named["commitments"])
    _add_named(session, found)
    return found


def _refuse_other_plans(found: Found, plan_id: str, meeting_ids: Sequence[str]) -> None:
    for meeting_id in meeting_ids:
        meeting = found["meetings"].get(meeting_id)
        if not isinstance(meeting, Meeting) or meeting.plan_id != plan_id:
            raise CommandError("meeting_of_other_plan", id=meeting_id)


def _add(session: Session, found: Found, kind: str, ids: Iterable[str]) -> list[Record]:
    """Add records alone; return those that are new."""
    new = [record_id for record_id in dict.fromkeys(ids) if record_id not in found[kind]]
    table = TABLES[kind]
    added = [
        as_record(row, KINDS[kind].record)
        for batch in batches(new)
        for row in session.exec(select(table).where(col(table.id).in_(batch)))
    ]
    found[kind] |= {record.id: record for record in added}
    return added


def _add_children(session: Session, found: Found, kind: str, ids: Iterable[str]) -> None:
    """Add what belongs to these records, and what belongs to that."""
    for child in children_of(kind):
        child_ids = _children(session, child.name, child.owner, ids)
        _add(session, found, child.name, child_ids)
        _add_children(session, found, child.name, child_ids)


def _add_named(session: Session, found: Found) -> None:
    """Add what records and their earlier values name, until nothing is missing."""
    new = [record for rows in found.values() for record in rows.values()]
    while new:
        named = _named(new)
        for revision in revisions.of_records(session, [record.id for record in new]):
            for kind, target in references_in(revision.entity, revision.field, revision.value):
                named[kind].append(target)
        new = [record for kind, ids in named.items() for record in _add(session, found, kind, ids)]


def _named(records: Iterable[Record]) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for record in records:
        for _, kind, target in references_of(KIND_OF_RECORD[type(record)], record):
            named[kind].append(target)
    return named


def _children(session: Session, kind: str, owner: str, owner_ids: Iterable[str]) -> list[str]:
    table = TABLES[kind]
    ids: list[str] = []
    for batch in batches(owner_ids):
        ids += session.exec(select(table.id).where(getattr(table, owner).in_(batch))).all()
    return ids


def _as_lists(session: Session, found: Found) -> Lists:
    lists = {name: [_as_row(record) for record in rows.values()] for name, rows in found.items()}
    ids = [record_id for rows in found.values() for record_id in rows]
    memory = sorted(revisions.of_records(session, ids), key=lambda r: (r.at, r.id))
    lists[REVISIONS] = [revision.model_dump(mode="json") for revision in memory]
    return {
        name: sorted(rows, key=_order) if name != REVISIONS else rows
        for name, rows in lists.items()
    }


def _as_row(record: Record) -> dict[str, Any]:
    row = record.model_dump(mode="json")
    if not row["deleted"]:
        del row["deleted"]
    return row


def _order(row: dict[str, Any]) -> tuple[float, str]:
    return (row.get("position") or 0, row["id"])


def _mark_exported(session: Session, lists: Lists) -> None:
    """Close what leaves: its revisions to autosave, its imports to undoing."""
    ids = {name: {row["id"] for row in rows} for name, rows in lists.items()}
    for batch in batches(ids[REVISIONS]):
        session.exec(
            update(RevisionRow).where(col(RevisionRow.id).in_(batch)).values(exported=True)
        )
    for receipt in session.exec(select(ReceiptRow).where(col(ReceiptRow.exported).is_(False))):
        receipt.exported = any(
            not ids.get(name, set()).isdisjoint(brought)
            for name, brought in receipt.brought.items()
        )
        session.add(receipt)


def _encode(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode()
