"""Meetings with what their minutes print, and what the desk needs beside it."""

from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from db.following import OPEN
from db.models import TABLES, FollowUpRow
from db.queries import columns
from db.queries.answers import waiting_inputs
from db.queries.attending import count_people
from db.queries.canvas_changes import count_proposed
from db.queries.commitments import commitment_dossiers
from db.queries.confirmations import letters_about
from db.queries.follow_ups import list_carried
from db.queries.organisations import list_organisations
from db.queries.records import get_record, list_by_id, list_records
from db.records import (
    Attendance,
    Commitment,
    FollowUp,
    Meeting,
    Organisation,
    Plan,
    Point,
)
from db.rules import in_order
from db.snapshot import KnownAttendance, MeetingDossier, MeetingSummary


def list_meetings(session: Session, plan_id: str | None = None) -> tuple[Meeting, ...]:
    """Return meetings, the latest first; without a plan, those of all plans."""
    found = list_records(session, Meeting, plan_id=plan_id)
    return tuple(sorted(found, key=lambda m: (m.date, m.start_time, m.id), reverse=True))


def meeting_summaries(session: Session, plan_id: str) -> tuple[MeetingSummary, ...]:
    """Return a plan's meetings with their numbers, the latest first."""
    meetings = list_meetings(session, plan_id)
    people = count_people(session)
    points = _count(session, "points")
    unanswered = _count(session, "points", waiting_inputs(TABLES["points"]))
    waiting = _count(session, "follow_ups", col(FollowUpRow.status).in_(OPEN))
    proposed = count_proposed(session, [meeting.id for meeting in meetings])
    return tuple(
        MeetingSummary(
            meeting,
            people.get(meeting.id, 0),
            points.get(meeting.id, 0),
            unanswered.get(meeting.id, 0),
            waiting.get(meeting.id, 0),
            proposed.get(meeting.id, 0),
        )
        for meeting in meetings
    )


def known_attendances(session: Session) -> tuple[KnownAttendance, ...]:
    """Return who attended any meeting before, the latest first, then the directory.

    Each unit of an organisation comes once.
    """
    directory = list_organisations(session)
    by_id = {organisation.id: organisation for organisation in directory}
    came = columns.fetch(session, _who_came())
    known = [_known(line, by_id.get(line.organisation_id or "")) for line in came]
    known += [_from_directory(organisation) for organisation in directory]
    unique: dict[tuple[str, str], KnownAttendance] = {}
    for one in known:
        unique.setdefault((one.unit.casefold(), one.organisation.casefold()), one)
    return tuple(one for one in unique.values() if one.unit or one.organisation)


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
        carried=(
            list_carried(session, meeting_id) if any(point.carries_id for point in points) else ()
        ),
        confirmations=(
            letters_about(session, meeting.commitment_ids) if meeting.kind == "finalisation" else ()
        ),
    )


def _ordered_follow_ups(
    session: Session, meeting_id: str, points: tuple[Point, ...]
) -> tuple[FollowUp, ...]:
    """Follow-ups in the order of the points they come from, then those that have none."""
    order = {point.id: index for index, point in enumerate(points)}
    found = list_records(session, FollowUp, meeting_id=meeting_id)
    return tuple(sorted(found, key=lambda f: (order.get(f.point_id or "", len(order)), f.id)))


def _count(session: Session, table_name: str, *conditions: Any) -> dict[str, int]:
    """Count the records of a list by meeting."""
    table: Any = TABLES[table_name]
    alive = col(table.deleted).is_(False)
    query = select(table.meeting_id, func.count()).where(alive, *conditions)
    return dict(session.exec(query.group_by(table.meeting_id)).all())


def _who_came() -> Any:
    """Ask who ever attended, each as often as written differently, the latest first."""
    line, meeting = columns.table("attendances"), columns.table("meetings")
    who = (line.unit, line.organisation, line.organisation_id, line.sector)
    return (
        columns.select(*who)
        .join(meeting, meeting.id == line.meeting_id)
        .where(line.deleted.is_(False), meeting.deleted.is_(False))
        .group_by(*who)
        .order_by(func.max(meeting.date).desc())
    )


def _known(line: Any, organisation: Organisation | None) -> KnownAttendance:
    if organisation is None:
        return KnownAttendance(line.unit, line.organisation, line.organisation_id, line.sector)
    sector = organisation.sector or line.sector
    names = _names(organisation)
    return KnownAttendance(line.unit, line.organisation, organisation.id, sector, names)


def _from_directory(organisation: Organisation) -> KnownAttendance:
    return KnownAttendance(
        "", organisation.name, organisation.id, organisation.sector, _names(organisation)
    )


def _names(organisation: Organisation) -> tuple[str, ...]:
    every = (organisation.name, organisation.short_name, *organisation.aliases)
    return tuple(dict.fromkeys(name for name in every if name))
