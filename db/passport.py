"""What a draft's passport tells: what changed since the draft before, and at whose request."""

from dataclasses import dataclass

from db.comparing import FieldPair
from db.following import InputLine
from db.memory import Wording
from db.records import Draft
from db.snapshot import CommitmentDossier


@dataclass(frozen=True)
class PassportChange:
    """A field that says something else, with what brought that about, in its order."""

    pair: FieldPair
    sources: tuple[Wording, ...] = ()


@dataclass(frozen=True)
class DraftPassport:
    """A draft and all that has to be known of it on a page.

    Attributes:
        dossier: what it holds.
        before: the draft that it is compared with, None for the first.
        changes: the fields that changed; all that it holds, for the first.
        unanswered: the inputs that lack an answer now, whatever did when it was frozen, and
            may be named in public.
    """

    draft: Draft
    dossier: CommitmentDossier
    before: Draft | None
    changes: tuple[PassportChange, ...] = ()
    unanswered: tuple[InputLine, ...] = ()
