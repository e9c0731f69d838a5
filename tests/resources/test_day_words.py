"""Days as people speak of them, in both languages at once."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.day_counting import NoSuchDayError
from resources.day_words import find_days, read_day

FRIDAY = dt.date(2018, 8, 24)
SAID = {
    "21 Sep": "2018-09-21",
    "21 September 2026": "2026-09-21",
    "21 sept. 2026": "2026-09-21",
    "21-Sep-2026": "2026-09-21",
    "Jumat, 21 Sep": "2018-09-21",
    "September 21, 2026": "2026-09-21",
    "21st of September": "2018-09-21",
    "24 Agustus": "2018-08-24",
    "23 Agt": "2019-08-23",
    "1 nop": "2018-11-01",
    "Mei 5": "2019-05-05",
    "29 Feb": "2020-02-29",
    "21/9": "2018-09-21",
    "23/8": "2019-08-23",
    "21/9/26": "2026-09-21",
    "21-09-2026": "2026-09-21",
    "21.9.2026": "2026-09-21",
    "2026-09-21": "2026-09-21",
    "hari ini": "2018-08-24",
    "besok": "2018-08-25",
    "tomorrow": "2018-08-25",
    "lusa": "2018-08-26",
    "the day after tomorrow": "2018-08-26",
    "minggu depan": "2018-08-31",
    "pekan  depan": "2018-08-31",
    "next week": "2018-08-31",
    "Jumat depan": "2018-08-31",
    "Senin depan": "2018-08-27",
    "next Friday": "2018-08-31",
    "Jumat ini": "2018-08-24",
    "this Sunday": "2018-08-26",
    "minggu ini": "2018-08-26",
    "hari Jumat": "2018-08-31",
    "hari Minggu": "2018-08-26",
    "hari Minggu depan": "2018-09-02",
    "paling lambat Jum'at": "2018-08-31",
    "by Monday": "2018-08-27",
    "bulan depan": "2018-09-24",
    "next month": "2018-09-24",
    "akhir bulan": "2018-08-31",
    "end of the month": "2018-08-31",
    "akhir bulan depan": "2018-09-30",
    "akhir September": "2018-09-30",
    "end of May": "2019-05-31",
    "akhir tahun": "2018-12-31",
    "dua minggu lagi": "2018-09-07",
    "2 pekan lagi": "2018-09-07",
    "dua belas hari lagi": "2018-09-05",
    "sebulan lagi": "2018-09-24",
    "dalam waktu tiga bulan": "2018-11-24",
    "in two weeks": "2018-09-07",
    "in a month": "2018-09-24",
    "10 days from now": "2018-09-03",
    "tanggal 20": "2018-09-20",
    "tgl. 31": "2018-08-31",
}


@pytest.mark.parametrize(("said", "date"), SAID.items())
def test_a_day_is_understood_alone_and_in_a_sentence(said: str, date: str):
    assert read_day(said, FRIDAY) == date
    assert read_day(said.upper(), FRIDAY) == date
    sentence = f"Kementerian mengirim surat, {said} (kalau bisa)."
    (found,) = find_days(sentence, FRIDAY)
    assert found.date == date
    assert said.endswith(sentence[found.start : found.end])


def test_a_week_begins_on_monday_and_a_month_may_be_shorter():
    assert read_day("Senin depan", dt.date(2018, 8, 27)) == "2018-09-03"
    assert read_day("Minggu ini", dt.date(2018, 8, 27)) == "2018-09-02"
    assert read_day("sebulan lagi", dt.date(2018, 1, 31)) == "2018-02-28"
    assert read_day("tanggal 31", dt.date(2018, 9, 1)) == "2018-10-31"
    assert read_day("jumat", FRIDAY) == "2018-08-31"


@pytest.mark.parametrize(
    "said",
    [
        "31 Feb", "30/2", "30 Februari 2019", "29/2/2019", "31-04-2019", "2019-02-30", "32 Sep",
        "0 Mei", "21/13", "tanggal 45", "February 31",
    ],
)  # fmt: skip
def test_a_day_that_no_calendar_has_is_none(said: str):
    with pytest.raises(NoSuchDayError):
        read_day(said, FRIDAY)
    assert [day.date for day in find_days(f"kirim {said} ya", FRIDAY)] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "", "Usulan dua kota", "besoknya", "21 Sep 2018 lalu", "Jumat lalu", "dua minggu terakhir",
        "dalam dua minggu terakhir", "UU 14/2008", "Nomor S-21/9/2018", "1/21/9", "3,5/9.5",
        "pasal 21", "Minggu", "Sep", "Agustus 2018", "Sepuluh", "12 September2018x",
        "999 bulan lalu", "mayday", "3.21/9",
    ],
)  # fmt: skip
def test_what_is_no_day_to_come_is_left_alone(text: str):
    assert find_days(text, FRIDAY) == ()


def test_days_come_in_the_order_of_the_text_and_of_a_long_one_the_end_counts():
    text = "Draf besok, lalu 31 Feb, final 21 Sep"
    assert [day.date for day in find_days(text, FRIDAY)] == ["2018-08-25", "", "2018-09-21"]
    (found,) = find_days("besok " + "kata " * 20_000 + "lusa", FRIDAY)
    assert found.date == "2018-08-26"


_PIECES = st.sampled_from([*SAID, "31 Feb", "9999", "lagi", "dua", "depan", "/", "-", " ", "ſep"])


@given(text=st.lists(_PIECES | st.text(max_size=6)).map(" ".join), today=st.dates())
def test_no_text_breaks_it(text: str, today: dt.date):
    for day in find_days(text, today):
        assert 0 <= day.start < day.end <= len(text)
        assert day.date == "" or dt.date.fromisoformat(day.date)
    with suppress(ValueError):
        read_day(text, today)


def test_a_day_of_the_week_beyond_the_calendar_is_not_understood():
    with pytest.raises(ValueError, match="Senin"):
        read_day("Senin", dt.date.max)
