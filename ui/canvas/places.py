"""Which fields of which records a section of the canvas shows, and what points call it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ui.canvas.sections import CanvasSection

if TYPE_CHECKING:
    from db.changes import FieldPlace
    from db.snapshot import CommitmentDossier

_FIELDS = {
    "period": ("start", "end"),
    "values": ("values_text", "values"),
    "milestones": ("text", "output", "start", "end", "actors"),
    "contacts": ("side", "name", "title", "organisation", "email", "phone"),
}
# What a point may name besides the section's own field.
_NAMED = {
    "title": ("number", "form", "working_group_id", "coordinating_unit"),
    "period": ("start", "end"),
    "values": ("values_text", "values"),
}


def places_of(section: CanvasSection, commitment_id: str, part_id: str) -> tuple[FieldPlace, ...]:
    """Return the fields of a section; of milestones and contacts those of the one in focus."""
    if section.kind in ("milestones", "contacts"):
        return _part_places(section, [part_id] if part_id else [])
    fields = _FIELDS.get(section.kind, (section.field,))
    return tuple(("commitments", commitment_id, field) for field in fields)


def all_places(section: CanvasSection, dossier: CommitmentDossier) -> tuple[FieldPlace, ...]:
    """Return the fields of a section, those of all its milestones or contacts."""
    if section.kind == "milestones":
        return _part_places(section, [one.id for one in dossier.milestones])
    if section.kind == "contacts":
        shown = [one.id for one in dossier.contacts if one.side in section.sides]
        return _part_places(section, shown)
    return places_of(section, dossier.commitment.id, "")


def named_fields(section: CanvasSection) -> frozenset[str]:
    """Return by which fields points and findings mean this section."""
    return frozenset((section.field, *_NAMED.get(section.kind, ())))


def _part_places(section: CanvasSection, ids: Iterable[str]) -> tuple[FieldPlace, ...]:
    fields = _FIELDS[section.kind]
    return tuple((section.kind, part_id, field) for part_id in ids for field in fields)
