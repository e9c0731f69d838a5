"""Bundles of records that belong together, read in one go and safe to hand to any layer."""

from dataclasses import dataclass

from db.following import CarriedFollowUp
from db.records import (
    Agreement,
    Attendance,
    Commitment,
    Confirmation,
    Contact,
    FollowUp,
    Meeting,
    Milestone,
    Minutes,
    Plan,
    Point,
    Target,
    WorkingGroup,
)


@dataclass(frozen=True)
class CommitmentDossier:
    """A commitment with everything that its form prints, in the order of their positions."""

    plan: Plan
    commitment: Commitment
    milestones: tuple[Milestone, ...] = ()
    contacts: tuple[Contact, ...] = ()
    targets: tuple[Target, ...] = ()
    working_group: WorkingGroup | None = None
    agreements: tuple[Agreement, ...] = ()

    @property
    def form(self) -> str:
        """The name of the form that it is written on: its own, else the plan's."""
        return self.commitment.form or self.plan.form


@dataclass(frozen=True)
class MeetingDossier:
    """A meeting with everything that its minutes print.

    Attributes:
        carried: what its points carry on from earlier meetings.
        confirmations: the letters about its commitments, where it is a finalisation.
    """

    plan: Plan
    meeting: Meeting
    attendances: tuple[Attendance, ...] = ()
    points: tuple[Point, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    commitments: tuple[CommitmentDossier, ...] = ()
    carried: tuple[CarriedFollowUp, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()


@dataclass(frozen=True)
class MinutesState:
    """What was frozen of a meeting.

    Attributes:
        versions: its minutes, the latest last; empty while nothing is final.
        changed: the meeting's records say something else than the latest version.
    """

    versions: tuple[Minutes, ...] = ()
    changed: bool = False

    @property
    def latest(self) -> Minutes | None:
        """The version that holds."""
        return self.versions[-1] if self.versions else None

    @property
    def parted(self) -> bool:
        """Whether two have the last number: they were made apart, and a later one must choose."""
        numbers = [version.version for version in self.versions]
        return numbers.count(numbers[-1]) > 1 if numbers else False


@dataclass(frozen=True)
class PlanDossier:
    """A plan with its commitments, ordered by number."""

    plan: Plan
    commitments: tuple[CommitmentDossier, ...] = ()


@dataclass(frozen=True)
class MeetingSummary:
    """A meeting with how much it holds, for a list of many; people are those who came.

    Attributes:
        proposed: changes of the canvas that wait to be confirmed for its minutes.
    """

    meeting: Meeting
    people: int = 0
    points: int = 0
    unanswered: int = 0
    open_follow_ups: int = 0
    proposed: int = 0


@dataclass(frozen=True)
class KnownAttendance:
    """A unit and organisation that attended before, or that the directory knows, to be offered.

    Attributes:
        names: everything that the organisation is known by: name, short name, aliases.
    """

    unit: str
    organisation: str
    organisation_id: str | None = None
    sector: str = ""
    names: tuple[str, ...] = ()
