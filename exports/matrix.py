"""What a target matrix says, whatever it is printed on: its head block and its columns."""

from collections.abc import Iterable
from dataclasses import dataclass

from db.parties import party_text
from db.records import CHECKPOINTS, Contact, Party, Target
from db.rules import checkpoint_years
from db.snapshot import CommitmentDossier
from resources.words import Words

CHECKPOINT_PREFIX = "targets."


@dataclass(frozen=True)
class HeadLine:
    """A line of the head block; `key` is the one that the commitment's matrix_head uses."""

    key: str
    label: str
    text: str


@dataclass(frozen=True)
class MatrixColumn:
    """A column of the table; `field` is the target's, `targets.B06` for a checkpoint."""

    field: str
    label: str

    def text(self, target: Target) -> str:
        """Return what a row says in this column."""
        if self.field.startswith(CHECKPOINT_PREFIX):
            return target.targets.get(self.field.removeprefix(CHECKPOINT_PREFIX), "")
        return getattr(target, self.field)


def head_lines(dossier: CommitmentDossier, language: str) -> tuple[HeadLine, ...]:
    """Return the head block: the commitment's own wording where it has one, else derived.

    Own wordings under a key that no form has come last, so that none is lost.
    """
    own = dossier.commitment.matrix_head
    labels = Words(language).table("documents.matrix_head")
    derived = derive_head(dossier)
    lines = [
        HeadLine(key, label, own.get(key) or derived.get(key, "")) for key, label in labels.items()
    ]
    lines += [HeadLine(key, key, text) for key, text in own.items() if key not in labels]
    return tuple(lines)


def derive_head(dossier: CommitmentDossier) -> dict[str, str]:
    """Return what the head block says unless the commitment words it otherwise."""
    commitment = dossier.commitment
    return {
        "commitment": commitment.title,
        "leads": _join_parties(commitment.leads),
        "government_actors": _join_parties(commitment.government_actors),
        "coordinating_unit": commitment.coordinating_unit,
        "proposers": _join_parties(commitment.proposers),
        "contacts_implementer": _join_contacts(dossier.contacts, "implementer"),
        "contacts_cso": _join_contacts(dossier.contacts, "cso"),
    }


def matrix_columns(dossier: CommitmentDossier, language: str) -> tuple[MatrixColumn, ...]:
    """Return the table's columns; checkpoints beyond the usual four follow in their order."""
    words = Words(language)
    checkpoints = _checkpoints(dossier.targets)
    years = checkpoint_years(dossier.plan.start, checkpoints)
    middle = [
        MatrixColumn(
            CHECKPOINT_PREFIX + name,
            words("documents.matrix.checkpoint", checkpoint=name, year=year) if year else name,
        )
        for name, year in years.items()
    ]
    fields = {
        name: MatrixColumn(name, words(f"documents.matrix.{name}"))
        for name in ("goal", "responsible", "measure", "evidence")
    }
    return (
        fields["goal"],
        fields["responsible"],
        fields["measure"],
        *middle,
        fields["evidence"],
    )


def contact_text(contact: Contact) -> str:
    """Return a contact in one piece: who, then how to reach them."""
    who = ", ".join(part for part in (contact.name, contact.title, contact.organisation) if part)
    reach = "; ".join(part for part in (contact.email, contact.phone) if part)
    if who and reach:
        return f"{who} ({reach})"
    return who or reach


def _checkpoints(targets: Iterable[Target]) -> tuple[str, ...]:
    used = {name for target in targets for name, text in target.targets.items() if text}
    return (*CHECKPOINTS, *sorted(used - set(CHECKPOINTS)))


def _join_parties(parties: Iterable[Party]) -> str:
    return "; ".join(text for party in parties if (text := party_text(party)))


def _join_contacts(contacts: Iterable[Contact], side: str) -> str:
    texts = (contact_text(contact) for contact in contacts if contact.side == side)
    return "\n".join(text for text in texts if text)
