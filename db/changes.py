"""What a command did: the facts that screens refresh by and that undo turns round."""

from dataclasses import dataclass, replace
from typing import Any, Literal

FieldPlace = tuple[str, str, str]
"""Where a value stands: a list, a record's id, a field (`targets.B06` for a checkpoint)."""

UNFINISHED = "write_unfinished"
"""The name of a change that wrote a new record while it was typed."""


@dataclass(frozen=True)
class Edit:
    """One field of one record that a command changed.

    `deleted` counts as a field: a new record's goes from True to False.
    `revision_id` names the revision that holds the new value; an autosave hands it back to
    write the same visit again.
    `settled` tells that it only follows from the other edits, as an owner's deletion does that
    holds again without its last child; undo leaves it to them.
    `decision` tells that it ended a conflict ("made"), or opened it again ("undone").
    """

    kind: str
    record_id: str
    field: str
    before: Any
    after: Any
    revision_id: str
    settled: bool = False
    decision: Literal["", "made", "undone"] = ""

    @property
    def place(self) -> FieldPlace:
        """Where the value stands."""
        return (self.kind, self.record_id, self.field)


@dataclass(frozen=True)
class Change:
    """One command's transaction, which is one step of undo.

    Attributes:
        name: the command's name, worded under `changes.` in resources/i18n.
        edits: what it changed, in order; empty when it found nothing to change.
        record_id: the record that it was about, for the screen that has to show it.
    """

    name: str
    edits: tuple[Edit, ...] = ()
    record_id: str = ""

    @property
    def kinds(self) -> frozenset[str]:
        """The lists whose records were touched."""
        return frozenset(edit.kind for edit in self.edits)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the records that were touched."""
        return frozenset(edit.record_id for edit in self.edits)

    def followed_by(self, later: "Change") -> "Change | None":
        """Return both as one step when `later` only wrote the same visit again.

        That is: it rewrote revisions of this step, or went on with the record that this
        step stored unfinished.
        """
        mine = {edit.revision_id for edit in self.edits if edit.revision_id}
        rewritten = bool(later.edits) and all(e.revision_id in mine for e in later.edits)
        went_on = later.name == self.name == UNFINISHED and later.record_id == self.record_id
        if not rewritten and not went_on:
            return None
        return replace(self, edits=_in_one(self.edits + later.edits))


def _in_one(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Return edits with one for each field: what was before all of them, and what is after.

    Of a record that was not there before and is not there after them nothing is left to turn round.
    """
    fields: dict[FieldPlace, Edit] = {}
    for edit in edits:
        known = fields.get(edit.place)
        fields[edit.place] = replace(edit, before=known.before) if known else edit
    passing = {
        edit.record_id
        for edit in fields.values()
        if edit.field == "deleted" and edit.before and edit.after
    }
    return tuple(
        edit
        for edit in fields.values()
        if edit.before != edit.after and edit.record_id not in passing
    )
