"""What the clock of a meeting needs to know."""

import datetime as dt

from sqlmodel import Session, col, select

from db.clock import MeetingClock
from db.models import RevisionRow
from db.queries.records import list_by_id
from db.records import Meeting


def meeting_clock(session: Session, meeting_id: str) -> MeetingClock | None:
    """Return a meeting with the moment at which its begin was noted; None for one that is gone."""
    meeting = list_by_id(session, Meeting, [meeting_id]).get(meeting_id)
    if meeting is None:
        return None
    query = (
        select(RevisionRow.at, RevisionRow.value)
        .where(RevisionRow.record_id == meeting_id, RevisionRow.field == "began")
        .order_by(col(RevisionRow.at).desc())
    )
    for at, value in session.exec(query):
        if value == meeting.began and meeting.began:
            return MeetingClock(meeting, dt.datetime.fromisoformat(at))
    return MeetingClock(meeting)
