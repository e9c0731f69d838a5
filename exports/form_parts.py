"""What the form of a commitment is made of when it is filled in."""

from dataclasses import dataclass

NOTHING = "-"
"""What the forms print where there is nothing to say."""


@dataclass(frozen=True)
class Heading:
    """A line of the form that parts its sections."""

    text: str


@dataclass(frozen=True)
class Entry:
    """A label with what stands beside it, or below it where it is `wide`.

    Attributes:
        field: the commitment's field.
        group: a label that it shares with its neighbours of the same group.
    """

    field: str
    label: str
    text: str
    group: str = ""
    wide: bool = False


@dataclass(frozen=True)
class Table:
    """Milestones or contacts in columns; `title` stands above heads that do not say it."""

    field: str
    title: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


FormPart = Heading | Entry | Table


@dataclass(frozen=True)
class CommitmentContent:
    """Everything that a commitment's form prints, in its order.

    Attributes:
        number: the line above the title, where the form has one.
        title: the title, with the number before it on forms that have no such line.
    """

    form: str
    number: str
    title: str
    parts: tuple[FormPart, ...]
    foot: str
