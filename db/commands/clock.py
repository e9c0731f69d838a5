"""Commands that note when a meeting really begins and ends."""

import datetime as dt

from db.changes import Change
from db.clock import MeetingClock, begin_of, time_of_day
from db.errors import CommandError
from db.queries.clock import meeting_clock
from db.recorder import Recorder
from db.workspace import Author, Workspace


def begin_meeting(workspace: Workspace, author: Author, meeting_id: str) -> Change:
    """Note that the meeting begins now."""
    return _note(workspace, author, meeting_id, "begin_meeting", began="now", ended="")


def end_meeting(workspace: Workspace, author: Author, meeting_id: str) -> Change:
    """Note that the meeting ends now.

    CommandError where the computer's clock stands before the noted begin.
    """
    return _note(workspace, author, meeting_id, "end_meeting", ended="now")


def resume_meeting(workspace: Workspace, author: Author, meeting_id: str) -> Change:
    """Let a meeting that was ended go on."""
    return _note(workspace, author, meeting_id, "resume_meeting", ended="")


def clear_clock(workspace: Workspace, author: Author, meeting_id: str) -> Change:
    """Forget when the meeting began and ended: the invitation's hours hold again."""
    return _note(workspace, author, meeting_id, "clear_clock", began="", ended="")


def _note(workspace: Workspace, author: Author, meeting_id: str, name: str, **times: str) -> Change:
    now = workspace.now()
    with workspace.write() as session:
        recorder = Recorder(session, author, workspace.instant())
        clock = meeting_clock(session, meeting_id)
        if clock is None:
            raise CommandError("meeting_unknown", id=meeting_id)
        if name == "end_meeting":
            _check_order(clock, now)
        for field, value in times.items():
            time = time_of_day(clock.meeting, now) if value else ""
            recorder.set("meetings", meeting_id, field, time)
        return recorder.change(name, meeting_id)


def _check_order(clock: MeetingClock, now: dt.datetime) -> None:
    began = begin_of(clock, now)
    if began is not None and now < began:
        here = time_of_day(clock.meeting, now)
        raise CommandError("clock_before_begin", began=clock.meeting.began, now=here)
