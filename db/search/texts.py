"""Which texts can be found, and which of them name their record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast


@dataclass(frozen=True)
class Searched:
    """The fields of a list that searching looks at.

    Attributes:
        names: what the record is called by; a query that is one of them comes first.
        texts: whatever else it says.
    """

    names: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """All of them, in the order in which a record introduces itself."""
        return (*self.names, *self.texts)


# The order is the one in which equally good hits of several lists come.
SEARCHED: dict[str, Searched] = {
    "meetings": Searched(
        ("topic",),
        # Title and subtitle are mostly the same for every meeting.
        ("place", "chair", "subtitle", "title", "note_taker", "chair_signature", "date"),
    ),
    "commitments": Searched(
        ("title", "number"),
        (
            "problem", "description", "contribution", "values_text", "alignment", "additional",
            "done_so_far", "transparency", "accountability", "participation",
            "coordinating_unit", "leads", "proposers", "government_actors", "other_actors",
            "matrix_head",
        ),
    ),
    "organisations": Searched(("name", "short_name", "aliases")),
    "points": Searched((), ("text", "raised_by", "reason", "objection_by", "objection")),
    "follow_ups": Searched((), ("text", "owner")),
    "milestones": Searched((), ("text", "output", "actors")),
    "targets": Searched((), ("goal", "responsible", "measure", "targets", "evidence")),
    "attendances": Searched(("person",), ("organisation", "unit", "title")),
    "contacts": Searched(("name",), ("organisation", "title", "email", "phone")),
    "confirmations": Searched(("number",), ("organisation", "note")),
    "agreements": Searched((), ("organisation", "note")),
    "working_groups": Searched(("theme",), ("members",)),
    "plans": Searched(("short_title", "title"), ("organiser", "chapters")),
}  # fmt: skip


def texts_in(value: Any) -> Iterator[str]:
    """Give every text of a field's JSON value: its own, its list's, its parts'; never an id."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list | tuple):
        for item in cast(list[Any], value):
            yield from texts_in(item)
    elif isinstance(value, Mapping):
        for name, item in cast(Mapping[str, Any], value).items():
            if not name.endswith("_id"):
                yield from texts_in(item)
