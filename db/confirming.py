"""The agenda of a finalisation: which responsible body has confirmed which commitment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from db.parties import party_name
from db.records import Confirmation
from db.rules import in_order
from db.snapshot import CommitmentDossier

CONFIRMED = ("agreed", "with_changes")
"""The answers that confirm; a letter without an answer, or none at all, is awaited."""


@dataclass(frozen=True)
class BodyLine:
    """A responsible body, and its letter about one commitment.

    Attributes:
        organisation: what the body is called.
        letter: what it answered; None while nothing was noted.
        leads: whether the commitment still names it as responsible.
    """

    commitment_id: str
    organisation: str
    organisation_id: str | None = None
    letter: Confirmation | None = None
    leads: bool = True

    @property
    def key(self) -> str:
        """What tells it from all others, also before there is a letter."""
        if self.letter is not None and not self.leads:
            return self.letter.id
        return f"{self.commitment_id}/{self.organisation_id or _plain(self.organisation)}"

    @property
    def answer(self) -> str:
        """Its answer, "awaited" while there is none."""
        return (self.letter.answer if self.letter else "") or "awaited"

    @property
    def is_confirmed(self) -> bool:
        return self.answer in CONFIRMED


@dataclass(frozen=True)
class AgendaItem:
    """A commitment with its responsible bodies, as a finalisation goes through them."""

    dossier: CommitmentDossier
    bodies: tuple[BodyLine, ...] = ()

    @property
    def is_confirmed(self) -> bool:
        """Whether every responsible body has confirmed; without one, nobody has."""
        asked = [body for body in self.bodies if body.leads]
        return bool(asked) and all(body.is_confirmed for body in asked)


def finalisation_agenda(
    commitments: Sequence[CommitmentDossier], letters: Iterable[Confirmation]
) -> tuple[AgendaItem, ...]:
    """Return commitments in the order of their numbers, each with its bodies and letters.

    A letter of a body that is responsible no more stands behind the others.
    """
    of_commitment: dict[str, list[Confirmation]] = {}
    for letter in in_order(letters):
        of_commitment.setdefault(letter.commitment_id, []).append(letter)
    ordered = sorted(commitments, key=_by_number)
    return tuple(
        AgendaItem(dossier, tuple(_bodies(dossier, of_commitment.get(dossier.commitment.id, []))))
        for dossier in ordered
    )


def count_confirmed(agenda: Iterable[AgendaItem]) -> int:
    """Return how many commitments of an agenda all their bodies have confirmed."""
    return sum(1 for item in agenda if item.is_confirmed)


def _bodies(dossier: CommitmentDossier, letters: list[Confirmation]) -> list[BodyLine]:
    commitment = dossier.commitment
    waiting = list(letters)
    lines: dict[str, BodyLine] = {}
    for party in commitment.leads:
        line = BodyLine(commitment.id, party_name(party), party.organisation_id)
        # Two units of one body answer with one letter.
        if line.organisation and line.key not in lines:
            letter = next((one for one in waiting if _is_from(one, line)), None)
            if letter is not None:
                waiting.remove(letter)
            lines[line.key] = replace(line, letter=letter)
    return [*lines.values(), *(_left_over(letter) for letter in waiting)]


def _left_over(letter: Confirmation) -> BodyLine:
    identity = (letter.commitment_id, letter.organisation, letter.organisation_id)
    return BodyLine(*identity, letter, leads=False)


def _is_from(letter: Confirmation, line: BodyLine) -> bool:
    if letter.organisation_id and line.organisation_id:
        return letter.organisation_id == line.organisation_id
    return _plain(letter.organisation) == _plain(line.organisation)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _by_number(dossier: CommitmentDossier) -> tuple[bool, int, str]:
    number = dossier.commitment.number
    return (number is None, number or 0, dossier.commitment.id)
