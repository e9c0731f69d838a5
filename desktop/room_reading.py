"""Reads what the room's page is made of, for the commitment and the meeting in view."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from db.clock import RUNNING, read_clock, time_of_day
from db.queries.clock import meeting_clock
from db.queries.records import list_by_id
from db.records import Meeting
from db.snapshot import MeetingDossier
from desktop.parts import Parts
from desktop.room_matter import RoomMatter, find_meeting
from desktop.room_state import RoomState
from ui.common.dates import format_time
from ui.projector.matter import Matter

MEETING_SUBJECTS = ("points", "decisions", "attendance")


class RoomReading:
    """Knows what is in view at the desk, and reads what of it the room may see.

    Attributes:
        kept: what was read already.
    """

    def __init__(self, parts: Parts, state: RoomState) -> None:
        self._parts, self._state = parts, state
        self._store, self._place = parts.store, parts.place
        self.kept = RoomMatter(parts.store)

    def now(self) -> Matter:
        """Return what there is to be shown, with what is typed at this moment."""
        state = self._state
        pinned = state.pinned if state.subject == "canvas" else ""
        matter = self.kept.read(pinned or self.in_view(), self._meeting_id(), state.since)
        if _is_of_another_plan(matter) and state.subject not in MEETING_SUBJECTS:
            matter = replace(matter, meeting=None)
        return replace(matter, names=state.names, removals=state.removals)

    def in_view(self) -> str:
        """Return the commitment that was written in last, or is in view, or is discussed."""
        return self._state.commitment_id or self._place.record("commitments") or self._discussed()

    def time(self) -> str:
        """Return the time of day in words, where the meeting is."""
        matter, now = self.now(), self._store.workspace.now()
        time = now.astimezone().strftime("%H:%M")
        if matter.meeting is not None:
            time = time_of_day(matter.meeting.meeting, now)
        return format_time(self._parts.words, time)

    def renew_meeting(self, then: Callable[[], object]) -> None:
        """Read the meeting anew behind the window: 500 points must not come between two letters."""
        meeting_id, workspace = self._meeting_id(), self._store.workspace

        def work() -> MeetingDossier | None:
            with workspace.read() as session:
                return find_meeting(session, meeting_id)

        awaited = self.kept.await_meeting()
        self._parts.workers.run(work, partial(self._take_meeting, awaited, meeting_id, then))

    def _take_meeting(
        self,
        awaited: object,
        meeting_id: str,
        then: Callable[[], object],
        dossier: MeetingDossier | None,
    ) -> None:
        if self.kept.take_meeting(awaited, meeting_id, dossier):
            then()

    def _discussed(self) -> str:
        meeting_id = self._meeting_id()
        meeting = self._store.read(list_by_id, Meeting, [meeting_id]).get(meeting_id)
        return meeting.commitment_ids[0] if meeting and meeting.commitment_ids else ""

    def _meeting_id(self) -> str:
        """Return the meeting that the room sits in, "" for none.

        One that was looked at some time is none: it runs, or what is written comes out of it,
        or did so since the projector was turned on. Whoever asks for points means the one in view.
        """
        here, state = self._place.record("meetings"), self._state
        if not here or here == state.meeting_id or state.subject in MEETING_SUBJECTS:
            return here
        if here == self._store.author.meeting_id or self._runs(here):
            state.meeting_id = here
            return here
        return ""

    def _runs(self, meeting_id: str) -> bool:
        clock = self._store.read(meeting_clock, meeting_id)
        return clock is not None and read_clock(clock, self._store.workspace.now()).state in RUNNING


def _is_of_another_plan(matter: Matter) -> bool:
    if matter.commitment is None or matter.meeting is None:
        return False
    return matter.meeting.meeting.plan_id != matter.commitment.commitment.plan_id
