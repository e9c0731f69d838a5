"""Counting days in the calendar: the next one of its kind, the end of a month, weeks ahead."""

import calendar
import datetime as dt
from collections.abc import Callable


class NoSuchDayError(ValueError):
    """The text speaks of a day that no calendar has."""


def day_of(year: int, month: int, day: int) -> dt.date:
    """Return a day of the calendar; NoSuchDayError when there is none such."""
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise NoSuchDayError from error


def next_such_day(today: dt.date, month: int, day: int) -> dt.date:
    """Return the next one on or after today; 29 February may be years away."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(2000, month)[1]:
        raise NoSuchDayError
    for year in range(today.year, min(today.year + 9, dt.MAXYEAR + 1)):
        if day <= calendar.monthrange(year, month)[1]:
            found = dt.date(year, month, day)
            if found >= today:
                return found
    raise ValueError


def next_day_of_month(today: dt.date, day: int) -> dt.date:
    """Return the next day with this number on or after today, in a month that has it."""
    if not 1 <= day <= 31:
        raise NoSuchDayError
    for months in range(4):
        first = _month_later(today.replace(day=1), months)
        if day <= calendar.monthrange(first.year, first.month)[1]:
            found = first.replace(day=day)
            if found >= today:
                return found
    raise ValueError


def _month_later(day: dt.date, months: int) -> dt.date:
    """Return the same day months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        raise OverflowError
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _end_of_month(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def end_of_named_month(today: dt.date, month: int) -> dt.date:
    """Return the last day of a month, of next year where it is past."""
    year = today.year + (month < today.month)
    return _end_of_month(dt.date(year, month, 1))


def days_ahead(today: dt.date, number: int, unit: str) -> dt.date:
    """Return the day so many days, weeks or months later."""
    if unit == "months":
        return _month_later(today, number)
    return today + dt.timedelta(days=number * (7 if unit == "weeks" else 1))


def next_weekday(today: dt.date, weekday: int) -> dt.date:
    """Return the next day of this name, not today."""
    return today + dt.timedelta(days=(weekday - today.isoweekday() - 1) % 7 + 1)


def _weekday_from(today: dt.date, weekday: int) -> dt.date:
    return today + dt.timedelta(days=(weekday - today.isoweekday()) % 7)


def _weekday_of_next_week(today: dt.date, weekday: int) -> dt.date:
    """Return the day of the week that begins on the next Monday."""
    return today + dt.timedelta(days=7 + weekday - today.isoweekday())


WEEKDAYS: dict[str, Callable[[dt.date, int], dt.date]] = {
    "next_weekday": _weekday_of_next_week,
    "later_next_weekday": _weekday_of_next_week,
    "this_weekday": _weekday_from,
    "some_weekday": next_weekday,
}
FIXED: dict[str, Callable[[dt.date], dt.date]] = {
    "today": lambda today: today,
    "tomorrow": lambda today: days_ahead(today, 1, "days"),
    "after_tomorrow": lambda today: days_ahead(today, 2, "days"),
    "next_week": lambda today: days_ahead(today, 1, "weeks"),
    "next_month": lambda today: days_ahead(today, 1, "months"),
    "end_of_month": _end_of_month,
    "end_of_next_month": lambda today: _end_of_month(days_ahead(today, 1, "months")),
    "end_of_year": lambda today: dt.date(today.year, 12, 31),
    "one_day": lambda today: days_ahead(today, 1, "days"),
    "one_week": lambda today: days_ahead(today, 1, "weeks"),
    "one_month": lambda today: days_ahead(today, 1, "months"),
}
