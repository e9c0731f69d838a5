"""What a person is asked where a field has several values, or a deletion was contradicted."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from db.changes import FieldPlace
from db.memory import Wording
from db.merging import Sort


@dataclass(frozen=True)
class Subject:
    """What a question is about, as far as lists and headings name it.

    Attributes:
        title: what the record is called.
        number: its number in its meeting or commitment, "" for none.
        form: the form of its commitment.
        commitment_number, commitment_title: that commitment.
        meeting_kind, meeting_date, meeting_topic: its meeting.
    """

    title: str = ""
    number: str = ""
    form: str = ""
    commitment_id: str = ""
    commitment_number: int | None = None
    commitment_title: str = ""
    meeting_id: str = ""
    meeting_kind: str = ""
    meeting_date: str = ""
    meeting_topic: str = ""


@dataclass(frozen=True)
class Objection:
    """A field that was written without knowing of the record's deletion."""

    field: str
    wording: Wording


@dataclass(frozen=True)
class Question:
    """One open conflict with all that is needed to decide it.

    Attributes:
        sides: the values that differ, or the deletions, with their origin; what is shown first.
        base: the nearest text that all of them began with, None where there is none.
        base_value: its value, empty without one.
        merged: what all sides made of it together, None where they contradict each other.
        names: what records that the values name are called, by id.
        objections: of a deletion: what was written without knowing of it.
        belongings: of a deletion: what would go with it, how many by list.
        taken: of a deletion: what it took along already and would come back, how many by list.
        frozen: of a deletion: whether something frozen belongs to it, so that it cannot go.
    """

    kind: str
    record_id: str
    field: str
    sort: Sort
    subject: Subject
    sides: tuple[Wording, ...]
    base: Wording | None = None
    base_value: Any = None
    merged: Any = None
    names: Mapping[str, str] = dataclasses.field(default_factory=dict[str, str])
    objections: tuple[Objection, ...] = ()
    belongings: Mapping[str, int] = dataclasses.field(default_factory=dict[str, int])
    taken: Mapping[str, int] = dataclasses.field(default_factory=dict[str, int])
    frozen: bool = False

    @property
    def place(self) -> FieldPlace:
        """Where it is asked."""
        return (self.kind, self.record_id, self.field)
