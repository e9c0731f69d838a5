"""Which texts name an office or a body, and not a person."""

import pytest

from resources import FOLDER
from resources.bodies import names_a_body


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Bidang Infrastruktur", "Wali Kota", "Semua peserta", "Dinas Kesehatan",
        "WARGA KELURAHAN", "Sekretaris Bappeda", "the Ministry of Health", "Tim/Pokja",
    ],
)  # fmt: skip
def test_offices_and_bodies(text: str):
    assert names_a_body(text)


@pytest.mark.parametrize("text", ["Laras Senja", "Timur Angin", "", "INFID", "Kotak", "12"])
def test_everything_else_may_be_a_person(text: str):
    assert not names_a_body(text)


def test_the_list_is_small_letters_sorted_and_without_doubles():
    words = (FOLDER / "bodies.txt").read_text("utf-8").split()
    assert words == sorted({word.casefold() for word in words})
