"""Inputs across meetings with their answers, since every input gets one."""

from typing import Any

from sqlmodel import Session

from db.following import InputLine
from db.queries.columns import fetch, select, table
from db.queries.numbering import point_numbers
from db.queries.origins import Concerned, Origin, origins

_points = table("points")

_COLUMNS = (
    _points.id, _points.text, _points.meeting_id, _points.raised_by, _points.raised_by_id,
    _points.response, _points.reason, _points.canvas_field, _points.visibility,
    _points.commitment_id,
)  # fmt: skip


def list_inputs(
    session: Session, plan_id: str | None = None, commitment_id: str | None = None
) -> tuple[InputLine, ...]:
    """Return the inputs of a plan and about a commitment, None meaning any, as they were said.

    An input that names no commitment concerns all that its meeting discussed.
    """
    held = origins(session, plan_id)
    query = select(*_COLUMNS).where(_points.deleted.is_(False), _points.kind == "input")
    rows = [row for row in fetch(session, query) if row.meeting_id in held]
    numbers = point_numbers(session, select(_points.id).where(_points.kind == "input"))
    places = {point_id: place for place, point_id in enumerate(numbers)}
    concerned = Concerned(session)
    rows.sort(key=lambda row: (*_when(held[row.meeting_id]), places[row.id]))
    lines = (_line(row, held[row.meeting_id], numbers[row.id], concerned) for row in rows)
    return tuple(line for line in lines if commitment_id is None or commitment_id in line.about)


def unanswered_inputs(
    session: Session, plan_id: str | None = None, commitment_id: str | None = None
) -> tuple[InputLine, ...]:
    """Return the inputs among them that lack a response or the reason for it."""
    found = list_inputs(session, plan_id, commitment_id)
    return tuple(line for line in found if not line.is_answered)


def _when(origin: Origin) -> tuple[str, str, str]:
    return (origin.date, origin.time, origin.id)


def _line(row: Any, origin: Origin, number: str, concerned: Concerned) -> InputLine:
    about = concerned.about((row.commitment_id,), origin)
    return InputLine(
        id=row.id,
        text=row.text,
        meeting_id=row.meeting_id,
        raised_by=row.raised_by,
        raised_by_id=row.raised_by_id,
        response=row.response,
        reason=row.reason,
        canvas_field=row.canvas_field,
        visibility=row.visibility,
        point_number=number,
        form=concerned.form(about),
        **origin.as_fields(),
        **concerned.as_fields(about),
    )
