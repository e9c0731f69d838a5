"""What the follow-ups screen shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.following import FollowUpLine
    from db.overview import OrganisationLine, PlanLine


@dataclass(frozen=True)
class FollowUpsView:
    """The follow-ups of the plan in view, or of all plans.

    Attributes:
        plan: the plan in view, None when there is none at all.
        plans: all plans.
        every_plan: whether those of all plans are shown.
        today: the ISO date that overdue is measured against.
        directory: the organisations that can own one.
        meetings: whether the plan in view has any meeting.
    """

    lines: Sequence[FollowUpLine]
    today: str
    plan: PlanLine | None = None
    plans: Sequence[PlanLine] = ()
    every_plan: bool = False
    directory: Sequence[OrganisationLine] = ()
    meetings: bool = False
