"""What the desk shows of a meeting, in one piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.records import Commitment
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
