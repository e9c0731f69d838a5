"""The rule of answers (db.rules.waits_for_answer) as conditions for the database."""

from typing import Any

from sqlalchemy import and_, func, or_

from db.rules import BLANKS


def without_reason(points: Any) -> Any:
    """Match the points of a table whose response has no reason."""
    return func.trim(points.reason, BLANKS) == ""


def waiting_inputs(points: Any) -> Any:
    """Match the points of a table that are inputs and lack a response or its reason."""
    return and_(points.kind == "input", or_(points.response == "", without_reason(points)))
