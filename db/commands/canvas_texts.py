"""Turning what was said into the canvas: a point's text becomes a field's, and both stay linked."""

from dataclasses import replace

from sqlmodel import Session

from db.changes import Change
from db.commands.linked import keep_linked
from db.errors import CommandError
from db.models import CommitmentRow, PointRow
from db.recorder import Recorder
from db.workspace import Author, Workspace

CANVAS_TEXTS = (
    "problem", "description", "contribution", "values_text", "alignment", "additional",
    "done_so_far", "transparency", "accountability", "participation",
)  # fmt: skip
"""The fields of a commitment that a point's text can go into."""


def put_into_canvas(
    workspace: Workspace,
    author: Author,
    point_id: str,
    commitment_id: str,
    field: str,
    replaces: bool = False,
) -> Change:
    """Write a point's text behind what a field says, or in its place.

    The revision names the point and its meeting, and the point names the revision; a point that
    was about nothing is about that field then. Raises CommandError for an empty point, or a
    field that holds no text.
    """
    with workspace.write() as session:
        point, commitment = _find(session, point_id, commitment_id, field)
        at = workspace.instant()
        speaking = replace(author, meeting_id=point.meeting_id, point_id=point_id)
        canvas, minutes = Recorder(session, speaking, at), Recorder(session, author, at)
        before, text = getattr(commitment, field).rstrip(), point.text.strip()
        written = text if replaces or not before else f"{before}\n{text}"
        revision_id = canvas.set("commitments", commitment_id, field, written)
        if revision_id:
            minutes.set("points", point_id, "changes", [*point.changes, revision_id])
        if point.commitment_id is None:
            minutes.set("points", point_id, "commitment_id", commitment_id)
        if not point.canvas_field:
            minutes.set("points", point_id, "canvas_field", field)
        keep_linked(minutes, "points", point_id)
        return Change("put_into_canvas", (*canvas.edits, *minutes.edits), point_id)


def _find(
    session: Session, point_id: str, commitment_id: str, field: str
) -> tuple[PointRow, CommitmentRow]:
    point = session.get(PointRow, point_id)
    if point is None or point.deleted:
        raise CommandError("record_unknown", kind="points", id=point_id)
    commitment = session.get(CommitmentRow, commitment_id)
    if commitment is None or commitment.deleted:
        raise CommandError("record_unknown", kind="commitments", id=commitment_id)
    if field not in CANVAS_TEXTS:
        raise CommandError("field_unknown", kind="commitments", field=field)
    if not point.text.strip():
        raise CommandError("point_empty", id=point_id)
    return point, commitment
