"""What an official form of a commitment is: its sections, in order, with their labels and help."""

from collections.abc import Mapping
from dataclasses import dataclass

# "" is a heading's.
_MAY_STAY_EMPTY = ("", "additional")


@dataclass(frozen=True)
class Wording:
    """A text in several languages; empty where the file says nothing."""

    texts: Mapping[str, str]

    def __call__(self, language: str) -> str:
        """Return the text in a language, in Indonesian where it has none."""
        return self.texts.get(language) or self.texts.get("id", "")

    def __bool__(self) -> bool:
        return any(self.texts.values())


NOTHING = Wording({})


@dataclass(frozen=True)
class Column:
    """A column of milestones, or a line of a contact.

    Attributes:
        fields: the record's fields that stand in it, joined where there are several.
        width: its share of the table's width; 0 where the kind has no widths.
    """

    fields: tuple[str, ...]
    label: Wording
    width: float = 0


@dataclass(frozen=True)
class Section:
    """One part of a form, in the order of the file.

    Attributes:
        kind: one of resources.form_file.KINDS: what stands in it.
        field: the commitment's field, or "period", "milestones", "contacts"; "" for a heading.
        letter: "A" … where the form letters its sections.
        layout: "row" has the label beside the text, "wide" above it, "table" has columns.
        short: its name in a list of the sections; `name` is the label where there is none.
        group: a label that this section shares with its neighbours of the same group.
        sides: which contacts stand here; empty means all.
        numbered: whether the milestones are numbered.
        optional: printed only when it holds something; the paper form does not have it.
    """

    kind: str
    field: str
    label: Wording
    letter: str = ""
    layout: str = "row"
    short: Wording = NOTHING
    group: Wording = NOTHING
    guidance: Wording = NOTHING
    example: Wording = NOTHING
    columns: tuple[Column, ...] = ()
    sides: tuple[str, ...] = ()
    numbered: bool = False
    optional: bool = False

    def name(self, language: str) -> str:
        """Return what the section is called where there is little room."""
        name = self.short(language) or self.label(language)
        return f"{self.letter}. {name}" if self.letter else name


@dataclass(frozen=True)
class Form:
    """A form of a commitment.

    Attributes:
        title: what the form is called in lists.
        numbering: "inline" prints `6. Title`, "line" prints `Komitmen 6` above the title.
        number_label: the word before the number where it has a line of its own.
        period: "months" prints `Januari 2021`, "days" the first and last day of the months.
        milestone_limit: how many milestones the form asks for at most; None has no limit.
    """

    name: str
    title: Wording
    numbering: str
    number_label: Wording
    period: str
    milestone_limit: int | None
    sections: tuple[Section, ...]

    def fields(self) -> frozenset[str]:
        """Return the fields that the form has a place for."""
        return frozenset(section.field for section in self.sections if section.field)

    def asked(self) -> tuple[str, ...]:
        """Return the fields that a complete commitment fills in, each once, in their order.

        What the paper form does not have, and further information, may stay empty.
        """
        asked = (section.field for section in self.sections if not section.optional)
        return tuple(dict.fromkeys(field for field in asked if field not in _MAY_STAY_EMPTY))
