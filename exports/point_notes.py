"""What stands below a point in the minutes: how it came about and what was answered."""

from collections.abc import Iterator

from db.records import Point
from exports.formats import format_date
from resources.words import Words

_NOTES = "papers.minutes"


def point_notes(point: Point, words: Words) -> tuple[str, ...]:
    """Return the notes of a point, a line each."""
    return tuple(_notes(point, words))


def _notes(point: Point, words: Words) -> Iterator[str]:
    if point.kind == "decision":
        yield from _decision(point, words)
    if point.kind == "question":
        yield _question(point, words)
    if point.raised_by:
        yield words(f"{_NOTES}.raised_by", name=point.raised_by)
    if point.response:
        response = words(f"papers.responses.{point.response}")
        yield words(f"{_NOTES}.response", response=response)
    if point.reason:
        yield words(f"{_NOTES}.reason", reason=point.reason)
    if point.visibility == "private":
        yield words(f"{_NOTES}.private")


def _decision(point: Point, words: Words) -> Iterator[str]:
    """Say that it is a decision, whether all agreed, and whose objection was noted."""
    yield words(f"{_NOTES}.decisions.{point.consensus or 'unsaid'}")
    if point.consensus not in ("objection", "not_reached"):
        return
    if point.objection_by and point.objection:
        yield words(f"{_NOTES}.objection", name=point.objection_by, objection=point.objection)
    elif point.objection_by:
        yield words(f"{_NOTES}.objection_by", name=point.objection_by)
    elif point.objection:
        yield words(f"{_NOTES}.objection_text", objection=point.objection)


def _question(point: Point, words: Words) -> str:
    if not point.answered_on:
        return words(f"{_NOTES}.question_open")
    date = format_date(point.answered_on, words.language)
    return words(f"{_NOTES}.question_answered", date=date)
