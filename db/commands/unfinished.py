"""New records that are stored while they are typed, so that half a sentence is safe, too."""

from collections.abc import Mapping
from typing import Any

from db import history, revisions
from db.catalogue import KIND_OF_RECORD
from db.changes import UNFINISHED, Change
from db.commands.linked import keep_linked, keep_task
from db.commands.records import placed_last
from db.fields import POSITION, read_field, split_values
from db.models import TABLES
from db.recorder import Recorder
from db.records import Record
from db.workspace import Author, Workspace


def write_unfinished(
    workspace: Workspace,
    author: Author,
    record: Record,
    same_visit: bool = False,
    task: Mapping[str, Any] | None = None,
) -> Change:
    """Store a new record, or what was typed further into it.

    `same_visit` tells that an earlier call of the same visit stored it: its revisions are
    written again. A record without a position comes last among its siblings; one that was
    deleted meanwhile is there again. `task` are fields of the follow-up that a point owns.
    """
    kind = KIND_OF_RECORD[type(record)]
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        row = session.get(TABLES[kind], record.id)
        if row is None:
            recorder.create(placed_last(recorder, record))
        else:
            if row.deleted:
                # It was taken back elsewhere: what is typed on would be in nobody's view.
                recorder.restore(kind, record.id)
            _write_further(recorder, kind, record, same_visit)
        keep_linked(recorder, kind, record.id, same_visit)
        if task:
            keep_task(recorder, record.id, task, same_visit)
        return recorder.change(UNFINISHED, record.id)


def _write_further(recorder: Recorder, kind: str, record: Record, same_visit: bool) -> None:
    row = recorder.session.get_one(TABLES[kind], record.id)
    for field, value in split_values(kind, record).items():
        if field == POSITION and value is None:
            continue
        if value != read_field(row, field):
            visit = _own_revision(recorder, record.id, field) if same_visit else ""
            recorder.set(kind, record.id, field, value, visit)


def _own_revision(recorder: Recorder, record_id: str, field: str) -> str:
    """Return the one revision of a field; an unfinished record of this visit has no other."""
    found: list[Any] = revisions.of_field(recorder.session, record_id, field)
    heads = history.heads(found)
    return heads[0].id if len(heads) == 1 else ""
