"""What is frozen within a plan, which so cannot be deleted."""

from typing import Any

from sqlalchemy import func
from sqlmodel import Session

from db.queries.columns import fetch, select, table

_FROZEN = (("minutes", "meetings", "meeting_id"), ("drafts", "commitments", "commitment_id"))


def frozen_papers(session: Session, plan_id: str) -> dict[str, int]:
    """Return how many final minutes and drafts a plan has, by list."""
    return {kind: _count(session, plan_id, kind, owner, field) for kind, owner, field in _FROZEN}


def _count(session: Session, plan_id: str, kind: str, owner: str, field: str) -> int:
    frozen, owners = table(kind), table(owner)
    of_plan: Any = select(owners.id).where(owners.plan_id == plan_id, owners.deleted.is_(False))
    asked = select(func.count()).where(getattr(frozen, field).in_(of_plan))
    return int(fetch(session, asked.where(frozen.deleted.is_(False)))[0])
