"""Which fields of which records a section of the canvas shows."""

from ui.canvas.sections import CanvasSection

Place = tuple[str, str, str]
"""A list, a record's id, a field."""

_FIELDS = {
    "period": ("start", "end"),
    "values": ("values_text", "values"),
    "milestones": ("text", "output", "start", "end", "actors"),
    "contacts": ("side", "name", "title", "organisation", "email", "phone"),
}


def places_of(section: CanvasSection, commitment_id: str, part_id: str) -> tuple[Place, ...]:
    """Return the fields of a section; of milestones and contacts those of the one in focus."""
    fields = _FIELDS.get(section.kind, (section.field,))
    if section.kind in ("milestones", "contacts"):
        return tuple((section.kind, part_id, field) for field in fields if part_id)
    return tuple(("commitments", commitment_id, field) for field in fields)
