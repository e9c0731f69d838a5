"""What leaves a laptop: a whole plan, or chosen meetings with all that they need to be read."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from sqlmodel import Session, col, select, update

from db import revisions
from db.catalogue import KINDS, children_of
from db.errors import CommandError, SessionFileError
from db.exchange.archive import MAX_UNPACKED, SESSION, write_archive
from db.exchange.document import FORMAT, REVISIONS, VERSION
from db.models import TABLES, RevisionRow
from db.queries.records import as_record
from db.records import Record
from db.references import references_of
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
        _mark_exported(session, [row["id"] for row in lists.get(REVISIONS, [])])
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
    """Return the records that a session file holds, deleted ones too, by list and id."""
    found: Found = {name: {} for name in KINDS}
    _add(session, found, "plans", [plan_id])
    if plan_id not in found["plans"]:
        raise CommandError("record_unknown", kind="plans", id=plan_id)
    if meeting_ids is None:
        for kind in children_of("plans"):
            _add(session, found, kind.name, _children(session, kind.name, kind.owner, [plan_id]))
        _add(
            session, found, "organisations", session.exec(select(TABLES["organisations"].id)).all()
        )
        return found
    _add(session, found, "meetings", meeting_ids)
    for meeting_id in meeting_ids:
        meeting: Any = found["meetings"].get(meeting_id)
        if meeting is None or meeting.plan_id != plan_id:
            raise CommandError("meeting_of_other_plan", id=meeting_id)
    return found


def _add(session: Session, found: Found, kind: str, ids: Sequence[str]) -> None:
    """Add records, what belongs to them, and what they name, until nothing is missing."""
    new = [record_id for record_id in dict.fromkeys(ids) if record_id not in found[kind]]
    table = TABLES[kind]
    for batch in batches(new):
        for row in session.exec(select(table).where(col(table.id).in_(batch))):
            found[kind][row.id] = as_record(row, KINDS[kind].record)
    added = [found[kind][record_id] for record_id in new if record_id in found[kind]]
    if kind != "plans":
        # A plan's own children are the choice that `gather` makes.
        for child in children_of(kind):
            owners = [record.id for record in added]
            _add(session, found, child.name, _children(session, child.name, child.owner, owners))
    named: dict[str, list[str]] = {}
    for record in added:
        for _, target_kind, target in references_of(kind, record):
            named.setdefault(target_kind, []).append(target)
    for target_kind, targets in named.items():
        if any(target not in found[target_kind] for target in targets):
            _add(session, found, target_kind, targets)


def _children(session: Session, kind: str, owner: str, owner_ids: Sequence[str]) -> list[str]:
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


def _mark_exported(session: Session, ids: Sequence[str]) -> None:
    for batch in batches(ids):
        session.exec(
            update(RevisionRow).where(col(RevisionRow.id).in_(batch)).values(exported=True)
        )


def _encode(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode()
