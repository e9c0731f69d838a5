"""What follows from a record by itself: a point of kind follow-up owns one with its text."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from sqlmodel import select

from db import history, revisions
from db.fields import read_field
from db.models import FollowUpRow, PointRow
from db.recorder import Recorder
from db.records import FollowUp

POINT_FIELDS = ("text", "kind")
"""The fields of a point that its follow-up depends on."""


def keep_linked(recorder: Recorder, kind: str, record_id: str, same_visit: bool = False) -> None:
    """Bring along what depends on a record that was just written.

    A point that carries on an earlier meeting's follow-up owns none of its own.
    With `same_visit` the record's own revision was written again, and so is what follows.
    """
    if kind == "points":
        point = recorder.session.get_one(PointRow, record_id)
        if point.kind == "follow_up" and point.carries_id is None:
            _keep_follow_up(recorder, point, same_visit)
        else:
            _drop_follow_ups(recorder, point)


def keep_task(
    recorder: Recorder, point_id: str, values: Mapping[str, Any], same_visit: bool = False
) -> None:
    """Set fields of the follow-up that a point owns, such as who has to do it until when."""
    owned = follow_ups_of(recorder, point_id)[:1]
    for row in (row for row in owned if not row.deleted):
        for field, value in values.items():
            if read_field(row, field) != value:
                visit = _head(recorder, row.id, field) if same_visit else ""
                recorder.set("follow_ups", row.id, field, value, visit)


def follow_ups_of(recorder: Recorder, point_id: str) -> list[FollowUpRow]:
    """Return what a point owns or ever owned, what is alive first."""
    query = select(FollowUpRow).where(FollowUpRow.point_id == point_id)
    return sorted(recorder.session.exec(query), key=lambda row: (row.deleted, row.id))


def _keep_follow_up(recorder: Recorder, point: PointRow, same_visit: bool) -> None:
    found = follow_ups_of(recorder, point.id)
    if not found:
        recorder.create(
            FollowUp(
                id=str(uuid4()),
                meeting_id=point.meeting_id,
                point_id=point.id,
                commitment_id=point.commitment_id,
                text=point.text,
                # Most often whoever says it does it; another one can be chosen.
                owner=point.raised_by,
                owner_id=point.raised_by_id,
                status="open",
            )
        )
        return
    if found[0].deleted:
        # Kind was changed and changed back: owner and due date are still there.
        recorder.restore("follow_ups", found[0].id)
    visit = _head(recorder, found[0].id) if same_visit else ""
    recorder.set("follow_ups", found[0].id, "text", point.text, visit)


def _drop_follow_ups(recorder: Recorder, point: PointRow) -> None:
    for row in follow_ups_of(recorder, point.id):
        if not row.deleted:
            recorder.delete("follow_ups", row.id)


def _head(recorder: Recorder, record_id: str, field: str = "text") -> str:
    heads: tuple[Any, ...] = history.heads(revisions.of_field(recorder.session, record_id, field))
    return heads[0].id if len(heads) == 1 else ""
