"""What a canvas shows, put together by whoever has the register."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.drafting import Drafting
from resources.forms import Form
from ui.canvas.cards import Organisations
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
