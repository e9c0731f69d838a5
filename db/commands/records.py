"""Commands that every kind of record shares: add, edit, order, delete, and turning round."""

from collections.abc import Hashable, Sequence
from itertools import groupby
from typing import Any, cast

from sqlmodel import col, select

from db.catalogue import KIND_OF_RECORD, KINDS
from db.changes import Change, Edit
from db.commands.conflicts import turn_decision
from db.commands.linked import POINT_FIELDS, keep_linked
from db.commands.order import place_among
from db.errors import CommandError
from db.fields import DELETED, POSITION, read_field
from db.models import TABLES
from db.queries.records import list_records
from db.recorder import Recorder
from db.records import POSITION_LIMIT, Record
from db.rules import Positioned, in_order
from db.workspace import Author, Workspace


def add_record(workspace: Workspace, author: Author, record: Record) -> Change:
    """Store a new record; without a position of its own it comes last among its siblings."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        recorder.create(placed_last(recorder, record))
        keep_linked(recorder, KIND_OF_RECORD[type(record)], record.id)
        return recorder.change("add_record", record.id)


def edit_field(
    workspace: Workspace,
    author: Author,
    kind: str,
    record_id: str,
    field: str,
    value: Any,
    visit: str = "",
) -> Change:
    """Set one field. `visit` is the revision that the same visit's last save returned."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        revision_id = recorder.set(kind, record_id, field, value, visit)
        if kind == "points" and field in POINT_FIELDS:
            keep_linked(recorder, kind, record_id, same_visit=revision_id == visit)
        return recorder.change("edit_field", record_id)


def edit_alike(
    workspace: Workspace,
    author: Author,
    kind: str,
    visits: dict[str, str],
    field: str,
    value: Any,
) -> Change:
    """Set one field of several records to the same value, in one step.

    `visits` maps their ids to the revisions that the same visit's last save returned.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        for record_id, visit in visits.items():
            recorder.set(kind, record_id, field, value, visit)
        return recorder.change("edit_field", next(iter(visits), ""))


def edit_fields(
    workspace: Workspace, author: Author, kind: str, record_id: str, values: dict[str, Any]
) -> Change:
    """Set several fields of one record in one step."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        for field, value in values.items():
            recorder.set(kind, record_id, field, value)
        if kind == "points" and not set(POINT_FIELDS).isdisjoint(values):
            keep_linked(recorder, kind, record_id)
        return recorder.change("edit_fields", record_id)


def delete_records(
    workspace: Workspace, author: Author, kind: str, record_ids: Sequence[str]
) -> Change:
    """Delete records with everything that belongs to them, in one step."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        recorder.delete_all(kind, record_ids)
        return recorder.change("delete_record", record_ids[0] if record_ids else "")


def move_record(
    workspace: Workspace,
    author: Author,
    kind: str,
    record_id: str,
    after_id: str | None,
    before_id: str | None,
) -> Change:
    """Place a record between two siblings; None stands for the list's end on that side.

    Where no number is left between the two, all siblings are numbered anew in the same step.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        siblings = [s for s in _siblings(recorder, kind, record_id) if s.id != record_id]
        ids = [sibling.id for sibling in siblings]
        if after_id in ids:
            before_id = next(iter(ids[ids.index(after_id) + 1 :]), None)
        place_among(recorder, kind, record_id, siblings, before_id)
        return recorder.change("move_record", record_id)


def reverse(workspace: Workspace, author: Author, change: Change) -> Change:
    """Undo a change by writing what was before; the result, reversed, is its redo.

    A conflict that the change ended is open again.

    Raises CommandError when something else has changed the same fields since, and for a change
    that froze something: a frozen thing stays frozen.
    """
    if any(KINDS[edit.kind].frozen for edit in change.edits):
        raise CommandError("undo_frozen")
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        for _, group in groupby(reversed(change.edits), _together):
            first, *others = group
            if others:
                _turn_all(recorder, [first, *others])
            else:
                _turn_round(recorder, first)
        return recorder.change(change.name, change.record_id)


def placed_last(recorder: Recorder, record: Record) -> Record:
    """Return a record with the position behind its last sibling, unless it has one."""
    kind = KINDS[KIND_OF_RECORD[type(record)]]
    if POSITION not in kind.record.model_fields or getattr(record, POSITION) is not None:
        return record
    table: Any = TABLES[kind.name]
    query = select(table.position).where(
        getattr(table, kind.owner) == getattr(record, kind.owner), col(table.deleted).is_(False)
    )
    last = max((p for p in recorder.session.exec(query) if p is not None), default=0)
    return record.model_copy(update={POSITION: min(int(last) + 1, POSITION_LIMIT)})


def _siblings(recorder: Recorder, kind: str, record_id: str) -> tuple[Positioned, ...]:
    """Return the records of the same owner, in order."""
    row = recorder.session.get(TABLES[kind], record_id)
    if row is None:
        raise CommandError("record_unknown", kind=kind, id=record_id)
    owner = KINDS[kind].owner
    found = list_records(recorder.session, KINDS[kind].record, **{owner: getattr(row, owner)})
    return in_order(cast("tuple[Positioned, ...]", found))


def _together(edit: Edit) -> Hashable:
    """Return what is the same for edits in a row that are turned round at once.

    Those are records of a list that came or went together, by the thousand from a pasted list.
    """
    plain = edit.field == DELETED and not edit.settled and not edit.decision
    return (edit.kind, edit.before) if plain else id(edit)


def _turn_all(recorder: Recorder, edits: Sequence[Edit]) -> None:
    kind, ids = edits[0].kind, [edit.record_id for edit in edits]
    rows = recorder.rows(kind, ids)
    for edit in edits:
        if edit.record_id not in rows or rows[edit.record_id].deleted != edit.after:
            raise CommandError("undo_overtaken", kind=kind, id=edit.record_id)
    turn = recorder.delete_all if edits[0].before else recorder.restore_all
    turn(kind, ids)


def _turn_round(recorder: Recorder, edit: Edit) -> None:
    row = recorder.session.get(TABLES[edit.kind], edit.record_id)
    if edit.settled:
        return
    deciding = edit.decision and edit.field == DELETED
    if row is None or (not deciding and read_field(row, edit.field) != edit.after):
        raise CommandError("undo_overtaken", kind=edit.kind, id=edit.record_id)
    if edit.decision:
        turn_decision(recorder, edit)
    elif edit.field != DELETED:
        recorder.put_back(edit.kind, edit.record_id, edit.field, edit.before)
    elif edit.before:
        recorder.delete(edit.kind, edit.record_id)
    else:
        recorder.restore(edit.kind, edit.record_id)
