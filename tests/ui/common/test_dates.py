"""Dates as people write them."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.words import LANGUAGES, Words
from ui.common.dates import (
    format_date,
    format_month,
    format_time,
    parse_date,
    parse_month,
    parse_time,
)


def refuses(parse: Callable[[str], str], text: str) -> bool:
    """Whether a text is understood as nothing."""
    try:
        parse(text)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize(
    "text",
    [
        "2018-08-24",
        "24/8/2018",
        "24-08-2018",
        "24.8.2018",
        "24 8 2018",
        "24 Agustus 2018",
        "24 agustus 2018",
        "24 Agu 2018",
        "24 Agt 2018",
        "24-Agustus-2018",
        "24 August 2018",
        "24 Aug. 2018",
        "Jumat, 24 Agustus 2018",
        "  24   Agustus  2018 ",
    ],
)
def test_many_ways_of_one_day(text: str):
    assert parse_date(text) == "2018-08-24"


@pytest.mark.parametrize(
    "text", ["31/2/2018", "besok", "8/24/2018", "24 Ma 2018", "24 8", "1" * 99]
)
def test_no_day_is_refused(text: str):
    assert refuses(parse_date, text)


@pytest.mark.parametrize(
    "text", ["2021-01", "2021-1", "1/2021", "01 2021", "Januari 2021", "jan 2021", "January 2021"]
)
def test_many_ways_of_one_month(text: str):
    assert parse_month(text) == "2021-01"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14.00", "14:00"),
        ("14:05", "14:05"),
        ("1405", "14:05"),
        ("9", "09:00"),
        ("9.30", "09:30"),
        ("pukul 14.00 WIB", "14:00"),
    ],
)
def test_many_ways_of_a_time(text: str, value: str):
    assert parse_time(text) == value


@pytest.mark.parametrize("text", ["24:00", "14.60", "14.5", "siang", "140", "pukul"])
def test_no_time_is_refused(text: str):
    assert refuses(parse_time, text)


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=st.dates(), minute=st.times())
def test_what_is_written_out_is_read_back(language: str, day: dt.date, minute: dt.time):
    words = Words(language)
    date, time = day.isoformat(), minute.isoformat("minutes")
    assert parse_date(format_date(words, date)) == date
    assert parse_month(format_month(words, date[:7])) == date[:7]
    assert parse_time(format_time(words, time)) == time


def test_a_date_reads_as_the_language_writes_it():
    assert format_date(Words("id"), "2018-08-24") == "24 Agustus 2018"
    assert format_date(Words("en"), "2018-08-24") == "24 August 2018"
    assert format_time(Words("id"), "14:00") == "14.00"
    assert format_date(Words("id"), "") == ""
