"""What there is to be shown to a room, before anything of it is worded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.records import Agreement, Milestone
    from db.snapshot import CommitmentDossier, MeetingDossier


@dataclass(frozen=True)
class Matter:
    """What there is to be shown.

    Attributes:
        earlier: the fields of the commitment that changed since the meeting began, as they were.
        draft: the level of the latest draft, "" before the first.
        names: whether objectors may be named.
        removals: whether what was taken away since the meeting began is shown, too.
        earlier_milestones: as `earlier`, of its milestones, by their ids.
        milestones_gone: those that were deleted since the meeting began.
    """

    commitment: CommitmentDossier | None = None
    meeting: MeetingDossier | None = None
    earlier: Mapping[str, object] = field(default_factory=dict)
    draft: str = ""
    agreements: tuple[Agreement, ...] = ()
    names: bool = False
    removals: bool = False
    earlier_milestones: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    milestones_gone: tuple[Milestone, ...] = ()
