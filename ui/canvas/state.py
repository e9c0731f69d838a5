"""How far the sections of a canvas are filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.drafting import DraftFinding
from db.rules import filled_fields
from ui.canvas.places import parts_of
from ui.canvas.readiness import Readiness, marks_of
from ui.canvas.sections import CanvasSection

if TYPE_CHECKING:
    from db.snapshot import CommitmentDossier


@dataclass(frozen=True)
class SectionState:
    """What is said of a section.

    Attributes:
        filled: whether it holds something.
        note: a short fact instead of the mark, such as "2/5".
        alarm: whether that fact is a problem.
        missing: what the next draft lacks here, and what waits for an answer or a decision.
    """

    filled: bool = False
    note: str = ""
    alarm: bool = False
    missing: tuple[DraftFinding, ...] = ()


def filled_in(values: Mapping[str, object], dossier: CommitmentDossier) -> frozenset[str]:
    """Return which fields hold something; `values` are the commitment's as typed by now."""
    return filled_fields(values, len(dossier.milestones), len(dossier.contacts))


def section_states(
    sections: Sequence[CanvasSection],
    values: Mapping[str, object],
    dossier: CommitmentDossier,
    found: Readiness,
) -> dict[str, SectionState]:
    """Return the state of every section, by its key."""
    filled = filled_in(values, dossier)
    return {
        section.key: replace(_state(section, filled, dossier), missing=marks_of(section, found))
        for section in sections
    }


def _state(
    section: CanvasSection, filled: frozenset[str], dossier: CommitmentDossier
) -> SectionState:
    if section.kind == "contacts":
        return SectionState(bool(parts_of(section, dossier)))
    if section.kind == "milestones" and dossier.milestones:
        count, limit = len(dossier.milestones), section.limit
        note = str(count) if limit is None else f"{count}/{limit}"
        return SectionState(True, note, limit is not None and count > limit)
    return SectionState(section.field in filled)
