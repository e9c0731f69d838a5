"""Meetings with what their minutes print."""

from sqlmodel import Session

from db.queries.commitments import commitment_dossiers
from db.queries.records import get_record, list_by_id, list_records
from db.records import Attendance, Commitment, FollowUp, Meeting, Plan, Point
from db.rules import in_order
from db.snapshot import MeetingDossier


def list_meetings(session: Session, plan_id: str | None = None) -> tuple[Meeting, ...]:
    """Return meetings, the latest first; without a plan, those of all plans."""
    found = list_records(session, Meeting, plan_id=plan_id)
    return tuple(sorted(found, key=lambda m: (m.date, m.start_time, m.id), reverse=True))


def meeting_dossier(session: Session, meeting_id: str) -> MeetingDossier:
    """Return a meeting with its plan, attendance, points, follow-ups and commitments."""
    meeting = get_record(session, Meeting, meeting_id)
    points = in_order(list_records(session, Point, meeting_id=meeting_id))
    commitments = list_by_id(session, Commitment, meeting.commitment_ids)
    return MeetingDossier(
        plan=get_record(session, Plan, meeting.plan_id),
        meeting=meeting,
        attendances=in_order(list_records(session, Attendance, meeting_id=meeting_id)),
        points=points,
        follow_ups=_ordered_follow_ups(session, meeting_id, points),
        commitments=commitment_dossiers(
            session, [commitments[i] for i in meeting.commitment_ids if i in commitments]
        ),
    )


def _ordered_follow_ups(
    session: Session, meeting_id: str, points: tuple[Point, ...]
) -> tuple[FollowUp, ...]:
    """Follow-ups in the order of the points they come from, then those that have none."""
    order = {point.id: index for index, point in enumerate(points)}
    found = list_records(session, FollowUp, meeting_id=meeting_id)
    return tuple(sorted(found, key=lambda f: (order.get(f.point_id or "", len(order)), f.id)))
