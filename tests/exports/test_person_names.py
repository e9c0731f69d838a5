"""Names of persons are found in texts however they are addressed, and nothing else is."""

import pytest

from exports.person_names import PersonNames, bare_name, name_forms

NAMES = PersonNames({"Dr. Bayu Angkasa, M.Kes.": "[Bidang Gizi]", "Suharti": "[Kader]"}, "[kontak]")


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Dr. Bayu Angkasa, M.Kes.", "Bayu Angkasa"),
        ("Prof. Dr. H. Bayu Angkasa", "Bayu Angkasa"),
        ("Ibu Laras", "Laras"),
        ("Hj. Siti", "Siti"),
        ("Hendra", "Hendra"),
        ("Drajat", "Drajat"),
        ("", ""),
    ],
)
def test_a_name_without_its_titles(name: str, bare: str):
    assert bare_name(name) == bare


def test_a_name_is_written_in_several_ways():
    assert name_forms("Dr. Bayu Angkasa, M.Kes.") == (
        "Dr. Bayu Angkasa, M.Kes.", "Dr. Bayu Angkasa", "Bayu Angkasa",
    )  # fmt: skip
    assert name_forms("Al") == ()


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Bayu Angkasa setuju.", "[Bidang Gizi] setuju."),
        ("Kata Dr. Bayu Angkasa, M.Kes. benar.", "Kata [Bidang Gizi] benar."),
        ("Pak Bayu dan Bapak Angkasa datang", "[Bidang Gizi] dan [Bidang Gizi] datang"),
        ("bu Suharti: ya", "[Kader]: ya"),
        ("(Suharti)", "([Kader])"),
        ("Suhartini tidak", "Suhartini tidak"),
        ("Bayu laut dan angkasa luas", "Bayu laut dan angkasa luas"),
        ("Bayu-Bayu", "Bayu-Bayu"),
    ],
)
def test_a_name_is_replaced_as_a_whole(text: str, hidden: str):
    assert NAMES.hide(text) == hidden


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("tulis ke a.b+c@dinas.go.id.", "tulis ke [kontak]."),
        ("HP 0812-3456-7890", "HP [kontak]"),
        ("HP 0812 3456 789, Senin", "HP [kontak], Senin"),
        ("telepon (021) 555 1234", "telepon [kontak]"),
        ("telepon +62 812 3456 7890", "telepon [kontak]"),
        ("pukul 09.00-11.30 WIB", "pukul 09.00-11.30 WIB"),
        ("tanggal 05-06-2026 10 orang", "tanggal 05-06-2026 10 orang"),
        ("surat 001/SK/2026", "surat 001/SK/2026"),
        ("SP4N-LAPOR! 1708 dan #JadiOpen", "SP4N-LAPOR! 1708 dan #JadiOpen"),
        ("Rp100.000.000.000", "Rp100.000.000.000"),
        ("@kementerian", "@kementerian"),
    ],
)
def test_addresses_and_numbers_to_call_are_replaced_and_other_numbers_are_not(
    text: str, hidden: str
):
    assert NAMES.hide(text) == hidden


def test_a_text_that_is_a_name_is_known_with_and_without_titles():
    assert NAMES.knows("Bayu Angkasa") == "[Bidang Gizi]"
    assert NAMES.knows("Bpk. Suharti") is None
    assert NAMES.knows("Ibu Suharti") == "[Kader]"
    assert NAMES.knows("Dinas Kesehatan") is None


def test_without_any_name_texts_stay_as_they_are():
    assert PersonNames({}, "[kontak]").hide("Pak Bayu, 09.00") == "Pak Bayu, 09.00"


def test_names_that_look_like_patterns_are_only_names():
    names = PersonNames({"A.*(b": "[x]"}, "")
    assert names.hide("A.*(b dan Abb") == "[x] dan Abb"


@pytest.mark.parametrize("piece", ["0", "0 ", "a.", "pak ", "h", "a@", "Bayu ", "dr.", "(021) "])
def test_texts_of_any_length_are_searched_in_no_time(piece: str):
    NAMES.hide(piece * (100_000 // len(piece)))
