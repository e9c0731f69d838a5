"""What the models of single records cannot see: references, owners, one plan, history."""

from pathlib import Path
from typing import Any, NoReturn

from db import history
from db.catalogue import KINDS
from db.errors import FieldValueError, SessionFileError
from db.exchange.archive import MANIFEST, SESSION
from db.exchange.document import REVISIONS, SessionFile, describe, read_document
from db.fields import DELETED, check_value, is_checkpoints
from db.records import Record, Revision
from db.references import references_in, references_of


def read_session_file(path: Path) -> SessionFile:
    """Read a session file and check it whole; nothing else has to be refused for its own sake.

    Raises SessionFileError with one sentence's worth of what and where.
    """
    file = read_document(path)
    _check_counts(file)
    _check_plan(file)
    for name, found in file.records.items():
        for index, record in enumerate(found.values()):
            _check_record(file, name, index, record)
    for index, revision in enumerate(file.revisions.values()):
        _check_revision(file, index, revision)
    _check_circles(file)
    _check_shown_values(file)
    return file


def _check_counts(file: SessionFile) -> None:
    for name, count in file.manifest.counts.items():
        if name not in KINDS and name != REVISIONS:
            raise SessionFileError("file_list_unknown", where=describe(MANIFEST, ("counts", name)))
        rows = file.revisions if name == REVISIONS else file.records.get(name, {})
        if len(rows) != count:
            raise SessionFileError("file_counts", list=name, count=count, found=len(rows))


def _check_plan(file: SessionFile) -> None:
    if list(file.records["plans"]) != [file.manifest.plan_id]:
        raise SessionFileError("file_one_plan")


def _check_record(file: SessionFile, name: str, index: int, record: Record) -> None:
    if record.deleted and KINDS[name].frozen:
        # A frozen copy never changes, so nothing can have deleted it.
        _refuse("file_value", name, index, DELETED)
    for field, named, target in references_of(name, record):
        if target not in file.records[named]:
            _refuse("file_reference", name, index, field, id=target)


def _check_revision(file: SessionFile, index: int, revision: Revision) -> None:
    if revision.record_id not in file.records.get(revision.entity, {}):
        _refuse("file_reference", REVISIONS, index, "record_id", id=revision.record_id)
    if KINDS[revision.entity].frozen:
        _refuse("file_value", REVISIONS, index, "entity")
    try:
        check_value(revision.entity, revision.field, revision.value)
    except FieldValueError as error:
        field = "field" if error.key == "field_unknown" else "value"
        where = describe(SESSION, (REVISIONS, index, field))
        raise SessionFileError("file_value", where=where) from error
    # An earlier value may become the shown one again, so what it names has to be there, too.
    for named, target in references_in(revision.entity, revision.field, revision.value):
        if target not in file.records[named]:
            _refuse("file_reference", REVISIONS, index, "value", id=target)


def _check_circles(file: SessionFile) -> None:
    found = history.circle(file.revisions.values())
    if found is not None:
        index = list(file.revisions).index(found)
        _refuse("file_revision_circle", REVISIONS, index, "parents", id=found)


def _check_shown_values(file: SessionFile) -> None:
    """Refuse a record whose value is none of its own history's heads."""
    for (record_id, field), found in history.by_field(file.revisions.values()).items():
        kind = found[0].entity
        shown = shown_in(file.raw[kind][record_id], kind, field)
        values = [check_value(kind, field, head.value) for head in history.heads(found)]
        if field != DELETED and shown is not None and shown not in values:
            _refuse_field("file_history", file, kind, record_id, field)


def shown_in(raw: dict[str, Any], kind: str, field: str) -> Any:
    """Return a field's value as a file's record shows it, None when it says nothing.

    A field that is written as null says nothing that its history doesn't say, nor does a
    checkpoint that is left out: each is a field of its own.
    """
    name, _, key = field.partition(".")
    if name not in raw:
        return None
    value = raw[name]
    if is_checkpoints(kind, name):
        value = value.get(key)
    return None if value is None else check_value(kind, field, value)


def _refuse(key: str, name: str, index: int, field: str, **values: Any) -> NoReturn:
    raise SessionFileError(key, where=describe(SESSION, (name, index, field)), **values)


def _refuse_field(key: str, file: SessionFile, kind: str, record_id: str, field: str) -> NoReturn:
    index = list(file.records[kind]).index(record_id)
    _refuse(key, kind, index, field, id=record_id)
