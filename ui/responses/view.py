"""What the register's screen shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.canvas_changes import AnsweredInput
    from db.overview import PlanLine


@dataclass(frozen=True)
class ResponsesView:
    """The inputs of the plan in view.

    Attributes:
        plan: the plan in view, None when there is none at all.
        plans: all plans.
    """

    answers: Sequence[AnsweredInput]
    plan: PlanLine | None = None
    plans: Sequence[PlanLine] = ()
