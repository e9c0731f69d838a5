"""The meeting's clock: what it shows over a whole meeting, at night, and on a wrong clock."""

import datetime as dt

import pytest

from db.clock import LONGEST, MeetingClock, read_clock, time_of_day
from db.records import Meeting

ID = "5f1f6f1c-0c3e-4a52-9d0e-3a4f5b6c7d8e"
WIB = dt.timezone(dt.timedelta(hours=7))


def at(time: str, day: int = 4) -> dt.datetime:
    return dt.datetime.combine(dt.date(2026, 3, day), dt.time.fromisoformat(time), WIB)


def shown(now: dt.datetime, noted: dt.datetime | None = None, **fields: str) -> tuple[object, ...]:
    values = {"date": "2026-03-04", "timezone": "WIB"} | fields
    clock = MeetingClock(Meeting(id=ID, plan_id=ID, **values), noted)
    reading = read_clock(clock, now)
    return reading.state, reading.seconds, reading.minutes


def test_a_meeting_runs_comes_near_its_end_and_passes_it() -> None:
    hours = {"start_time": "14:00", "end_time": "16:00"}
    assert shown(at("13:55"), **hours) == ("before", 0, 0)
    noted = at("14:03:20")
    run = {**hours, "began": "14:03"}
    assert shown(at("14:03:21"), noted, **run) == ("running", 1, 0)
    assert shown(at("15:49:59"), noted, **run)[0] == "running"
    assert shown(at("15:50:00"), noted, **run) == ("near", 6400, 10)
    assert shown(at("15:59:01"), noted, **run)[::2] == ("near", 1)
    assert shown(at("16:00:00"), noted, **run)[::2] == ("past", 0)
    assert shown(at("16:05:10"), noted, **run)[::2] == ("past", 5)
    assert shown(at("16:05:10"), noted, **run, ended="15:58") == ("ended", 6900, 0)


def test_a_meeting_without_a_planned_end_only_runs() -> None:
    assert shown(at("23:00"), at("08:00"), began="08:00") == ("running", 15 * 3600, 0)


def test_midnight_is_passed_like_any_other_minute() -> None:
    run = {"start_time": "21:00", "end_time": "00:30", "began": "21:05"}
    noted = at("21:05:00")
    assert shown(at("00:19", 5), noted, **run) == ("running", 11640, 0)
    assert shown(at("00:25", 5), noted, **run)[::2] == ("near", 5)
    assert shown(at("00:31", 5), noted, **run)[::2] == ("past", 1)
    assert shown(at("02:00", 5), noted, **run, ended="00:40") == ("ended", 12900, 0)
    assert shown(at("23:50"), at("23:00"), began="23:00", end_time="01:00")[0] == "running"


def test_a_begin_that_was_put_right_later_is_the_last_such_minute() -> None:
    assert shown(at("10:00"), at("09:30"), began="09:10") == ("running", 3000, 0)
    assert shown(at("00:20", 5), at("00:10", 5), began="23:50") == ("running", 1800, 0)
    # A file from elsewhere may bring no memory of it: the meeting's own day counts.
    assert shown(at("10:00"), None, began="09:10") == ("running", 3000, 0)


def test_a_clock_that_was_set_back_stands_still_and_one_that_nobody_stopped_is_told() -> None:
    assert shown(at("08:00"), at("09:00"), began="09:00") == ("running", 0, 0)
    later = at("09:00") + LONGEST + dt.timedelta(seconds=1)
    assert shown(later, at("09:00"), began="09:00")[0] == "forgotten"


@pytest.mark.parametrize(("zone", "time"), [("WIB", "09:30"), ("WITA", "10:30"), ("WIT", "11:30")])
def test_hours_are_those_of_the_meetings_own_zone(zone: str, time: str) -> None:
    meeting = Meeting(id=ID, plan_id=ID, timezone=zone)
    assert time_of_day(meeting, at("09:30")) == time
