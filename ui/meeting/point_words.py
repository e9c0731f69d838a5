"""What a point says below its text: how it was decided, what was answered, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.words import Words
from ui.common import dates
from ui.common.picker import Pick

if TYPE_CHECKING:
    from db.records import Point

CONSENSUS = ("reached", "objection", "not_reached")
OBJECTED = ("objection", "not_reached")
"""The ways in which somebody's objection is noted."""
_DOT = " · "


def consensus_picks(words: Words) -> list[Pick]:
    """Return how a decision can have come about."""
    return [
        Pick(
            value,
            words(f"points.consensus.{value or 'unsaid'}"),
            short=words(f"points.decided.{value or 'unsaid'}"),
        )
        for value in ("", *CONSENSUS)
    ]


def decision_note(words: Words, point: Point) -> str:
    """Return how all agreed, and whose objection was noted: Mufakat · tanpa keberatan."""
    if point.kind != "decision" or not (point.consensus or point.objection_by or point.objection):
        return ""
    known = {"reached": "reached", "objection": "reached", "not_reached": "not_reached"}
    decided = words(f"points.decided.{known[point.consensus]}") if point.consensus else ""
    return _DOT.join(part for part in (decided, _objection(words, point)) if part)


def answer_note(words: Words, point: Point) -> str:
    """Return why an input was answered so; that it is not said yet where it was answered."""
    if point.kind != "input":
        return ""
    if point.reason.strip():
        return words("meetings.points.reason_is", reason=_line(point.reason))
    return words("points.no_reason") if point.response else ""


def answered_words(words: Words, day: str) -> str:
    """Return when a question was answered: Terjawab 24 Agu 2018; "" for not yet."""
    if not day:
        return ""
    return words("points.answered_on", date=dates.format_short_date(words, day))


def _objection(words: Words, point: Point) -> str:
    name, text = _line(point.objection_by), _line(point.objection)
    if name and text:
        return words("points.objected.said", name=name, objection=text)
    if name:
        return words("points.objected.by", name=name)
    if text:
        return words("points.objected.text", objection=text)
    known = {"reached": "points.objected.none", "objection": "points.objected.some"}
    return words(known[point.consensus]) if point.consensus in known else ""


def _line(text: str) -> str:
    return " ".join(text.split())
