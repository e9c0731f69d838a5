"""How long a meeting runs: plain rules about its noted begin, its planned end and the clock."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from db.records import Meeting

NEAR = dt.timedelta(minutes=10)
"""So long before the planned end it is time to come to one."""
LONGEST = dt.timedelta(hours=16)
"""No meeting runs longer: somebody forgot to note its end."""
_ZONES = {"WIB": 7, "WITA": 8, "WIT": 9}
_DAY = dt.timedelta(days=1)

State = Literal["before", "running", "near", "past", "forgotten", "ended"]
RUNNING: tuple[State, ...] = ("running", "near", "past")
"""The states of a meeting that goes on."""


@dataclass(frozen=True)
class MeetingClock:
    """What a running time is told from.

    Attributes:
        noted: when the begin was noted, None where no memory of it came along.
    """

    meeting: Meeting
    noted: dt.datetime | None = None


@dataclass(frozen=True)
class Reading:
    """What the clock shows at one moment.

    Attributes:
        seconds: how long the meeting runs, or ran.
        minutes: how many are left until the planned end (near), or how many it is over (past).
    """

    state: State
    seconds: int = 0
    minutes: int = 0


def read_clock(clock: MeetingClock, now: dt.datetime) -> Reading:
    """Tell how a meeting stands at this moment."""
    meeting = clock.meeting
    began = begin_of(clock, now)
    if began is None:
        return Reading("ended" if meeting.ended else "before")
    if meeting.ended:
        # Both hours are kept, and printed, as whole minutes.
        minute = began.replace(second=0, microsecond=0)
        return Reading("ended", _whole(_first_after(minute, meeting.ended) - minute))
    ran = now - began
    if ran > LONGEST:
        return Reading("forgotten")
    # A computer's clock that was set back must not make time run backwards.
    seconds = max(0, _whole(ran))
    end = planned_end(meeting, began)
    if end is None or end - now > NEAR:
        return Reading("running", seconds)
    if now < end:
        # The last minute is a minute, too.
        return Reading("near", seconds, -(-_whole(end - now) // 60))
    return Reading("past", seconds, _whole(now - end) // 60)


def time_of_day(meeting: Meeting, now: dt.datetime) -> str:
    """Return the time that the meeting's own zone shows, else the computer's."""
    return _local(meeting, now).strftime("%H:%M")


def day_of(meeting: Meeting, now: dt.datetime) -> str:
    """Return the day that the meeting's own zone has."""
    return _local(meeting, now).date().isoformat()


def begin_of(clock: MeetingClock, now: dt.datetime) -> dt.datetime | None:
    """Return the moment at which a meeting began; None before that was noted.

    The record holds the minute; the memory of its noting gives the day and the second.
    """
    meeting = clock.meeting
    if not meeting.began:
        return None
    if clock.noted is None:
        here = _local(meeting, now)
        day = dt.date.fromisoformat(meeting.date) if meeting.date else here.date()
        return dt.datetime.combine(day, dt.time.fromisoformat(meeting.began), here.tzinfo)
    noted = _local(meeting, clock.noted)
    if noted.strftime("%H:%M") == meeting.began:
        return noted
    # It was put right, or done again, later: the last such minute before.
    at = dt.datetime.combine(noted.date(), dt.time.fromisoformat(meeting.began), noted.tzinfo)
    return at if at <= noted else at - _DAY


def planned_end(meeting: Meeting, began: dt.datetime) -> dt.datetime | None:
    """Return when a meeting that began then was to end; None where nothing was planned."""
    if not meeting.end_time:
        return None
    end = _on(began, meeting.end_time)
    over_night = bool(meeting.start_time) and meeting.end_time <= meeting.start_time
    # Without a planned begin, an end that is half a day gone is tomorrow's.
    unlikely = not meeting.start_time and began - end > _DAY / 2
    return end + _DAY if over_night or unlikely else end


def _first_after(began: dt.datetime, time: str) -> dt.datetime:
    found = _on(began, time)
    return found if found >= began else found + _DAY


def _on(day: dt.datetime, time: str) -> dt.datetime:
    return dt.datetime.combine(day.date(), dt.time.fromisoformat(time), day.tzinfo)


def _local(meeting: Meeting, moment: dt.datetime) -> dt.datetime:
    hours = _ZONES.get(meeting.timezone)
    return moment.astimezone(None if hours is None else dt.timezone(dt.timedelta(hours=hours)))


def _whole(span: dt.timedelta) -> int:
    return max(0, int(span.total_seconds()))
