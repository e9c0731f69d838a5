"""Changes of a commitment's canvas as people speak of them: what stood there, and what then."""

from dataclasses import dataclass
from typing import Any, cast

from db.following import InputLine

CANVAS = ("commitments", "milestones", "targets")
"""The lists that the canvas of a commitment is made of; contacts are nobody else's business."""

NAMING = {"commitments": "title", "milestones": "text", "targets": "goal"}
"""The field that a record of the canvas is called by."""


@dataclass(frozen=True)
class CanvasChange:
    """One field of a commitment, a milestone or a target, from one value to another.

    Attributes:
        revisions: the ids of all revisions that it is made of, the earliest first.
        kind, record_id, field: where it is; `targets.B06` for a checkpoint, `deleted` for all.
        before, after: the field's values, in JSON form.
        at, author, meeting_id: of the latest of the revisions.
        name: what the record was called by: a milestone's text.
        place: a milestone's or target's number among its siblings, 0 for a commitment.
    """

    revisions: tuple[str, ...]
    kind: str
    record_id: str
    field: str
    before: Any
    after: Any
    at: str = ""
    author: str = ""
    meeting_id: str | None = None
    name: str = ""
    place: int = 0
    commitment_id: str = ""
    commitment_number: int | None = None

    @property
    def canvas_field(self) -> str:
        """The part of the canvas that it belongs to, as points name it."""
        if self.kind != "commitments":
            return self.kind
        return "period" if self.field in ("start", "end") else self.field

    @property
    def texts(self) -> tuple[str, str]:
        """What stood there and what then, as text."""
        return as_text(self.before), as_text(self.after)


@dataclass(frozen=True)
class Proposal:
    """What was changed in one place in a meeting and no point of its minutes tells of yet."""

    changes: tuple[CanvasChange, ...]

    @property
    def key(self) -> str:
        """Names the place, whatever is changed there next."""
        first = self.changes[0]
        return f"{first.record_id}/{first.field if first.kind == 'commitments' else ''}"

    @property
    def revisions(self) -> tuple[str, ...]:
        """The revisions that a point has to name to settle it."""
        return tuple(one for change in self.changes for one in change.revisions)

    @property
    def commitment_id(self) -> str:
        return self.changes[0].commitment_id


@dataclass(frozen=True)
class AnsweredInput:
    """An input with its answer and what became of it.

    Attributes:
        sector: the sector of the organisation that raised it, "" where that isn't known.
        changes: the changes of the canvas that followed from it.
    """

    line: InputLine
    sector: str = ""
    changes: tuple[CanvasChange, ...] = ()

    @property
    def id(self) -> str:
        return self.line.id

    @property
    def state(self) -> str:
        """Its response; "unanswered" as long as that, or the reason for it, is missing."""
        return self.line.response if self.line.is_answered else "unanswered"


def as_text(value: Any) -> str:
    """Return a field's JSON value as people read it: a line for each party or text of a list."""
    if isinstance(value, list):
        return "\n".join(filter(None, (as_text(item) for item in cast(list[Any], value))))
    if isinstance(value, dict):
        party = cast(dict[str, Any], value)
        return ", ".join(str(party[key]) for key in ("unit", "name") if party.get(key))
    return "" if value is None or isinstance(value, bool) else str(value)
