"""What the desk shows of a meeting, in one piece."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from db.rules import in_order

if TYPE_CHECKING:
    from db.following import EarlierFollowUp
    from db.records import Attendance, Commitment, FollowUp, Point, Record
    from db.snapshot import KnownAttendance, MeetingDossier

R = TypeVar("R", bound="Record")


@dataclass(frozen=True)
class MeetingView:
    """A meeting with all that stands around it on the desk.

    Attributes:
        commitments: all of the plan, to choose from.
        known: who may come, offered while typing.
        follow_ups: what earlier meetings left open about the commitments discussed.
        today: the day, for what is late.
        unsaved: the ids of records that wait to be stored.
    """

    dossier: MeetingDossier
    commitments: tuple[Commitment, ...] = ()
    known: tuple[KnownAttendance, ...] = ()
    follow_ups: tuple[EarlierFollowUp, ...] = ()
    today: str = ""
    unsaved: frozenset[str] = frozenset()

    def with_records(
        self,
        points: Mapping[str, Point | None],
        follow_ups: Mapping[str, FollowUp | None],
        unsaved: frozenset[str] = frozenset(),
    ) -> MeetingView:
        """Return the same with these points and follow-ups as they are now; None is gone."""
        dossier = replace(
            self.dossier,
            points=in_order(_exchanged(self.dossier.points, points)),
            follow_ups=_exchanged(self.dossier.follow_ups, follow_ups),
        )
        return replace(self, dossier=dossier, unsaved=unsaved)

    def with_values(self, point_id: str, values: Mapping[str, object]) -> MeetingView:
        """Return the same with a point that has these values."""
        point = next((one for one in self.dossier.points if one.id == point_id), None)
        if point is None:
            return self
        changed = {point_id: point.model_copy(update=dict(values))}
        dossier = replace(self.dossier, points=_exchanged(self.dossier.points, changed))
        return replace(self, dossier=dossier)

    def with_attendance(self, line: Attendance) -> MeetingView:
        """Return the same with a line of the attendance as it is now."""
        lines = _exchanged(self.dossier.attendances, {line.id: line})
        return replace(self, dossier=replace(self.dossier, attendances=lines))


def _exchanged(records: tuple[R, ...], news: Mapping[str, R | None]) -> tuple[R, ...]:
    known = {one.id for one in records}
    kept = (news.get(one.id, one) for one in records)
    added = (one for key, one in news.items() if key not in known)
    return tuple(one for one in (*kept, *added) if one is not None)
