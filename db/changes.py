"""What a command did: the facts that screens refresh by and that undo turns round."""

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Edit:
    """One field of one record that a command changed.

    `deleted` counts as a field: a new record's goes from True to False.
    `revision_id` names the revision that holds the new value; an autosave hands it back to
    write the same visit again.
    """

    kind: str
    record_id: str
    field: str
    before: Any
    after: Any
    revision_id: str


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
        """Return both as one step when `later` wrote the same visit of one field again."""
        if len(self.edits) != 1 or len(later.edits) != 1:
            return None
        mine, theirs = self.edits[0], later.edits[0]
        if mine.revision_id != theirs.revision_id:
            return None
        return replace(self, edits=(replace(mine, after=theirs.after),))
