"""Dates, months, periods and hours as the documents print them, in Indonesian and English.

The names of days and months are Babel's. Every function takes the register's own forms
(`2018-08-24`, `2021-01`, `14:00`) and returns "" for an empty one.
"""

import calendar
import datetime as dt

from babel.dates import format_date as babel_date

_RANGE = "–"


def format_long_date(date: str, language: str) -> str:
    """Return a date with its day of the week: `Jumat, 24 Agustus 2018`."""
    return _print(date, "EEEE, d MMMM y", language)


def format_date(date: str, language: str) -> str:
    """Return a date: `24 Agustus 2018`."""
    return _print(date, "d MMMM y", language)


def format_month(month: str, language: str) -> str:
    """Return a month: `Januari 2021`."""
    return _print(_first_day(month), "MMMM y", language)


def format_month_period(start: str, end: str, language: str) -> str:
    """Return a period of months: `Januari 2021 – Desember 2022`, one name for a single month.

    A period that is open on one side keeps its dash, so that nobody takes one end for the other.
    """
    if start == end:
        return format_month(start, language)
    return _join(format_month(start, language), format_month(end, language))


def format_day_period(start: str, end: str, language: str) -> str:
    """Return a period of months by its first and last day: `1 Januari 2020 – 31 Desember 2022`."""
    return _join(
        format_date(_first_day(start), language),
        format_date(_last_day(end), language),
    )


def format_hours(start: str, end: str, timezone: str, language: str = "id") -> str:
    """Return the hours of a meeting: `14.00-16.00 WIB`; English keeps the colons."""
    hours = "-".join(time for time in (start, end) if time)
    if not hours:
        return ""
    if end and not start:
        hours = f"-{hours}"
    if language == "id":
        hours = hours.replace(":", ".")
    return f"{hours} {timezone}".rstrip()


def _print(date: str, pattern: str, language: str) -> str:
    if not date:
        return ""
    return babel_date(dt.date.fromisoformat(date), pattern, locale=language)


def _first_day(month: str) -> str:
    return f"{month}-01" if month else ""


def _last_day(month: str) -> str:
    if not month:
        return ""
    _, days = calendar.monthrange(int(month[:4]), int(month[5:]))
    return f"{month}-{days}"


def _join(start: str, end: str) -> str:
    return f"{start} {_RANGE} {end}".strip() if start or end else ""
