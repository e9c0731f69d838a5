"""Answers to what waits for a decision."""

from typing import Any

from db import deletion, history, revisions
from db.changes import Change, Edit
from db.commands.linked import POINT_FIELDS, follow_ups_of, keep_linked
from db.errors import CommandError, FieldValueError
from db.fields import DELETED
from db.models import TABLES
from db.recorder import Recorder
from db.workspace import Author, Workspace

DECIDE = "decide"
"""The name of a change that ended a conflict, and of its undo that opened it again."""


def decide(
    workspace: Workspace, author: Author, kind: str, record_id: str, field: str, value: Any
) -> Change:
    """End a conflict with the value that a person picked or put together.

    For `deleted`, True deletes the record with all that belongs to it now, False keeps it with
    all that the deletion took along.
    The answer replaces every head, so whoever receives it has it answered, too.
    Raises CommandError when nothing waits there any more, FieldValueError for a value that
    doesn't fit.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        end_conflict(recorder, kind, record_id, field, value)
        return recorder.change(DECIDE, record_id)


def end_conflict(recorder: Recorder, kind: str, record_id: str, field: str, value: Any) -> None:
    """Do what `decide` does inside of a transaction that runs."""
    if field == DELETED:
        taken = [] if value else deletion.taken_along(recorder.session, kind, record_id)
        _decide_deletion(recorder, kind, record_id, value)
        # Edits of their own, which undo and redo turn one by one.
        for one in taken:
            recorder.restore(*one)
        return
    recorder.answer(kind, record_id, field, value)
    if kind == "points" and field in POINT_FIELDS:
        _answer_follow_up(recorder, record_id, field, value)
        keep_linked(recorder, kind, record_id)


def turn_decision(recorder: Recorder, edit: Edit) -> None:
    """Undo an answer, which opens the conflict again, or give it again.

    Raises CommandError when something else has changed the field since.
    """
    if edit.decision == "made":
        recorder.reopen(edit)
    elif edit.field != DELETED:
        recorder.answer(edit.kind, edit.record_id, edit.field, edit.before)
    elif not _is_gone(recorder, edit):
        # Without the children that contradicted it the deletion may hold by itself already.
        _decide_deletion(recorder, edit.kind, edit.record_id, edit.before)


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


def _answer_follow_up(recorder: Recorder, point_id: str, field: str, value: Any) -> None:
    """The follow-up that a point owns has its text: what differs there is answered, too."""
    for row in follow_ups_of(recorder, point_id)[:1]:
        heads = history.heads(revisions.of_field(recorder.session, row.id, field))
        if field == "text" and not row.deleted and history.differing(heads):
            recorder.answer("follow_ups", row.id, field, value)


def _is_gone(recorder: Recorder, edit: Edit) -> bool:
    row = recorder.session.get(TABLES[edit.kind], edit.record_id)
    return row is None or row.deleted
