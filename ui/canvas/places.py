"""Which fields of which records a section of the canvas shows, and what points call it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ui.canvas.sections import CanvasSection

if TYPE_CHECKING:
    from db.changes import FieldPlace
    from db.records import Contact, Milestone
    from db.snapshot import CommitmentDossier

_FIELDS = {"period": ("start", "end"), "values": ("values_text", "values")}
_PART_FIELDS = {
    "milestones": ("text", "output", "start", "end", "actors"),
    "contacts": ("side", "name", "title", "organisation", "email", "phone"),
}
# What a point that is about the title's card may name.
_WITH_TITLE = ("number", "form", "working_group_id", "coordinating_unit")


def own_fields(section: CanvasSection) -> tuple[str, ...]:
    """Return the commitment's fields that a section shows."""
    return _FIELDS.get(section.kind, (section.field,))


def has_parts(section: CanvasSection) -> bool:
    """Tell whether a section shows milestones or contacts."""
    return section.kind in _PART_FIELDS


def parts_of(
    section: CanvasSection, dossier: CommitmentDossier
) -> tuple[Milestone, ...] | tuple[Contact, ...]:
    """Return the milestones or contacts that a section shows."""
    if section.kind == "milestones":
        return dossier.milestones
    return tuple(one for one in dossier.contacts if one.side in section.sides)


def places_of(section: CanvasSection, commitment_id: str, part_id: str) -> tuple[FieldPlace, ...]:
    """Return the fields of a section; of milestones and contacts those of the one in focus."""
    if has_parts(section):
        return _part_places(section, [part_id] if part_id else [])
    return tuple(("commitments", commitment_id, field) for field in own_fields(section))


def all_places(section: CanvasSection, dossier: CommitmentDossier) -> tuple[FieldPlace, ...]:
    """Return the fields of a section, those of all its milestones or contacts."""
    if has_parts(section):
        return _part_places(section, [one.id for one in parts_of(section, dossier)])
    return places_of(section, dossier.commitment.id, "")


def named_fields(section: CanvasSection) -> frozenset[str]:
    """Return by which fields points and findings mean this section."""
    besides = _WITH_TITLE if section.kind == "title" else ()
    return frozenset((section.field, *own_fields(section), *besides))


def _part_places(section: CanvasSection, ids: Iterable[str]) -> tuple[FieldPlace, ...]:
    fields = _PART_FIELDS[section.kind]
    return tuple((section.kind, part_id, field) for part_id in ids for field in fields)
