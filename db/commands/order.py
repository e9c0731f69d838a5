"""Placing a record among its siblings."""

from collections.abc import Sequence

from db import rules
from db.fields import POSITION
from db.recorder import Recorder
from db.records import POSITION_LIMIT
from db.rules import Positioned


def place_among(
    recorder: Recorder,
    kind: str,
    record_id: str,
    siblings: Sequence[Positioned],
    before_id: str | None,
) -> None:
    """Give a record a position before a sibling, or behind the last.

    `siblings` stand in order, without the record itself. Where no number is left between
    two of them, or some have none, all are numbered anew.
    """
    ids = [sibling.id for sibling in siblings]
    index = ids.index(before_id) if before_id in ids else len(ids)
    before = siblings[index - 1].position if index else None
    after = siblings[index].position if index < len(siblings) else None
    known = all(sibling.position is not None for sibling in siblings)
    position = rules.position_between(before, after)
    if known and _is_between(before, position, after):
        recorder.set(kind, record_id, POSITION, position)
        return
    ids.insert(index, record_id)
    for number, sibling_id in enumerate(ids, 1):
        recorder.set(kind, sibling_id, POSITION, number)


def _is_between(before: float | None, position: float, after: float | None) -> bool:
    inside = (before is None or before < position) and (after is None or position < after)
    return inside and abs(position) <= POSITION_LIMIT
