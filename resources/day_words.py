"""Days as people speak of them: `21 Sep`, `minggu depan`, `in two weeks`, seen from a day."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import cast

from resources import FOLDER
from resources.day_counting import (
    FIXED,
    WEEKDAYS,
    NoSuchDayError,
    day_of,
    days_ahead,
    end_of_named_month,
    next_day_of_month,
    next_such_day,
    next_weekday,
)
from resources.words import LANGUAGES

_LONGEST = 2000
_BLANK = r"[^\S\n]{1,3}"
_YEAR = r"(?:19|20|21)\d\d"
# Of two ways to read one place the first counts, and is not taken back: "21 Sep 2018 lalu" is
# not "21 Sep".
_WRITTEN = (
    rf"(?<![\w/.-])(?P<iso>{_YEAR}-\d{{1,2}}-\d{{1,2}})(?![\w/-]|\.\d)",
    rf"(?<![\w/.-])(?P<figures>\d{{1,2}}(?P<sign>[/.-])\d{{1,2}}(?P=sign)(?:{_YEAR}|\d\d))(?![\w/-]|\.\d)",
    r"(?<![\w/.-])(?P<short>\d{1,2}/\d{1,2})(?![\w/-]|\.\d)",
    rf"(?<![\w/.,])(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:{_BLANK}of)?[-/.]?(?:{_BLANK})?"
    rf"(?P<m1>{{month}})(?!\w)\.?(?:[-/,.]?(?:{_BLANK})?(?P<y1>{_YEAR})(?!\w))?",
    rf"(?<!\w)(?P<m2>{{month}})\.?{_BLANK}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\w/:]|[.,]\d)"
    rf"(?:,?{_BLANK}(?P<y2>{_YEAR})(?!\w))?",
)  # fmt: skip


@dataclass(frozen=True)
class SpokenDay:
    """A day that a text speaks of.

    Attributes:
        start, end: where the words stand in the text.
        date: the day as we keep it, 2018-09-21; "" when there is no such day, as on 31 February.
    """

    start: int
    end: int
    date: str


def find_days(text: str, today: dt.date) -> tuple[SpokenDay, ...]:
    """Return the days that a text speaks of, in either language, seen from `today`.

    A day without a year is the next one on or after `today`. Of a long text only the end counts.
    """
    skipped = max(0, len(text) - _LONGEST)
    found: list[SpokenDay] = []
    for match in _reading().pattern.finditer(text, skipped):
        try:
            day = _day_of(match, today)
        except NoSuchDayError:
            found.append(SpokenDay(match.start(), match.end(), ""))
        except (ValueError, LookupError, OverflowError):
            # Beyond the calendar's last year, or spelled with a letter that only looks like ours.
            continue
        else:
            found.append(SpokenDay(match.start(), match.end(), day.isoformat()))
    return tuple(found)


def read_day(text: str, today: dt.date) -> str:
    """Return the day that a whole text says, a day of the week alone included.

    NoSuchDayError when there is none such, any other ValueError when it is not understood.
    """
    text = " ".join(text.split())
    reading = _reading()
    if weekday := reading.weekdays.get(text.lower()):
        try:
            return next_weekday(today, weekday).isoformat()
        except OverflowError as error:
            raise ValueError(text) from error
    found = next((day for day in find_days(text, today) if day.end == len(text)), None)
    if found is None or not _passed_over(text[: found.start], reading.weekdays):
        raise ValueError(text)
    if not found.date:
        raise NoSuchDayError(text)
    return found.date


@dataclass(frozen=True)
class _Reading:
    """Everything that is known about the words for days, ready to read a text with."""

    pattern: re.Pattern[str]
    meanings: tuple[str, ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, str]


@cache
def _reading() -> _Reading:
    data = tomllib.loads((FOLDER / "day_words.toml").read_text("utf-8"))
    months = _numbered(data["months"]) | _of_locales("months", 0)
    weekdays = _numbered(data["weekdays"]) | _of_locales("days", 1)
    numbers, units = _numbered(data["numbers"]), _turned(data["units"])
    slots = {
        "{month}": rf"(?P<month>{_any_of(months)})",
        "{weekday}": rf"(?P<weekday>{_any_of(weekdays)})",
        "{n}": rf"(?P<n>\d{{1,3}}|{_any_of(numbers)})",
        "{unit}": rf"(?P<unit>{_any_of(units)})",
        "{day}": r"(?P<day>\d{1,2})",
    }
    phrases = [(say, key) for key, says in data["phrases"].items() for say in says]
    written = [one.replace("{month}", _any_of(months)) for one in _WRITTEN]
    spoken = [_phrase(say, slots, place) for place, (say, _) in enumerate(phrases)]
    gone = _any_of(data["gone"]["after"])
    pattern = rf"(?>{'|'.join([*written, *spoken])})(?!{_BLANK}(?:{gone})(?!\w))"
    meanings = tuple(key for _, key in phrases)
    made = re.compile(pattern, re.IGNORECASE)
    return _Reading(made, meanings, months, weekdays, numbers, units)


def _phrase(say: str, slots: Mapping[str, str], place: int) -> str:
    """Return the expression for what is said; its groups bear its place, since names are unique."""
    words: list[str] = []
    for word in say.split(" "):
        slot = slots.get(word)
        words.append(slot.replace("(?P<", f"(?P<p{place}_", 1) if slot else re.escape(word))
    return rf"(?<![\w-])(?P<p{place}_>{_BLANK.join(words)})(?!\w)"


def _day_of(match: re.Match[str], today: dt.date) -> dt.date:
    groups = {name: text for name, text in match.groupdict().items() if text is not None}
    if "iso" in groups:
        year, month, day = (int(part) for part in groups["iso"].split("-"))
        return day_of(year, month, day)
    if "figures" in groups:
        day, month, year = (int(part) for part in groups["figures"].split(groups["sign"]))
        return day_of(year + 2000 if year < 100 else year, month, day)
    if "short" in groups:
        day, month = (int(part) for part in groups["short"].split("/"))
        return next_such_day(today, month, day)
    if "d1" in groups or "d2" in groups:
        return _named_day(groups, today)
    return _spoken_day(groups, today)


def _named_day(groups: Mapping[str, str], today: dt.date) -> dt.date:
    form = "1" if "d1" in groups else "2"
    month, day = _reading().months[groups["m" + form].lower()], int(groups["d" + form])
    if year := groups.get("y" + form):
        return day_of(int(year), month, day)
    return next_such_day(today, month, day)


def _spoken_day(groups: Mapping[str, str], today: dt.date) -> dt.date:
    reading = _reading()
    head = next(name for name in groups if name.startswith("p") and name.endswith("_"))
    meaning = reading.meanings[int(head[1:-1])]
    said = {name.removeprefix(head): text.lower() for name, text in groups.items()}
    if "weekday" in said:
        return WEEKDAYS[meaning](today, reading.weekdays[said["weekday"]])
    if "month" in said:
        return end_of_named_month(today, reading.months[said["month"]])
    if "day" in said:
        return next_day_of_month(today, int(said["day"]))
    if "n" in said:
        number = int(said["n"]) if said["n"].isdecimal() else reading.numbers[_plain(said["n"])]
        return days_ahead(today, number, reading.units[said["unit"]])
    return FIXED[meaning](today)


def _of_locales(what: str, first: int) -> dict[str, int]:
    """Return the names of months or days of the week in our languages, long and short."""
    # Only here: babel takes a moment that nobody waits for who speaks of no day.
    from babel.dates import get_day_names, get_month_names

    names = get_month_names if what == "months" else get_day_names
    widths = ("wide", "abbreviated") if what == "months" else ("wide",)
    found: dict[str, int] = {}
    for language, width in product(LANGUAGES, widths):
        known = cast(Mapping[int, str], names(width, locale=language))
        found |= {name.lower().rstrip("."): number + first for number, name in known.items()}
    return found


def _numbered(table: Mapping[str, list[str]]) -> dict[str, int]:
    return {name: int(number) for number, names in table.items() for name in names}


def _turned(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {name: key for key, names in table.items() for name in names}


def _any_of(names: Mapping[str, object] | list[str]) -> str:
    """Return an expression for any of some names, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", _BLANK) for name in ordered)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _passed_over(text: str, weekdays: Mapping[str, int]) -> bool:
    """Tell whether what stands before a day adds nothing to it: `Jumat, 21 Sep`."""
    return all(
        word in weekdays or word == "hari" for word in text.lower().replace(",", " ").split()
    )
