import pytest

from exports import formats


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("id", "Jumat, 24 Agustus 2018", "24 Agustus 2018"),
        ("en", "Friday, 24 August 2018", "24 August 2018"),
    ],
)
def test_a_date_is_printed_with_and_without_its_day(language: str, long: str, short: str):
    assert formats.format_long_date("2018-08-24", language) == long
    assert formats.format_date("2018-08-24", language) == short


def test_a_period_of_months_is_printed_with_both_ends():
    assert formats.format_month("2021-01", "id") == "Januari 2021"
    assert formats.format_month_period("2021-01", "2022-12", "id") == "Januari 2021 – Desember 2022"
    assert formats.format_month_period("2021-01", "2022-12", "en") == "January 2021 – December 2022"


def test_a_period_of_one_month_is_that_month():
    assert formats.format_month_period("2021-01", "2021-01", "id") == "Januari 2021"


def test_a_period_that_is_open_on_one_side_shows_which():
    assert formats.format_month_period("2021-01", "", "id") == "Januari 2021 –"
    assert formats.format_month_period("", "2022-12", "id") == "– Desember 2022"
    assert formats.format_day_period("", "2022-12", "id") == "– 31 Desember 2022"


@pytest.mark.parametrize(
    ("end", "printed"),
    [
        ("2022-12", "1 Januari 2020 – 31 Desember 2022"),
        ("2024-02", "1 Januari 2020 – 29 Februari 2024"),
        ("2023-02", "1 Januari 2020 – 28 Februari 2023"),
    ],
)
def test_a_period_in_days_runs_to_the_last_day_of_its_last_month(end: str, printed: str):
    assert formats.format_day_period("2020-01", end, "id") == printed


def test_hours_have_dots_in_indonesian_and_colons_in_english():
    assert formats.format_hours("14:00", "16:00", "WIB") == "14.00-16.00 WIB"
    assert formats.format_hours("14:00", "16:00", "WIB", "en") == "14:00-16:00 WIB"


def test_hours_may_lack_a_part():
    assert formats.format_hours("14:00", "", "WITA") == "14.00 WITA"
    assert formats.format_hours("", "16:00", "WIT") == "-16.00 WIT"
    assert formats.format_hours("14:00", "16:00", "") == "14.00-16.00"
    assert formats.format_hours("", "", "WIB") == ""


def test_an_empty_value_prints_as_nothing():
    assert formats.format_long_date("", "id") == ""
    assert formats.format_date("", "en") == ""
    assert formats.format_month("", "id") == ""
    assert formats.format_month_period("", "", "id") == ""
    assert formats.format_day_period("", "", "id") == ""
