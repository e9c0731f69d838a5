"""What a canvas shows, put together by whoever has the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.drafting import Drafting
from db.records import Draft
from resources.forms import Form
from ui.canvas.cards import Organisations
from ui.canvas.compare import NOW
from ui.canvas.general_card import Choices

if TYPE_CHECKING:
    from db.snapshot import CommitmentDossier


@dataclass(frozen=True)
class CanvasView:
    """What a canvas shows.

    Attributes:
        form: the form that the commitment is shown on.
        problem: why it is not the one that was chosen, "" when it is.
        forms, groups: what can be chosen, with its words.
        organisations: (name, id) of everything that can be named.
        drafting: what its drafts depend on; None where only the commitment itself is known.
        before, behind: the ids of the commitments before and behind it, "" for none.
    """

    dossier: CommitmentDossier
    form: Form
    problem: str = ""
    forms: Choices = ()
    groups: Choices = ()
    organisations: Organisations = field(default=())
    before: str = ""
    behind: str = ""
    drafting: Drafting | None = None

    @property
    def standing(self) -> Drafting:
        """What its drafts depend on, as far as that is known."""
        return self.drafting or Drafting(self.dossier)

    @property
    def draft(self) -> str:
        """The highest level that was frozen of it, "" for none."""
        return self.standing.reached

    def same_commitment(self, other: CanvasView | None) -> bool:
        """Tell whether another view is one of the same commitment."""
        return other is not None and other.dossier.commitment.id == self.dossier.commitment.id


def compared_levels(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Return which two states are compared first: the latest two levels, else one and "now"."""
    levels = tuple(dict.fromkeys(draft.level for draft in drafts))[-2:]
    return levels if len(levels) != 1 else (*levels, NOW)
