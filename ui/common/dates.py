"""Dates, months and times as people write them, in Indonesian or English, and as we keep them."""

import datetime as dt
import re
from functools import cache

from resources.words import LANGUAGES, Words

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})")
_NAMED = re.compile(r"(\d{1,2})\s*[-/. ]?\s*([^\W\d_]+)\.?\s*[-/,. ]?\s*(\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})\s*[-/. ]\s*(\d{1,2})")
_NUMBER_MONTH = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{4})")
_NAMED_MONTH = re.compile(r"([^\W\d_]+)\.?\s*[-/,. ]?\s*(\d{4})")
_TIME = re.compile(r"(\d{1,2})(?:\s*[.:]\s*(\d{2}))?|(\d{2})(\d{2})")


def parse_date(text: str) -> str:
    """Return the ISO date that a person wrote; ValueError when it is none.

    Days come before months: 24 Agustus 2018, 24 Aug 2018, 24/8/2018, 24.8.2018, 2018-08-24;
    a weekday before it ("Jumat, 24 Agustus 2018") is passed over.
    """
    text = _without_weekday(text)
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _NUMBERS.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _NAMED.fullmatch(text):
        day, month, year = int(found[1]), _month_number(found[2]), int(found[3])
    else:
        raise ValueError(text)
    return dt.date(year, month, day).isoformat()


def parse_month(text: str) -> str:
    """Return the month as 2021-01; ValueError when it is none."""
    text = text.strip()
    if found := _ISO_MONTH.fullmatch(text):
        year, month = int(found[1]), int(found[2])
    elif found := _NUMBER_MONTH.fullmatch(text):
        month, year = int(found[1]), int(found[2])
    elif found := _NAMED_MONTH.fullmatch(text):
        month, year = _month_number(found[1]), int(found[2])
    else:
        raise ValueError(text)
    return dt.date(year, month, 1).isoformat()[:7]


def parse_time(text: str) -> str:
    """Return the time as 14:00, from 14.00, 14:00, 1400 or 14; ValueError when it is none."""
    text = re.sub(r"(?i)^(pukul|jam)\b|\b(wib|wita|wit)$", "", text.strip()).strip()
    found = _TIME.fullmatch(text)
    if not found:
        raise ValueError(text)
    hour, minute = (found[1], found[2]) if found[1] else (found[3], found[4])
    return dt.time(int(hour), int(minute or 0)).isoformat("minutes")


def day_or_today(value: str) -> dt.date:
    """Return an ISO date as a day; today where it is none."""
    return _day(value) or dt.date.today()


def format_date(words: Words, value: str) -> str:
    """Return an ISO date as "24 Agustus 2018"; text that is none comes back as it is."""
    day = _day(value)
    return f"{day.day} {_month(words, day)} {day.year:04}" if day else value


def format_short_date(words: Words, value: str) -> str:
    """Return an ISO date as "14 Sep 2018", for lists; text that is none comes back as it is."""
    day = _day(value)
    # In both languages a month is known by its first three letters.
    return f"{day.day} {_month(words, day)[:3]} {day.year:04}" if day else value


def format_weekday_date(words: Words, value: str) -> str:
    """Return an ISO date as "Jumat, 24 Agustus 2018"; text that is none comes back as it is."""
    day = _day(value)
    if day is None:
        return value
    return f"{words(f'common.weekdays.{day.isoweekday()}')}, {format_date(words, value)}"


def format_month(words: Words, value: str) -> str:
    """Return a month like 2021-01 as "Januari 2021"; text that is none comes back as it is."""
    day = _day(f"{value}-01")
    return f"{_month(words, day)} {day.year:04}" if day else value


def format_time(words: Words, value: str) -> str:
    """Return a time like 14:00 as the language writes it: 14.00."""
    return value.replace(":", words("common.time.separator"))


def _day(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def _month(words: Words, day: dt.date) -> str:
    return words(f"common.months.{day.month:02}")


def _without_weekday(text: str) -> str:
    text = " ".join(text.split())
    before, comma, after = text.partition(",")
    return after.strip() if comma and before.isalpha() else text


def _month_number(name: str) -> int:
    """Find a month by its name or its first three letters or more, in any language."""
    found = {number for full, number in _month_names() if full.startswith(name.lower())}
    if len(name) < 3 or len(found) != 1:
        raise ValueError(name)
    return found.pop()


@cache
def _month_names() -> tuple[tuple[str, int], ...]:
    tables = [Words(language).table("common.months") for language in LANGUAGES]
    names = [(name.lower(), int(key)) for table in tables for key, name in table.items()]
    # How Indonesians shorten August and November beside the first three letters.
    return (*names, ("agt", 8), ("ags", 8), ("nop", 11), ("nopember", 11))
