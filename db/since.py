"""What a commitment said at an earlier time that people speak of, and what changed it since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from db.memory import Wording
from db.records import Record
from db.snapshot import CommitmentDossier

R = TypeVar("R", bound=Record)

SECTIONS = {"start": "period", "end": "period", "values": "values_text"}
"""The part of the canvas that a commitment's field belongs to, where that is called otherwise."""


@dataclass(frozen=True)
class Source:
    """A point of a meeting, or a meeting where no point tells of it, out of which came a change."""

    meeting_id: str
    meeting_date: str
    point_number: str = ""


@dataclass(frozen=True)
class Since:
    """A commitment as it was before, and whence came what is other now.

    Attributes:
        level: the draft that it is compared with, "" for the begin of a meeting.
        before: the commitment with milestones and contacts as they were.
        sources: the meetings and points by the part of the canvas that they changed; what was
            written outside of meetings has none.
    """

    level: str
    before: CommitmentDossier
    sources: Mapping[str, tuple[Source, ...]] = field(default_factory=dict[str, tuple[Source, ...]])


def sources_of(wordings: Iterable[Wording]) -> tuple[Source, ...]:
    """Return out of which meetings and points texts came, each once, in their order."""
    found = [
        Source(one.meeting_id, one.meeting_date, one.point_number)
        for one in wordings
        if one.meeting_id
    ]
    return tuple(dict.fromkeys(found))


def after_draft(line: Iterable[Wording], level: str) -> tuple[Wording, ...]:
    """Return the texts that led to the one of now since a draft of this level was frozen."""
    found: list[Wording] = []
    for wording in line:
        found.append(wording)
        if level in wording.drafts:
            found.clear()
    return tuple(found)


def as_before(record: R, earlier: Mapping[str, Any]) -> R:
    """Return a record with the fields that it had; one without a value then has the empty one."""
    if not earlier:
        return record
    fields = type(record).model_fields
    values = {n: v for n, v in dict(record).items() if n not in earlier or fields[n].is_required()}
    kept = {name: value for name, value in earlier.items() if value != "" and name in fields}
    return type(record).model_validate(values | kept, strict=False)
