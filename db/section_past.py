"""What happened to a part of the canvas of late."""

from dataclasses import dataclass
from typing import Any

from db.memory import Wording

FROZEN = "drafts"
"""The kind of what is no change of a field, but the freezing of a draft; its value is the level."""


@dataclass(frozen=True)
class RecentChange:
    """A field's value that took the place of another, or a draft that was frozen.

    Attributes:
        kind, record_id, field: where it is; of a draft the list, its id and "level".
        before: the JSON value that stood there, None for none.
        wording: the value, when it was written, by whom, and out of which meeting.
    """

    kind: str
    record_id: str
    field: str
    before: Any
    wording: Wording


@dataclass(frozen=True)
class SectionPast:
    """The past of fields that the canvas shows as one section.

    Attributes:
        revisions: how many values they had, all together.
        changes: the latest changes and the drafts frozen between them, the latest first.
    """

    revisions: int = 0
    changes: tuple[RecentChange, ...] = ()
