"""What the home screen shows: a plan's numbers and what waits, counted by the database."""

from typing import Any

from sqlalchemy import and_, func
from sqlmodel import Session

from db.overview import (
    CommitmentLine,
    MeetingLine,
    PlanLine,
    PlanOverview,
    WaitingFollowUp,
    WaitingInput,
)
from db.queries.answers import waiting_inputs
from db.queries.attending import count_people
from db.queries.columns import fetch, select, table
from db.queries.parted import list_parted
from db.queries.records import get_record
from db.records import CHECKPOINTS, Plan

# As much of a text as a line can show.
_SHOWN = 240
_TEXTS = (
    "title", "problem", "description", "contribution", "values_text", "alignment", "additional",
    "done_so_far", "transparency", "accountability", "participation", "coordinating_unit",
)  # fmt: skip
_LISTS = ("values", "proposers", "leads", "government_actors", "other_actors")

_plans = table("plans")
_commitments = table("commitments")
_milestones = table("milestones")
_contacts = table("contacts")
_targets = table("targets")
_drafts = table("drafts")
_meetings = table("meetings")
_points = table("points")
_follow_ups = table("follow_ups")


def list_plan_lines(session: Session) -> tuple[PlanLine, ...]:
    """Return all plans, the latest period first."""
    query = select(_plans.id, _plans.title, _plans.short_title, _plans.start, _plans.end).where(
        _plans.deleted.is_(False)
    )
    lines = [PlanLine(*row) for row in fetch(session, query)]
    return tuple(sorted(lines, key=lambda p: (p.start, p.short_title, p.id), reverse=True))


def plan_overview(session: Session, plan_id: str) -> PlanOverview:
    """Return a plan with its meetings, commitments and what waits; CommandError if unknown."""
    plan = get_record(session, Plan, plan_id)
    return PlanOverview(
        plan=plan,
        meetings=_meeting_lines(session, plan_id),
        commitments=list_commitment_lines(session, plan),
        inputs=_waiting_inputs(session, plan_id),
        follow_ups=_waiting_follow_ups(session, plan_id),
        parted=list_parted(session, plan_id),
    )


def count_waiting(session: Session, plan_id: str, today: str) -> int:
    """Return how many inputs of a plan wait for an answer, and follow-ups are overdue."""
    inputs = (
        select(func.count())
        .select_from(_points)
        .join(_meetings, _meets(_points))
        .where(*_waits(plan_id))
    )
    overdue = (
        select(func.count())
        .select_from(_follow_ups)
        .join(_meetings, _meets(_follow_ups))
        .where(*_is_open(plan_id), _follow_ups.due != "", _follow_ups.due < today)
    )
    return fetch(session, inputs)[0] + fetch(session, overdue)[0]


def _meeting_lines(session: Session, plan_id: str) -> tuple[MeetingLine, ...]:
    points = _count_by(session, _points.meeting_id, _points, func.count())
    people = count_people(session)
    query = (
        select(_meetings)
        .where(_meetings.plan_id == plan_id, _meetings.deleted.is_(False))
        .order_by(_meetings.date.desc(), _meetings.start_time.desc(), _meetings.id)
    )
    return tuple(
        MeetingLine(
            id=row.id,
            kind=row.kind,
            topic=row.topic or row.subtitle or row.title,
            date=row.date,
            place=row.place,
            status=row.status,
            stage=row.stage,
            points=points.get(row.id, 0),
            participants=people.get(row.id, 0),
        )
        for row in fetch(session, query)
    )


def _count_by(session: Session, owner: Any, of: Any, what: Any, *conditions: Any) -> dict[str, int]:
    query = select(owner, what).where(of.deleted.is_(False), *conditions).group_by(owner)
    return dict(fetch(session, query))


def list_commitment_lines(session: Session, plan: Plan) -> tuple[CommitmentLine, ...]:
    """Return a plan's commitments by number, with what each of them holds."""
    milestones = _count_by(session, _milestones.commitment_id, _milestones, func.count())
    contacts = _count_by(session, _contacts.commitment_id, _contacts, func.count())
    targets = _count_targets(session, plan.id)
    drafts = _latest_drafts(session, plan.id)
    filled = [_is_filled(field).label(f"has_{field}") for field in (*_TEXTS, *_LISTS, "period")]
    query = select(
        _commitments.id,
        _commitments.number,
        _commitments.title,
        _commitments.form,
        _commitments.leads,
        *filled,
    ).where(_commitments.plan_id == plan.id, _commitments.deleted.is_(False))
    lines: list[CommitmentLine] = []
    for key, number, title, form, leads, *flags in fetch(session, query):
        names = {
            name for name, flag in zip((*_TEXTS, *_LISTS, "period"), flags, strict=True) if flag
        }
        names |= {"milestones"} if milestones.get(key) else set()
        names |= {"contacts"} if contacts.get(key) else set()
        counts = targets.get(key, (0, 0, 0))
        named = tuple(party.get("name", "") for party in leads)
        line = CommitmentLine(
            key, number, title, form or plan.form, frozenset(names), *counts,
            leads=named, draft=drafts.get(key, ""),
        )  # fmt: skip
        lines.append(line)
    return tuple(sorted(lines, key=lambda c: (c.number is None, c.number or 0, c.title, c.id)))


def _latest_drafts(session: Session, plan_id: str) -> dict[str, str]:
    """Return the highest level that a commitment's drafts reached; "final" sorts last."""
    query = (
        select(_drafts.commitment_id, func.max(_drafts.level))
        .join(_commitments, _commitments.id == _drafts.commitment_id)
        .where(_commitments.plan_id == plan_id, _drafts.deleted.is_(False))
        .group_by(_drafts.commitment_id)
    )
    return dict(fetch(session, query))


def _is_filled(field: str) -> Any:
    if field == "period":
        return and_(_commitments.start != "", _commitments.end != "")
    column = getattr(_commitments, field)
    return func.json_array_length(column) > 0 if field in _LISTS else column != ""


def _count_targets(session: Session, plan_id: str) -> dict[str, tuple[int, int, int]]:
    """Return for each commitment its rows, the checkpoints filled in, and how many there are."""
    query = (
        select(_targets.commitment_id, _targets.targets)
        .join(_commitments, _commitments.id == _targets.commitment_id)
        .where(_commitments.plan_id == plan_id, _targets.deleted.is_(False))
    )
    rows: dict[str, list[set[str]]] = {}
    for commitment_id, targets in fetch(session, query):
        rows.setdefault(commitment_id, []).append({key for key, text in targets.items() if text})
    return {
        commitment_id: (
            len(found),
            sum(len(texts) for texts in found),
            len(found) * len(set(CHECKPOINTS).union(*found)),
        )
        for commitment_id, found in rows.items()
    }


def _meets(of: Any) -> Any:
    return _meetings.id == of.meeting_id


def _waits(plan_id: str) -> tuple[Any, ...]:
    return (
        _meetings.plan_id == plan_id,
        _meetings.deleted.is_(False),
        _points.deleted.is_(False),
        waiting_inputs(_points),
    )


def _is_open(plan_id: str) -> tuple[Any, ...]:
    return (
        _meetings.plan_id == plan_id,
        _meetings.deleted.is_(False),
        _follow_ups.deleted.is_(False),
        _follow_ups.status.in_(("", "open")),
    )


def _waiting_inputs(session: Session, plan_id: str) -> tuple[WaitingInput, ...]:
    query: Any = (
        select(
            _points.id,
            _points.meeting_id,
            func.substr(_points.text, 1, _SHOWN),
            _points.raised_by,
            _meetings.date,
            _points.response,
        )
        .join(_meetings, _meets(_points))
        .where(*_waits(plan_id))
        .order_by(_meetings.date.desc(), _points.position, _points.id)
    )
    return tuple(WaitingInput(*row) for row in fetch(session, query))


def _waiting_follow_ups(session: Session, plan_id: str) -> tuple[WaitingFollowUp, ...]:
    query: Any = (
        select(
            _follow_ups.id,
            _follow_ups.meeting_id,
            func.substr(_follow_ups.text, 1, _SHOWN),
            _follow_ups.owner,
            _follow_ups.due,
            func.coalesce(_follow_ups.point_id, ""),
        )
        .join(_meetings, _meets(_follow_ups))
        .where(*_is_open(plan_id))
        # Without a due date last.
        .order_by(_follow_ups.due == "", _follow_ups.due, _follow_ups.id)
    )
    return tuple(WaitingFollowUp(*row) for row in fetch(session, query))
