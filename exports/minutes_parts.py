"""The parts of minutes as they are printed, frozen and attached: plain texts in their order.

Every part can be read back from its JSON (exports.rebuild), so a new field needs nothing but an
empty value that older minutes mean.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """A label with its text, `Tempat : Ruang Rapat 204`; `number` where it is a section."""

    label: str
    text: str
    number: str = ""


@dataclass(frozen=True)
class FactSection:
    """A section of labels with texts."""

    number: str
    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class ListSection:
    """A section of numbered lines."""

    number: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PointLine:
    """A point as it is printed; `notes` say who raised it and what was answered."""

    number: str
    depth: int
    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class PointSection:
    """What was discussed; `left_out` says how many points the public doesn't get to read."""

    number: str
    heading: str
    points: tuple[PointLine, ...]
    left_out: str = ""


@dataclass(frozen=True)
class TaskLine:
    """A follow-up as it is printed."""

    number: str
    text: str
    owner: str
    due: str


@dataclass(frozen=True)
class TaskSection:
    """The follow-ups; without lines the section is not printed."""

    number: str
    heading: str
    columns: tuple[str, ...]
    lines: tuple[TaskLine, ...]


@dataclass(frozen=True)
class LetterLine:
    """A responsible body's confirmation as it is printed.

    Attributes:
        commitment: its number and title, "" below the first body of the same one.
    """

    commitment: str
    body: str
    letter: str
    answer: str


@dataclass(frozen=True)
class LetterSection:
    """The confirmations of a finalisation; without lines the section is not printed.

    Attributes:
        sum: how many of the commitments are confirmed.
    """

    number: str = ""
    heading: str = ""
    sum: str = ""
    columns: tuple[str, ...] = ()
    lines: tuple[LetterLine, ...] = ()


@dataclass(frozen=True)
class Signer:
    """Someone who signs: what as, the name under the line, and what stands below it."""

    role: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Summary:
    """The appendix of a commitment: what the meeting made of a proposed action."""

    heading: str
    action: Fact
    problem: Fact
    columns: tuple[Fact, ...]


SECTIONS = ("held", "chair", "attendance", "discussion", "confirmations", "follow_ups")
"""The numbered sections in the form's order; an office may have another."""


@dataclass(frozen=True)
class MinutesContent:
    """Everything that the minutes print, in the order in which they print it.

    Attributes:
        order: the names of the sections in this office's order; empty = the form's.
        public: what tells the public version from the official one, "" for the latter.
        logo: the office's picture in base64.
    """

    letterhead: str
    title: str
    subtitle: str
    topic: str
    held: FactSection
    chair: Fact
    attendance: ListSection
    excused: ListSection
    discussion: PointSection
    follow_ups: TaskSection
    signers: tuple[Signer, ...]
    summaries: tuple[Summary, ...]
    foot: str
    draft: str
    public: str = ""
    order: tuple[str, ...] = ()
    logo: str = ""
    confirmations: LetterSection = LetterSection()

    @property
    def sections(self) -> tuple[str, ...]:
        """The names of all sections in the order in which they are printed."""
        return in_office_order(self.order)


def in_office_order(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return all sections, those that an office orders first; none is ever dropped."""
    known = tuple(dict.fromkeys(name for name in wanted if name in SECTIONS))
    return (*known, *(name for name in SECTIONS if name not in known))


@dataclass(frozen=True)
class Edition:
    """What a frozen version says of itself.

    Attributes:
        label: `Versi 2, mengoreksi versi 1`.
        correction: the same with the reason, "" where it corrects nothing.
        fingerprint: the beginning of its content's checksum, in groups.
    """

    label: str
    correction: str
    fingerprint: str
