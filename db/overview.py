"""What the home screen and the directory show of many records, without reading them whole."""

from dataclasses import dataclass

from db.records import Plan


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in the list of its plan's meetings.

    Attributes:
        participants: people who were there, those in a line for several included.
    """

    id: str
    kind: str
    topic: str
    date: str
    place: str
    status: str
    stage: int | None
    points: int
    participants: int


@dataclass(frozen=True)
class CommitmentLine:
    """A commitment in the list of its plan's commitments.

    Attributes:
        form: its own form, else its plan's.
        filled: the fields that hold something, with "period", "milestones" and "contacts".
        targets: rows of its matrix.
        target_texts: checkpoints of these rows that are filled in.
        target_fields: checkpoints that could be.
        leads: the names of those who are responsible for it.
        draft: the highest level that was frozen, "" before the first draft.
    """

    id: str
    number: int | None
    title: str
    form: str
    filled: frozenset[str] = frozenset()
    targets: int = 0
    target_texts: int = 0
    target_fields: int = 0
    leads: tuple[str, ...] = ()
    draft: str = ""


@dataclass(frozen=True)
class WaitingInput:
    """An input that still needs a response, or the reason for it."""

    id: str
    meeting_id: str
    text: str
    raised_by: str
    date: str
    response: str


@dataclass(frozen=True)
class WaitingFollowUp:
    """A follow-up that is still open, with the point that it comes from, "" for none."""

    id: str
    meeting_id: str
    text: str
    owner: str
    due: str
    point_id: str = ""

    def is_overdue(self, today: str) -> bool:
        """Tell whether it should have been done before this ISO date."""
        return bool(self.due) and self.due < today


@dataclass(frozen=True)
class PartedCopies:
    """Frozen copies of one number that were made apart and say something else.

    Attributes:
        kind: `drafts` or `minutes`.
        owner_id, title: the commitment or meeting that they are of.
        number: the level or the version that they have in common.
    """

    kind: str
    owner_id: str
    title: str
    number: str


@dataclass(frozen=True)
class PlanOverview:
    """A plan with what it holds and what waits in it.

    Meetings come latest first, commitments by number, inputs as their meetings, follow-ups by
    their due date.
    """

    plan: Plan
    meetings: tuple[MeetingLine, ...] = ()
    commitments: tuple[CommitmentLine, ...] = ()
    inputs: tuple[WaitingInput, ...] = ()
    follow_ups: tuple[WaitingFollowUp, ...] = ()
    parted: tuple[PartedCopies, ...] = ()


@dataclass(frozen=True)
class PlanLine:
    """A plan in the list of plans."""

    id: str
    title: str
    short_title: str
    start: str
    end: str

    @property
    def name(self) -> str:
        """What it is called in a line: its short title where it has one."""
        return self.short_title or self.title


@dataclass(frozen=True)
class DifferingRecord:
    """A record with fields that differ, and where it is to be seen.

    Attributes:
        fields: the fields' names, "deleted" for a contradicted deletion.
        title: what the record is called.
        plan_id, meeting_id, commitment_id: what it belongs to, "" for none.
    """

    kind: str
    id: str
    title: str
    fields: tuple[str, ...]
    plan_id: str = ""
    meeting_id: str = ""
    commitment_id: str = ""


@dataclass(frozen=True)
class OrganisationLine:
    """An organisation in the directory.

    Attributes:
        same_as: the one that stands for it in the end, "" when it stands for itself.
        joined: those that it stands for, itself left out.
        other_than: those that resemble it, and of which somebody said that they are others.
    """

    id: str
    name: str
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    sector: str = ""
    same_as: str = ""
    joined: tuple[str, ...] = ()
    other_than: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called."""
        return tuple(name for name in (self.name, self.short_name, *self.aliases) if name)


@dataclass(frozen=True)
class Appearance:
    """A record that names an organisation.

    Attributes:
        kind: "meetings", "commitments" or "working_groups".
        date: a meeting's date, else "".
        number: a commitment's number.
        roles: the fields that name it, such as "leads" or "attendances".
    """

    kind: str
    id: str
    title: str
    plan_id: str
    roles: tuple[str, ...]
    date: str = ""
    number: int | None = None
    meeting_kind: str = ""


@dataclass(frozen=True)
class GroupedCommitment:
    """A commitment with the working group that it is in, "" for none."""

    id: str
    number: int | None
    title: str
    working_group_id: str
