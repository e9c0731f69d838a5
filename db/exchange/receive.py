"""Receiving session files: preview, backup, one transaction, integrity check, receipt."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import insert
from sqlmodel import Session

from db import history, revisions
from db.catalogue import KINDS
from db.errors import RembukError, SessionFileError, WorkspaceError
from db.exchange.check import read_session_file, shown_in
from db.exchange.compare import Arrival, compare
from db.exchange.document import REVISIONS, SessionFile
from db.exchange.standing import Standing
from db.fields import DELETED
from db.history import FieldKey
from db.models import TABLES, ReceiptRow
from db.queries.conflicts import list_conflicts
from db.records import Record
from db.workspace import Author, Workspace

Counts = dict[str, dict[str, int]]


@dataclass(frozen=True)
class Receipt:
    """What one file brought, or why it was refused.

    Attributes:
        file: the path as it was given.
        id: the session file's own id, "" when it was refused before that was known.
        new: new records by list, with the revisions that the file wrote itself.
        forward: fields that moved on to a later value.
        same: records that were here already and stay as they are.
        conflicts: conflicts that this file opened.
        lists: the last four per list: {"points": {"new": 2, "forward": 1, …}, …}.
        waiting: conflicts open in the workspace afterwards.
        applied: True when the register holds the file's content now.
        error: the refusal, None when there was none.
        receipt_id: names the receipt for undoing the import, "" when nothing was new.
    """

    file: str
    id: str = ""
    new: dict[str, int] = field(default_factory=dict[str, int])
    forward: int = 0
    same: int = 0
    conflicts: int = 0
    lists: Counts = field(default_factory=dict[str, dict[str, int]])
    waiting: int = 0
    applied: bool = False
    error: RembukError | None = None
    receipt_id: str = ""


def receive(
    workspace: Workspace, author: Author, paths: Iterable[Path], *, dry_run: bool = False
) -> tuple[Receipt, ...]:
    """Receive session files as one run and return a receipt for each, in order.

    A refused file is left out, its receipt carries the error, and the others apply. With
    `dry_run` the receipts tell what would happen and nothing is changed.
    Raises WorkspaceError when the register itself cannot be written.
    """
    files = [(path, _read(path)) for path in paths]
    receipts: list[Receipt] = []
    with workspace.write() as session:
        run = _Run(workspace, session, author, dry_run)
        receipts += [run.take(path, file) for path, file in files]
        if dry_run or not any(receipt.receipt_id for receipt in receipts):
            # Nothing is to be kept, so the file stays as it is to the byte.
            session.rollback()
        else:
            _check_integrity(session, workspace.location)
    return tuple(receipts)


def _read(path: Path) -> SessionFile | SessionFileError:
    try:
        return read_session_file(path)
    except SessionFileError as error:
        return error


class _Run:
    """One transaction that takes file after file, each of them whole or not at all."""

    def __init__(
        self, workspace: Workspace, session: Session, author: Author, dry_run: bool
    ) -> None:
        self._workspace = workspace
        self._session = session
        self._author = author
        self._dry_run = dry_run
        self._backed_up = dry_run

    def take(self, path: Path, file: SessionFile | SessionFileError) -> Receipt:
        if isinstance(file, SessionFileError):
            return Receipt(str(path), error=file, waiting=self._waiting())
        try:
            # Everything that a file can be refused for is found before its first write: there
            # is no savepoint to go back to, which a full disk would take away as well.
            arrival = compare(self._session, file)
        except SessionFileError as error:
            return Receipt(str(path), file.manifest.id, error=error, waiting=self._waiting())
        self._back_up(arrival)
        return self._apply(path, arrival)

    def _back_up(self, arrival: Arrival) -> None:
        # Before the first write of the run: the copy then holds the state before all of it.
        if arrival.is_empty or self._backed_up:
            return
        self._workspace.back_up("import")
        self._backed_up = True

    def _apply(self, path: Path, arrival: Arrival) -> Receipt:
        before = Standing(self._session, _touched_known(arrival)).conflicts()
        awaited = _awaited(self._session, arrival)
        _store(self._session, arrival)
        standing = Standing(self._session, _touched(arrival))
        forward = _show(standing, arrival)
        standing.settle_deletions()
        found = {"new": _new(arrival, standing), "forward": forward, "same": _same(arrival)}
        found["conflicts"] = standing.kinds_of(standing.conflicts() - before)
        receipt = Receipt(
            file=str(path),
            id=arrival.file.manifest.id,
            new={name: count for name, count in found["new"].items() if count},
            forward=found["forward"].total(),
            same=found["same"].total(),
            conflicts=found["conflicts"].total(),
            lists=_per_list(found),
            waiting=self._waiting(),
            applied=not self._dry_run,
        )
        return self._keep(receipt, arrival, standing, awaited)

    def _keep(
        self, receipt: Receipt, arrival: Arrival, standing: Standing, awaited: list[str]
    ) -> Receipt:
        if arrival.is_empty or self._dry_run:
            return receipt
        row = ReceiptRow(
            id=str(uuid4()),
            file_id=receipt.id,
            sha256=arrival.file.sha256,
            file_name=arrival.file.name,
            at=self._workspace.instant(),
            author=self._author.name,
            device=self._author.device,
            counts=_counts(receipt),
            brought=_brought(arrival),
            moved=[list(moved) for moved in standing.moved],
            awaited=awaited,
        )
        self._session.add(row)
        return replace(receipt, receipt_id=row.id)

    def _waiting(self) -> int:
        return len(list_conflicts(self._session))


def _store(session: Session, arrival: Arrival) -> None:
    for kind, found in arrival.records.items():
        if found:
            rows = [_blank(kind, record) for record in found]
            session.connection().execute(insert(TABLES[kind]), rows)
    revisions.store_all(session, arrival.revisions, received=True)


def _blank(kind: str, record: Record) -> dict[str, Any]:
    """A new record starts without its fields: they are shown as its revisions say."""
    values = record.model_dump(mode="json")
    owner = KINDS[kind].owner
    if not KINDS[kind].frozen:
        values = {"id": record.id} | ({owner: values[owner]} if owner else {})
    return TABLES[kind].model_validate(values).model_dump()


def _awaited(session: Session, arrival: Arrival) -> list[str]:
    """Return the revisions that were here before a parent of theirs, which the file brings."""
    found = revisions.children_of(session, [revision.id for revision in arrival.revisions])
    return sorted(found)


def _show(standing: Standing, arrival: Arrival) -> Counter[str]:
    """Show every field that got a revision; count the known ones that moved forward."""
    forward: Counter[str] = Counter()
    for record_id, name in history.by_field(arrival.revisions):
        key: FieldKey = (record_id, name)
        kind = standing.fields[key][0].entity
        preferred = shown_in(arrival.file.raw[kind][record_id], kind, name)
        if name != DELETED and standing.show(key, preferred):
            forward[kind] += record_id in arrival.known[kind]
    standing.moved = [m for m in standing.moved if m[1] in arrival.known[m[0]]]
    return forward


def _touched(arrival: Arrival) -> dict[str, set[str]]:
    touched = {kind: {record.id for record in found} for kind, found in arrival.records.items()}
    for revision in arrival.revisions:
        touched[revision.entity].add(revision.record_id)
    return touched


def _touched_known(arrival: Arrival) -> dict[str, set[str]]:
    """Return the records here that change, or that get a child."""
    touched = _touched(arrival)
    for kind, found in arrival.records.items():
        if KINDS[kind].owner:
            owners = {getattr(record, KINDS[kind].owner) for record in found}
            touched[KINDS[kind].owner_kind] |= owners
    return {kind: ids & arrival.known[kind] for kind, ids in touched.items()}


def _new(arrival: Arrival, standing: Standing) -> Counter[str]:
    """Count what will be seen: what was deleted where it comes from is history alone."""
    counts = Counter(
        kind
        for kind, found in arrival.records.items()
        for record in found
        if not standing.row(kind, record.id).deleted
    )
    counts[REVISIONS] = sum(r.id in arrival.file.revisions for r in arrival.revisions)
    return counts


def _same(arrival: Arrival) -> Counter[str]:
    changed = {revision.record_id for revision in arrival.revisions}
    return Counter({kind: len(ids - changed) for kind, ids in arrival.known.items()})


def _per_list(found: dict[str, Counter[str]]) -> Counts:
    names = dict.fromkeys(name for counts in found.values() for name in counts if counts[name])
    return {name: {what: counts[name] for what, counts in found.items()} for name in names}


def _counts(receipt: Receipt) -> dict[str, Any]:
    names = ("new", "forward", "same", "conflicts", "lists")
    return {name: getattr(receipt, name) for name in names}


def _brought(arrival: Arrival) -> dict[str, list[str]]:
    brought = {kind: [record.id for record in found] for kind, found in arrival.records.items()}
    brought[REVISIONS] = [revision.id for revision in arrival.revisions]
    return {name: ids for name, ids in brought.items() if ids}


def _check_integrity(session: Session, location: str) -> None:
    session.flush()
    if session.get_bind().dialect.name != "sqlite":
        return
    connection = session.connection()
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken or connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
        raise WorkspaceError("workspace_damaged", path=location)
