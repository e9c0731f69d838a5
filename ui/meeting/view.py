"""What the desk shows of a meeting, in one piece."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.records import Commitment, FollowUp, Point
    from db.snapshot import KnownAttendance, MeetingDossier, OpenFollowUp


@dataclass(frozen=True)
class MeetingView:
    """A meeting with all that stands around it on the desk.

    Attributes:
        commitments: all of the plan, to choose from.
        known: who may come, offered while typing.
        follow_ups: what other meetings left open about the commitments discussed.
        today: the day, for what is late.
        unsaved: the ids of records that wait to be stored.
    """

    dossier: MeetingDossier
    commitments: tuple[Commitment, ...] = ()
    known: tuple[KnownAttendance, ...] = ()
    follow_ups: tuple[OpenFollowUp, ...] = ()
    today: str = ""
    unsaved: frozenset[str] = frozenset()

    def with_point(self, point: Point, follow_ups: tuple[FollowUp, ...]) -> MeetingView:
        """Return the same with a point that was just written, and what it owns."""
        dossier = self.dossier
        others = (one for one in dossier.points if one.id != point.id)
        owned = (one for one in dossier.follow_ups if one.point_id != point.id)
        grown = replace(dossier, points=(*others, point), follow_ups=(*owned, *follow_ups))
        return replace(self, dossier=grown, unsaved=frozenset())
