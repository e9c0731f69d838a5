"""A record that was found, as it is shown: safe to hand to any layer."""

from dataclasses import dataclass

from db.records import Commitment, Meeting, Plan
from db.search.letters import Span


@dataclass(frozen=True)
class Excerpt:
    """A piece of a text on one line, and where in it the words stand."""

    text: str = ""
    matches: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Hit:
    """A record that was found.

    Attributes:
        kind: its list.
        title: what it is called, or what it says first.
        snippet: another of its texts, where words stand that the title lacks; else empty.
        field: the field that the snippet is from, "" without one.
        plan: the plan that it is or belongs to; None for an organisation.
        meeting: where it leads: the meeting that it is or belongs to.
        commitment: where it leads: the commitment that it is or belongs to.
        point_id: where it leads in the meeting: the point that it is or comes from, "" for none.
    """

    kind: str
    record_id: str
    title: Excerpt
    snippet: Excerpt = Excerpt()
    field: str = ""
    plan: Plan | None = None
    meeting: Meeting | None = None
    commitment: Commitment | None = None
    point_id: str = ""

    @property
    def plan_id(self) -> str:
        """The id of the plan that it is or belongs to, "" for none."""
        return self.plan.id if self.plan else ""

    @property
    def meeting_id(self) -> str:
        """The id of the meeting that it leads to, "" for none."""
        return self.meeting.id if self.meeting else ""

    @property
    def commitment_id(self) -> str:
        """The id of the commitment that it leads to, "" for none."""
        return self.commitment.id if self.commitment else ""
