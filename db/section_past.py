"""What happened to a part of the canvas of late."""

from dataclasses import dataclass
from typing import Any

from db.memory import Wording


@dataclass(frozen=True)
class RecentChange:
    """A field's value that took the place of another.

    Attributes:
        kind, record_id, field: where it is.
        before: the JSON value that stood there, None for none.
        wording: the value, when it was written, by whom, and out of which meeting.
    """

    kind: str
    record_id: str
    field: str
    before: Any
    wording: Wording


@dataclass(frozen=True)
class Freezing:
    """A draft that was frozen, and the meeting in which that was done."""

    draft_id: str
    level: str
    made_on: str
    meeting_kind: str = ""
    meeting_date: str = ""


@dataclass(frozen=True)
class SectionPast:
    """The past of fields that the canvas shows as one section.

    Attributes:
        revisions: how many values they had, all together.
        entries: the latest changes and the drafts frozen between them, the latest first.
    """

    revisions: int = 0
    entries: tuple[RecentChange | Freezing, ...] = ()
