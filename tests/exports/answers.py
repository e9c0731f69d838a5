"""Inputs with answers, for tests of what is printed of them."""

from dataclasses import replace
from typing import Any

from db.canvas_changes import AnsweredInput, CanvasChange
from db.following import InputLine
from db.records import Plan
from tests.exports.meetings import ID

PLAN = Plan(id=ID.format(1), title="Rencana Aksi Kota", short_title="RAK", organiser="Bappeda Kota")
LINE = InputLine(
    id=ID.format(1), text="Sebutkan desa yang terdampak", meeting_id=ID.format(2),
    raised_by="Forum Warga", raised_by_id=ID.format(7), meeting_kind="bilateral",
    meeting_topic="Banjir", meeting_date="2026-03-04", point_number="3b", commitment_number=2,
    canvas_field="problem",
)  # fmt: skip
CHANGE = CanvasChange(
    (ID.format(8),), "commitments", ID.format(9), "problem", "Sungai meluap.",
    "Sungai meluap di tujuh desa.", commitment_number=2,
)  # fmt: skip


def an_input(number: int, **fields: Any) -> AnsweredInput:
    """Return an input; `sector` and `changes` are its own, the rest is the line's."""
    own = {key: fields.pop(key) for key in ("sector", "changes") if key in fields}
    line = replace(LINE, id=ID.format(number), **{"text": f"Masukan {number}"} | fields)
    return AnsweredInput(line, **own)


def answered(number: int, **fields: Any) -> AnsweredInput:
    """Return one that was accepted for a reason, and changed the problem."""
    given = {"response": "accepted", "reason": "Datanya ada.", "changes": (CHANGE,)}
    return an_input(number, **{"sector": "cso"} | given | fields)
