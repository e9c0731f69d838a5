"""Where points of the discussion go when they are moved, and which one comes next."""

from __future__ import annotations

from collections.abc import Sequence

from db.rules import waits_for_answer
from ui.meeting.point_rows import PointRow

Place = tuple[str | None, str | None]
"""Where a point goes: its parent's id and that of the sibling it comes before."""


def next_waiting(rows: Sequence[PointRow], after_id: str) -> str:
    """Return the next input that waits for its answer, from the first again; "" for none."""
    ids = [row.id for row in rows]
    begin = ids.index(after_id) + 1 if after_id in ids else 0
    ahead = (*rows[begin:], *rows[:begin])
    return next((row.id for row in ahead if waits_for_answer(row.point)), "")


def shifted(rows: Sequence[PointRow], point_ids: Sequence[str], step: int) -> Place | None:
    """Return where points go together, one step up (-1) or down (1) among their siblings.

    None at an end, and for points that are no siblings.
    """
    moved = [row for row in rows if row.id in point_ids]
    if not moved or any(row.parent_id != moved[0].parent_id for row in moved):
        return None
    siblings = [one.id for one in rows if one.parent_id == moved[0].parent_id]
    place = siblings.index(moved[0 if step < 0 else -1].id) + step
    if not 0 <= place < len(siblings):
        return None
    before = place if step < 0 else place + 1
    return moved[0].parent_id, siblings[before] if before < len(siblings) else None


def roots(rows: Sequence[PointRow], point_ids: Sequence[str]) -> list[str]:
    """Return the points among these that don't go along with another one of them, in order."""
    found: list[str] = []
    gone: set[str] = set()
    for row in rows:
        if row.parent_id in gone:
            gone.add(row.id)
        elif row.id in point_ids:
            gone.add(row.id)
            found.append(row.id)
    return found


def dropped(rows: Sequence[PointRow], moved: int, before: int) -> Place | None:
    """Return where a dragged row goes: a point stays at the top, a sub-point below one.

    None when it would go below itself.
    """
    row = rows[moved]
    following = rows[before:]
    if row.depth == 0:
        tops = (one.id for one in following if one.depth == 0 and one.id != row.id)
        return None, next(tops, None)
    above = [one for one in rows[:before] if one.depth == 0]
    if not above:
        return None, next((one.id for one in following if one.depth == 0), None)
    parent = above[-1].id
    below = following[0] if following else None
    beside = below is not None and below.parent_id == parent and below.id != row.id
    return parent, below.id if below is not None and beside else None
