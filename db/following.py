"""What must happen after a meeting, and what was put in there, seen across all meetings."""

import datetime as dt
from dataclasses import dataclass

from db.rules import is_answered

OPEN = ("", "open")
"""The states of a follow-up that still waits; one without a state does, too."""

STATES = ("overdue", "open", "done", "dropped")
"""How a follow-up stands on a day."""


@dataclass(frozen=True)
class FollowUpLine:
    """A follow-up with where it comes from, for lists that reach across meetings.

    Attributes:
        owner: who has to do it, as it was written down, else as the directory knows them.
        commitment_id: the commitment that it, its point or (as the only one) its meeting names.
        about: the commitments that it concerns: that one, else all that its meeting discussed.
        point_number: the point's number in its meeting, like "3" or "3b"; "" without a point.
        owned: whether that point asks for it, so that its text is the point's.
    """

    id: str
    text: str
    meeting_id: str
    owner: str = ""
    owner_id: str | None = None
    due: str = ""
    status: str = ""
    closed_on: str = ""
    plan_id: str = ""
    plan_name: str = ""
    meeting_kind: str = ""
    meeting_topic: str = ""
    meeting_date: str = ""
    meeting_time: str = ""
    point_id: str | None = None
    point_number: str = ""
    owned: bool = False
    commitment_id: str | None = None
    commitment_number: int | None = None
    commitment_title: str = ""
    about: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it still waits."""
        return self.status in OPEN

    def is_overdue(self, today: str) -> bool:
        """Tell whether it should have been done before this ISO date."""
        return self.is_open and bool(self.due) and self.due < today

    def state(self, today: str) -> str:
        """Return how it stands on this ISO date: one of STATES."""
        if not self.is_open:
            return self.status
        return "overdue" if self.is_overdue(today) else "open"

    def days_left(self, today: str) -> int | None:
        """Return the days until it is due, less than 0 when that is past; None without a date."""
        if not self.due:
            return None
        return (dt.date.fromisoformat(self.due) - dt.date.fromisoformat(today)).days

    def age(self, today: str) -> int | None:
        """Return the days since its meeting; None where the meeting has no date yet."""
        if not self.meeting_date:
            return None
        return (dt.date.fromisoformat(today) - dt.date.fromisoformat(self.meeting_date)).days


@dataclass(frozen=True)
class FollowUpCount:
    """How many follow-ups there are; those that are overdue are open, too."""

    open: int = 0
    overdue: int = 0
    done: int = 0
    dropped: int = 0

    @property
    def all(self) -> int:
        return self.open + self.done + self.dropped


@dataclass(frozen=True)
class EarlierFollowUp:
    """What an earlier meeting left open, as a later meeting sees it.

    Attributes:
        carried_by: the later meeting's point that carries it on, "" for none yet.
    """

    line: FollowUpLine
    carried_by: str = ""


@dataclass(frozen=True)
class CarriedFollowUp:
    """What a meeting carries on of an earlier one, however it stands by now.

    Attributes:
        point_id: the meeting's own point that carries it on.
    """

    point_id: str
    line: FollowUpLine


@dataclass(frozen=True)
class InputLine:
    """An input with its answer, for lists that reach across meetings.

    Attributes:
        point_number: its number in its meeting, like "3" or "3b".
        commitment_id: the commitment that it, or (as the only one) its meeting names.
        about: the commitments that it concerns: that one, else all that its meeting discussed.
        form: the form of these, by which the part that it is about is called; None for several.
    """

    id: str
    text: str
    meeting_id: str
    raised_by: str = ""
    raised_by_id: str | None = None
    response: str = ""
    reason: str = ""
    canvas_field: str = ""
    visibility: str = ""
    plan_id: str = ""
    plan_name: str = ""
    meeting_kind: str = ""
    meeting_topic: str = ""
    meeting_date: str = ""
    point_number: str = ""
    commitment_id: str | None = None
    commitment_number: int | None = None
    commitment_title: str = ""
    about: tuple[str, ...] = ()
    form: str | None = None

    @property
    def is_answered(self) -> bool:
        """Whether it has both a response and the reason for it."""
        return is_answered(self.response, self.reason)
