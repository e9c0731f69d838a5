"""Commands on follow-ups, wherever they are shown: each is one step of undo."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from sqlmodel import col, select

from db.changes import Change
from db.commands.linked import keep_linked
from db.commands.records import placed_last
from db.errors import CommandError
from db.following import OPEN
from db.models import FollowUpRow, PointRow
from db.recorder import Recorder
from db.records import FollowUp, Point
from db.workspace import Author, Workspace

KIND = "follow_ups"


def create_follow_up(
    workspace: Workspace, author: Author, meeting_id: str, values: Mapping[str, Any]
) -> Change:
    """Add an open follow-up of a meeting that none of its points asks for."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        follow_up = FollowUp(id=str(uuid4()), meeting_id=meeting_id, status="open", **values)
        recorder.create(follow_up)
        return recorder.change("create_follow_up", follow_up.id)


def edit_follow_up(
    workspace: Workspace, author: Author, follow_up_id: str, values: Mapping[str, Any]
) -> Change:
    """Set fields of a follow-up; one that a point asks for gets its text from that point."""
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        for field, value in values.items():
            kind, record_id = _holder(recorder, _row(recorder, follow_up_id), field)
            recorder.set(kind, record_id, field, value)
            keep_linked(recorder, kind, record_id)
        return recorder.change("edit_follow_up", follow_up_id)


def close_follow_ups(
    workspace: Workspace, author: Author, follow_up_ids: Sequence[str], on: str = ""
) -> Change:
    """Note that these are done, on this ISO date or else today; those that are stay as they are."""
    day = on or _today(workspace)
    return _settle(workspace, author, "close_follow_up", follow_up_ids, "done", day)


def drop_follow_ups(
    workspace: Workspace, author: Author, follow_up_ids: Sequence[str], on: str = ""
) -> Change:
    """Note that these need not happen any more; they stay in the list, struck out."""
    day = on or _today(workspace)
    return _settle(workspace, author, "drop_follow_up", follow_up_ids, "dropped", day)


def reopen_follow_ups(workspace: Workspace, author: Author, follow_up_ids: Sequence[str]) -> Change:
    """Let these wait again."""
    return _settle(workspace, author, "reopen_follow_up", follow_up_ids, "open", "")


def carry_follow_up(
    workspace: Workspace, author: Author, follow_up_id: str, meeting_id: str
) -> Change:
    """Take an open follow-up of an earlier meeting up again in this one.

    It stays the same record, open where it began; this meeting gets a point of kind follow-up
    that names it, as its last one, so that its minutes print both. The point's text is the
    follow-up's for a start, and its own from then on. Carrying on twice changes nothing; the
    change's record is the point. Raises CommandError for one that is closed or its own.
    """
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        row = _row(recorder, follow_up_id)
        if row.status not in OPEN:
            raise CommandError("follow_up_closed", id=follow_up_id)
        if row.meeting_id == meeting_id:
            raise CommandError("follow_up_of_this_meeting", id=follow_up_id)
        point_id = _carrier(recorder, follow_up_id, meeting_id)
        if point_id is None:
            point_id = str(uuid4())
            recorder.create(placed_last(recorder, _carrying(recorder, point_id, row, meeting_id)))
        return recorder.change("carry_follow_up", point_id)


def _settle(
    workspace: Workspace,
    author: Author,
    name: str,
    follow_up_ids: Sequence[str],
    status: str,
    closed_on: str,
) -> Change:
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        for follow_up_id in follow_up_ids:
            if (_row(recorder, follow_up_id).status or "open") != status:
                recorder.set(KIND, follow_up_id, "status", status)
                recorder.set(KIND, follow_up_id, "closed_on", closed_on)
        return recorder.change(name, follow_up_ids[0] if follow_up_ids else "")


def _holder(recorder: Recorder, row: FollowUpRow, field: str) -> tuple[str, str]:
    """Return where a field is written: a point that asks for a follow-up gives it its text."""
    point = recorder.session.get(PointRow, row.point_id) if row.point_id else None
    if field == "text" and point is not None and not point.deleted and point.kind == "follow_up":
        return "points", point.id
    return KIND, row.id


def _carrier(recorder: Recorder, follow_up_id: str, meeting_id: str) -> str | None:
    query = select(PointRow.id).where(
        PointRow.carries_id == follow_up_id,
        PointRow.meeting_id == meeting_id,
        PointRow.kind == "follow_up",
        col(PointRow.deleted).is_(False),
    )
    return recorder.session.exec(query).first()


def _carrying(recorder: Recorder, point_id: str, row: FollowUpRow, meeting_id: str) -> Point:
    point = recorder.session.get(PointRow, row.point_id) if row.point_id else None
    return Point(
        id=point_id,
        meeting_id=meeting_id,
        kind="follow_up",
        text=row.text,
        commitment_id=row.commitment_id or (point.commitment_id if point else None),
        carries_id=row.id,
    )


def _row(recorder: Recorder, follow_up_id: str) -> FollowUpRow:
    row = recorder.session.get(FollowUpRow, follow_up_id)
    if row is None or row.deleted:
        raise CommandError("record_unknown", kind=KIND, id=follow_up_id)
    return row


def _today(workspace: Workspace) -> str:
    return workspace.now().astimezone().date().isoformat()
