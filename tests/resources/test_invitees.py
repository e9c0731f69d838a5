"""Pasted lists are understood as the people who wrote them mean them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text import clean
from resources.invitees import MOST_LINES, Understood, read_invitees
from resources.naming import naming
from ui.matrix.clipboard import parse_block


def read(text: str) -> Understood:
    return read_invitees(parse_block(clean(text)))


def said(text: str) -> list[tuple[str, ...]]:
    return [
        (one.person, one.title, one.unit, one.organisation, one.sector)
        for one in read(text).invitees
    ]


@pytest.mark.parametrize(
    ("line", "person", "title", "unit", "organisation", "sector"),
    [
        ("1. Biro Hukum, Kementerian Desa", "", "", "Biro Hukum", "Kementerian Desa", "ministry"),
        ("• Biro Hukum Kementerian Desa", "", "", "Biro Hukum", "Kementerian Desa", "ministry"),
        ("- Yth. Kepala Dinas Pangan Kota Teduh", "", "Kepala", "", "Dinas Pangan Kota Teduh",
         "subnational"),
        ("3) Dinas Pangan, Kota Teduh", "", "", "Dinas Pangan", "Kota Teduh", "subnational"),
        ("Badan Pangan Provinsi Seruni", "", "", "", "Badan Pangan Provinsi Seruni", "subnational"),
        ("Badan Pangan Nusantara", "", "", "", "Badan Pangan Nusantara", "ministry"),
        ("a) Direktur Eksekutif Yayasan Teduh", "", "Direktur Eksekutif", "", "Yayasan Teduh",
         "cso"),
        ("Dr. Ratri Wulandari, S.H., M.Si., Kepala Biro Umum, Kemendesa",
         "Dr. Ratri Wulandari, S.H., M.Si.", "Kepala", "Biro Umum", "Kemendesa", "ministry"),
        ("Bapak Bagas (Perkumpulan Layar Desa)", "Bapak Bagas", "", "", "Perkumpulan Layar Desa",
         "cso"),
        ("Siti Rahayu - Universitas Muara", "Siti Rahayu", "", "", "Universitas Muara", "academia"),
        ("Universitas Muara, Fakultas Hukum", "", "", "Fakultas Hukum", "Universitas Muara",
         "academia"),
        ("Ratri Wulandari <ratri@desa.example>", "Ratri Wulandari", "", "", "", ""),
        ("tono.sabar@desa.example", "Tono Sabar", "", "", "", ""),
        ("PT Layar Terang", "", "", "", "PT Layar Terang", "private"),
        ("H. Ahmad Sabar, Anggota, DPRD Kota Teduh", "H. Ahmad Sabar", "Anggota", "",
         "DPRD Kota Teduh", "parliament"),
    ],
)  # fmt: skip
def test_a_line_is_understood(
    line: str, person: str, title: str, unit: str, organisation: str, sector: str
):
    assert said(line) == [(person, title, unit, organisation, sector)]


def test_columns_are_known_by_their_heads_wherever_these_stand():
    text = (
        "No\tNama Lengkap\tInstansi\tL/P\tNo. HP\n"
        "1\tRatri\tBiro Umum, Kemendesa\tP\t0812-345-6789\n"
        "No\tNama Lengkap\tInstansi\tL/P\tNo. HP\n2\tBagas\tYayasan Teduh\tL\t\n"
    )
    found = read(text)
    assert [(i.person, i.unit, i.organisation, i.gender) for i in found.invitees] == [
        ("Ratri", "Biro Umum", "Kemendesa", "f"), ("Bagas", "", "Yayasan Teduh", "m"),
    ]  # fmt: skip
    assert (found.heads, found.contacts) == (2, 1)


def test_cells_without_heads_and_lines_with_semicolons_are_read_as_well():
    wanted = [("Ratri Wulandari", "Analis", "", "Bappenas", "ministry")]
    assert said("1\tRatri Wulandari\tAnalis\tBappenas") == wanted
    assert said("Nama;Jabatan;Instansi\nRatri Wulandari;Analis;Bappenas") == wanted


@pytest.mark.parametrize("mark", ["; ", ", "])
def test_recipients_of_a_mail_are_one_line_each(mark: str):
    people = ["Ratri Wulandari <r@x.example>", "Bagas <b@x.example>", '"Sari" <s@x.example>']
    found = read(mark.join(people))
    assert [one.person for one in found.invitees] == ["Ratri Wulandari", "Bagas", "Sari"]
    assert found.contacts == 3


def test_what_stands_above_with_a_colon_is_the_organisation_of_those_below():
    text = "Undangan:\nYayasan Teduh:\nRatri Wulandari\nBappeda Kota Seruni:\nSari Dewi, Kabid Data"
    assert said(text) == [
        ("Ratri Wulandari", "", "", "Yayasan Teduh", "cso"),
        ("Sari Dewi", "Kabid Data", "", "Bappeda Kota Seruni", "subnational"),
    ]


def test_names_alone_follow_what_most_of_the_list_is():
    assert [line[3] for line in said("Yayasan Teduh\nKoalisi Air\nLayar Terang")][2] == (
        "Layar Terang"
    )
    assert said("Ratri Wulandari\nBagas Putra")[1][0] == "Bagas Putra"


def test_what_is_no_name_is_left_out_and_counted():
    found = read("x" * 100_000 + "\nBappenas\n" + "Yayasan\n" * MOST_LINES)
    assert (found.too_long, found.beyond, len(found.invitees)) == (1, 2, MOST_LINES - 1)


def test_formulas_markup_and_other_scripts_stay_text():
    texts = ["=1+1", "<b>Forum</b>", "محمد علي", "😀", "ꦱꦶꦠꦶ"]
    found = read("\n".join(texts) + "\x00")
    every = [one.person or one.organisation for one in found.invitees]
    assert every == texts


@given(st.text(st.sampled_from('Ab1 \t\n;,<>@."()=-–:éKepala Biro')), st.text())
def test_any_text_is_read_and_nothing_is_made_up(one: str, other: str):
    text = one + other
    for invitee in read(text).invitees:
        words = f"{invitee.person} {invitee.title} {invitee.unit} {invitee.organisation}"
        assert words.strip()
        for word in naming_words(words):
            assert word in " ".join(naming_words(clean(text)))


def naming_words(text: str) -> list[str]:
    assert naming(text).kind
    return "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()


def test_a_cell_that_only_says_the_sector_is_no_organisation():
    rows = "Biro Hukum\tKementerian Desa\tK/L\n\tLayar Desa\tOMS\nKomisi II\tDPR\t"
    assert said(rows) == [
        ("", "", "Biro Hukum", "Kementerian Desa", "ministry"),
        ("", "", "", "Layar Desa", "cso"),
        ("", "", "Komisi II", "DPR", "parliament"),
    ]


def test_a_word_without_an_end_is_told_of_at_once():
    """It once took a quarter of a minute to find no address in it."""
    understood = read_invitees([["x" * 100_000]])
    assert (understood.invitees, understood.too_long) == ((), 1)
