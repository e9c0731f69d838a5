"""What was received and when, and taking an import back as a whole."""

from collections.abc import Iterable
from typing import Any, NoReturn

from sqlmodel import Session, col, delete, select

from db import revisions
from db.catalogue import KINDS, PARTY_FIELDS, REFERENCES
from db.changes import FieldPlace
from db.errors import CommandError
from db.exchange.document import REVISIONS
from db.exchange.standing import Standing
from db.fields import DELETED
from db.models import TABLES, ReceiptRow, RevisionParentRow, RevisionRow
from db.queries.records import as_record
from db.references import references_in, references_of
from db.revisions import batches
from db.workspace import Workspace


def list_receipts(session: Session) -> tuple[ReceiptRow, ...]:
    """Return the receipts of all imports that stand, the latest first."""
    rows = session.exec(select(ReceiptRow).order_by(col(ReceiptRow.at).desc()))
    return tuple(ReceiptRow.model_validate(row.model_dump()) for row in rows)


def find_receipt(session: Session, file_name: str, plan_id: str = "") -> ReceiptRow | None:
    """Return the latest import of a file of this name (that brought this plan), None without."""
    query = (
        select(ReceiptRow)
        .where(ReceiptRow.file_name == file_name)
        .order_by(col(ReceiptRow.at).desc())
    )
    for row in session.exec(query):
        if not plan_id or plan_id in row.brought.get("plans", ()):
            return ReceiptRow.model_validate(row.model_dump())
    return None


def undo_import(workspace: Workspace, receipt_id: str) -> None:
    """Remove exactly the records and revisions that an import brought.

    Raises CommandError, naming what, when something builds on them or they have left this
    machine in a session file.
    """
    with workspace.write() as session:
        receipt = session.get(ReceiptRow, receipt_id)
        if receipt is None:
            raise CommandError("import_unknown")
        brought = {name: set(ids) for name, ids in receipt.brought.items()}
        _refuse_exported(session, receipt)
        _refuse_built_on(session, brought, set(receipt.awaited))
        workspace.back_up("undo-import")
        fields = _fields(session, brought)
        touched = _surviving(session, brought, fields)
        _remove(session, brought)
        standing = Standing(session, touched)
        before = {(record_id, field): value for _, record_id, field, value in receipt.moved}
        for kind, *key in fields:
            if key[0] in touched[kind] and key[1] != DELETED:
                standing.show_what_is_left(kind, (key[0], key[1]), before.get((key[0], key[1])))
        standing.settle_deletions()
        session.delete(receipt)


def _refuse_exported(session: Session, receipt: ReceiptRow) -> None:
    for batch in batches(receipt.brought.get(REVISIONS, [])):
        query = select(RevisionRow).where(
            col(RevisionRow.id).in_(batch), col(RevisionRow.exported).is_(True)
        )
        if (row := session.exec(query.limit(1)).first()) is not None:
            _refuse("import_exported", row)
    if receipt.exported:
        # A frozen copy has no revisions that could tell.
        kind, ids = next((k, ids) for k, ids in reversed(receipt.brought.items()) if k in KINDS)
        field = "content" if KINDS[kind].frozen else "id"
        raise CommandError("import_exported", kind=kind, id=ids[0], field=field)


def _refuse_built_on(session: Session, brought: dict[str, set[str]], awaited: set[str]) -> None:
    """Refuse when a revision replaced, or saw, what was brought – and was not here before it."""
    ids = brought.get(REVISIONS, set())
    later = revisions.children_of(session, ids) - ids - awaited
    if later:
        _refuse("import_built_on", session.get_one(RevisionRow, min(later)))
    _refuse_edits(session, brought)
    _refuse_references(session, brought)
    _refuse_values(session, brought)


def _refuse_edits(session: Session, brought: dict[str, set[str]]) -> None:
    """A field of a brought record that someone filled in since is built on it as well."""
    ids = {i for name, found in brought.items() if name != REVISIONS for i in found}
    for batch in batches(ids):
        for row in session.exec(select(RevisionRow).where(col(RevisionRow.record_id).in_(batch))):
            if row.id not in brought.get(REVISIONS, set()):
                _refuse("import_built_on", row)


def _refuse_references(session: Session, brought: dict[str, set[str]]) -> None:
    for kind, table in TABLES.items():
        for row in session.exec(select(table)):
            if row.id in brought.get(kind, set()):
                continue
            record = as_record(row, KINDS[kind].record)
            for field, named, target in references_of(kind, record):
                if target in brought.get(named, set()):
                    raise CommandError("import_built_on", kind=kind, id=row.id, field=field)


def _refuse_values(session: Session, brought: dict[str, set[str]]) -> None:
    """An earlier value that names what was brought keeps it, too: it may be shown again."""
    fields = {name for named in (*REFERENCES.values(), *PARTY_FIELDS.values()) for name in named}
    query = select(RevisionRow).where(col(RevisionRow.field).in_(fields))
    for row in session.exec(query):
        if row.id not in brought.get(REVISIONS, set()):
            for named, target in references_in(row.entity, row.field, row.value):
                if target in brought.get(named, set()):
                    _refuse("import_built_on", row)


def _refuse(key: str, row: RevisionRow) -> NoReturn:
    raise CommandError(key, kind=row.entity, id=row.record_id, field=row.field)


def _fields(session: Session, brought: dict[str, set[str]]) -> set[FieldPlace]:
    """Return the fields that the file brought revisions for."""
    found = revisions.by_id(session, brought.get(REVISIONS, set())).values()
    return {(revision.entity, revision.record_id, revision.field) for revision in found}


def _surviving(
    session: Session, brought: dict[str, set[str]], fields: set[FieldPlace]
) -> dict[str, set[str]]:
    """Return the records that were here before and got revisions, or children, from the file."""
    touched: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for kind, record_id, _ in fields:
        touched[kind].add(record_id)
    for kind, ids in brought.items():
        if kind in KINDS and KINDS[kind].owner:
            table: Any = TABLES[kind]
            for batch in batches(ids):
                owners = select(getattr(table, KINDS[kind].owner)).where(table.id.in_(batch))
                touched[KINDS[kind].owner_kind].update(session.exec(owners))
    return {kind: ids - brought.get(kind, set()) for kind, ids in touched.items()}


def _remove(session: Session, brought: dict[str, set[str]]) -> None:
    ids = brought.get(REVISIONS, set())
    _delete(session, RevisionParentRow, "revision_id", ids)
    _delete(session, RevisionRow, "id", ids)
    for kind, table in TABLES.items():
        _delete(session, table, "id", brought.get(kind, set()))
    session.flush()


def _delete(session: Session, table: Any, column: str, ids: Iterable[str]) -> None:
    for batch in batches(ids):
        session.exec(delete(table).where(getattr(table, column).in_(batch)))
