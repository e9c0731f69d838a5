"""Frozen copies of one number that were made apart: both stay, and somebody has to say what holds.

Nothing can be decided about them, since what is frozen never changes. Freezing once more is the
answer: its number is another, and it says what it corrects.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func
from sqlmodel import Session

from db.draft_content import edition_of, same_records
from db.drafting import level_rank
from db.frozen import SOURCE
from db.overview import PartedCopies
from db.queries.columns import fetch, select, table
from db.queries.drafts import list_drafts
from db.queries.minutes import minutes_versions
from db.records import Draft, Minutes

_minutes, _meetings = table("minutes"), table("meetings")
_drafts, _commitments = table("drafts"), table("commitments")


def list_parted(session: Session, plan_id: str) -> tuple[PartedCopies, ...]:
    """Return what was frozen apart in a plan, as long as nothing later was frozen."""
    return (*_parted_drafts(session, plan_id), *_parted_minutes(session, plan_id))


def _parted_drafts(session: Session, plan_id: str) -> list[PartedCopies]:
    number = (_drafts.commitment_id, _drafts.level)
    found: list[PartedCopies] = []
    for owner in _doubled(session, _drafts, _commitments, number, plan_id):
        drafts = list_drafts(session, owner.id)
        # By their numbers, whatever day it was on which laptop.
        highest = max(map(_number, drafts))
        last = [draft for draft in drafts if _number(draft) == highest]
        if any(not same_records(last[-1].content, draft.content) for draft in last):
            found.append(PartedCopies("drafts", owner.id, owner.title, last[-1].level))
    return found


def _number(draft: Draft) -> tuple[int, int]:
    return (level_rank(draft.level), edition_of(draft))


def _parted_minutes(session: Session, plan_id: str) -> list[PartedCopies]:
    number = (_minutes.meeting_id, _minutes.version)
    owners = _doubled(session, _minutes, _meetings, number, plan_id)
    versions = minutes_versions(session, [owner.id for owner in owners])
    return [
        PartedCopies("minutes", owner.id, owner.topic or owner.subtitle, str(made[-1].version))
        for owner in owners
        if _say_otherwise(made := versions[owner.id])
    ]


def _say_otherwise(versions: Sequence[Minutes]) -> bool:
    last = [one for one in versions if one.version == versions[-1].version]
    sources = {one.content.get(SOURCE) for one in last}
    # What another program froze doesn't tell what it was made from.
    return len(last) > 1 and (len(sources) > 1 or None in sources)


def _doubled(
    session: Session, copies: Any, owners: Any, number: tuple[Any, Any], plan_id: str
) -> list[Any]:
    """Return the owners in a plan that have several copies of one number."""
    twice = (
        select(number[0])
        .where(copies.deleted.is_(False))
        .group_by(*number)
        .having(func.count() > 1)
    )
    query = select(owners).where(
        owners.plan_id == plan_id, owners.deleted.is_(False), owners.id.in_(twice)
    )
    return fetch(session, query)
