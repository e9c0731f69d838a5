"""Which plans, meetings and commitments an export is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from db.errors import CommandError
from db.queries.commitments import list_commitments, list_plans
from db.queries.meetings import list_meetings
from db.records import Commitment, Meeting, Plan


@dataclass(frozen=True)
class Choice:
    """What a person narrowed an export to; empty means all.

    Commitments are chosen by number on the command line and by id in the window.
    """

    plan: str = ""
    meetings: Sequence[str] = ()
    commitments: Sequence[int] = ()
    commitment_ids: Sequence[str] = ()


def chosen_plans(session: Session, choice: Choice) -> tuple[Plan, ...]:
    """Return the chosen plans; CommandError when no plan is called that, or several are."""
    plans = list_plans(session)
    if not choice.plan:
        return plans
    wanted = choice.plan.strip().casefold()
    found = tuple(p for p in plans if wanted in (p.id, p.short_title.strip().casefold()))
    if not found:
        raise CommandError("plan_unknown", name=choice.plan)
    if len(found) > 1:
        raise CommandError("plan_ambiguous", name=choice.plan, ids=", ".join(p.id for p in found))
    return found


def chosen_meetings(session: Session, choice: Choice) -> tuple[Meeting, ...]:
    """Return the chosen meetings, the earliest first; CommandError for one that is not there."""
    found = [m for p in chosen_plans(session, choice) for m in list_meetings(session, p.id)]
    missing = set(choice.meetings) - {meeting.id for meeting in found}
    if missing:
        raise CommandError("meeting_unknown", id=min(missing))
    if choice.meetings:
        found = [meeting for meeting in found if meeting.id in choice.meetings]
    return tuple(sorted(found, key=lambda m: (m.date, m.start_time, m.id)))


def chosen_commitments(session: Session, choice: Choice) -> tuple[Commitment, ...]:
    """Return the chosen commitments by plan and number; CommandError for a number without any."""
    found = [c for p in chosen_plans(session, choice) for c in list_commitments(session, p.id)]
    missing = set(choice.commitments) - {commitment.number for commitment in found}
    if missing:
        raise CommandError("commitment_unknown", number=min(missing))
    if choice.commitment_ids:
        return tuple(c for c in found if c.id in choice.commitment_ids)
    if not choice.commitments:
        return tuple(found)
    return tuple(c for c in found if c.number in choice.commitments)
