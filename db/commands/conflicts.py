"""Answers to what waits for a decision."""

from typing import Any

from db import history, revisions
from db.changes import Change
from db.errors import CommandError, FieldValueError
from db.fields import DELETED
from db.models import TABLES
from db.recorder import Recorder
from db.workspace import Author, Workspace


def decide(
    workspace: Workspace, author: Author, kind: str, record_id: str, field: str, value: Any
) -> Change:
    """End a conflict with the value that a person picked or put together.

    For `deleted`, True deletes the record with all that belongs to it now, False keeps it.
    The answer replaces every head, so whoever receives it has it answered, too.
    Raises CommandError when nothing waits there any more, FieldValueError for a value that
    doesn't fit.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        if field == DELETED:
            _decide_deletion(recorder, kind, record_id, value)
        else:
            recorder.answer(kind, record_id, field, value)
        return recorder.change("decide", record_id)


def _decide_deletion(recorder: Recorder, kind: str, record_id: str, value: Any) -> None:
    if not isinstance(value, bool):
        raise FieldValueError("value_refused", kind=kind, field=DELETED)
    row = recorder.session.get(TABLES[kind], record_id)
    fields = history.by_field(revisions.of_records(recorder.session, [record_id]))
    if row is None or row.deleted or not history.deletions(fields, record_id):
        raise CommandError("conflict_settled", kind=kind, id=record_id, field=DELETED)
    if value:
        recorder.delete(kind, record_id)
    else:
        recorder.restore(kind, record_id)
