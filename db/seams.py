"""Where a point divides in two, and what one becomes that is made of two: nothing is lost."""

from typing import Any

from db.errors import CommandError
from db.records import FollowUp, Point

_GAP = " "
_TASK = ("owner", "owner_id", "due", "status", "closed_on")
"""What a follow-up has besides its text and where it comes from."""

Values = dict[str, Any]


def divided(text: str, at: int) -> tuple[str, str]:
    """Return a text's two parts around a place, without the blanks between them.

    Raises CommandError where one of them would be empty.
    """
    first, second = text[:at].rstrip(), text[at:].lstrip()
    if not (first and second):
        raise CommandError("split_at_edge")
    return first, second


def joined_text(first: str, second: str) -> str:
    """Return two texts as one."""
    parts = (first.rstrip(), second.lstrip())
    return _GAP.join(part for part in parts if part)


def seam(first: str) -> int:
    """Return where in a joined text the second one begins."""
    return len(first.rstrip()) + len(_GAP) if first.strip() else 0


def joined_point(upper: Point, lower: Point) -> Values:
    """Return the fields of the point that is made of two.

    Where only one says something, that holds; texts and reasons are put behind each other.
    Raises CommandError where both say something else, so that nobody's word is lost.
    """
    kinds = {point.kind for point in (upper, lower)} - {"", "note"}
    _require(len(kinds) < 2, "points_differ_kind")
    asked = upper.kind == lower.kind == "question"
    answered = {bool(point.answered_on) for point in (upper, lower)}
    _require(not asked or len(answered) == 1, "points_differ_answered")
    private = "private" in (upper.visibility, lower.visibility)
    return {
        "text": joined_text(upper.text, lower.text),
        "kind": next(iter(kinds), upper.kind),
        **_agreed(upper, lower, ("raised_by", "raised_by_id"), "points_differ_speaker"),
        **_about(upper, lower),
        **_agreed(upper, lower, ("response",), "points_differ_response"),
        **_agreed(upper, lower, ("consensus",), "points_differ_consensus"),
        **_agreed(upper, lower, ("objection_by",), "points_differ_objection"),
        **_agreed(upper, lower, ("carries_id",), "points_differ_task"),
        "reason": _both(upper.reason, lower.reason),
        "objection": _both(upper.objection, lower.objection),
        "answered_on": max(upper.answered_on, lower.answered_on),
        "visibility": "private" if private else "",
        "changes": tuple(dict.fromkeys((*upper.changes, *lower.changes))),
    }


def joined_task(upper: FollowUp, lower: FollowUp) -> Values:
    """Return owner, due date and state of the follow-up that is made of two."""
    _require((upper.status or "open") == (lower.status or "open"), "points_differ_task")
    owner = _agreed(upper, lower, ("owner", "owner_id"), "points_differ_task")
    return owner | _agreed(upper, lower, ("due",), "points_differ_task")


def task_of(follow_up: Any) -> Values:
    """Return what two follow-ups share that were one."""
    return {name: getattr(follow_up, name) for name in _TASK}


def _about(upper: Point, lower: Point) -> Values:
    """Return the part of the canvas; the whole of a commitment gives way to a part of it."""
    if upper.commitment_id == lower.commitment_id:
        commitment = {"commitment_id": upper.commitment_id}
        return commitment | _agreed(upper, lower, ("canvas_field",), "points_differ_about")
    return _agreed(upper, lower, ("commitment_id", "canvas_field"), "points_differ_about")


def _agreed(upper: Any, lower: Any, fields: tuple[str, ...], key: str) -> Values:
    said = [{name: getattr(one, name) for name in fields} for one in (upper, lower)]
    found = [values for values in said if any(values.values())]
    _require(len(found) < 2 or found[0] == found[1], key)
    return found[0] if found else said[0]


def _both(first: str, second: str) -> str:
    return first if first.strip() == second.strip() else joined_text(first, second)


def _require(holds: bool, key: str) -> None:
    if not holds:
        raise CommandError(key)
