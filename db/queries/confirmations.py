"""The letters by which responsible bodies confirm commitments."""

from collections.abc import Sequence

from sqlmodel import Session

from db.queries.records import of_owners
from db.records import Confirmation
from db.rules import in_order


def letters_about(session: Session, commitment_ids: Sequence[str]) -> tuple[Confirmation, ...]:
    """Return the letters about these commitments, in order."""
    found = of_owners(session, Confirmation, "commitment_id", commitment_ids)
    return in_order(letter for letters in found.values() for letter in letters)
