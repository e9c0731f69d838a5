import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Commitment, Meeting, Plan
from db.snapshot import CommitmentDossier
from exports.file_names import (
    attendance_file_name,
    commitment_file_name,
    file_name,
    follow_ups_file_name,
    matrix_file_name,
    minutes_file_name,
    plan_file_name,
    unique_names,
)

ID = "00000000-0000-4000-8000-000000000000"
PLAN = Plan(id=ID, title="Rencana Aksi Kota", short_title="RAN OGI 2020-2022")
TOPIC = "Memperluas Praktik Keterbukaan di Daerah"


def meeting(**values: object) -> Meeting:
    return Meeting.model_validate({"id": ID, "plan_id": ID, **values})


def test_minutes_are_named_by_date_kind_and_topic():
    bilateral = meeting(date="2018-08-24", kind="bilateral", topic=TOPIC)
    assert (
        minutes_file_name(bilateral, PLAN, "id", "pdf")
        == f"2018-08-24 Notulen Bilateral - {TOPIC}.pdf"
    )
    assert (
        minutes_file_name(bilateral, PLAN, "en", "docx")
        == f"2018-08-24 Bilateral Minutes - {TOPIC}.docx"
    )


def test_papers_of_one_meeting_are_told_apart():
    bilateral = meeting(date="2018-08-24", kind="bilateral", topic="Air")
    assert (
        minutes_file_name(bilateral, PLAN, "id", "pdf", "Versi 1, publik")
        == "2018-08-24 Notulen Bilateral (Versi 1, publik) - Air.pdf"
    )
    assert (
        attendance_file_name(bilateral, PLAN, "id") == "2018-08-24 Daftar Hadir Bilateral - Air.pdf"
    )
    assert attendance_file_name(meeting(topic="Air"), PLAN, "en") == (
        "RAN OGI 2020-2022 Attendance List - Air.pdf"
    )


def test_minutes_without_anything_are_named_by_their_plan():
    assert minutes_file_name(meeting(), PLAN, "id", "pdf") == "RAN OGI 2020-2022 Notulen.pdf"


def test_a_plan_names_its_matrix_its_commitments_and_its_book():
    commitment = Commitment(id=ID, plan_id=ID, number=1, title="Mendorong Kontrak")
    assert follow_ups_file_name(PLAN, "id") == "RAN OGI 2020-2022 Tindak Lanjut.pdf"
    assert matrix_file_name(PLAN, "id") == "RAN OGI 2020-2022 Matriks Target.xlsx"
    assert plan_file_name(PLAN, "id") == "RAN OGI 2020-2022 Rencana Aksi.pdf"
    assert (
        commitment_file_name(CommitmentDossier(PLAN, commitment), "id")
        == "RAN OGI 2020-2022 Komitmen 01 - Mendorong Kontrak.pdf"
    )


def test_a_commitment_without_a_number_is_named_by_its_title():
    commitment = Commitment(id=ID, plan_id=ID, title="Kontrak")
    assert (
        commitment_file_name(CommitmentDossier(PLAN, commitment), "id")
        == "RAN OGI 2020-2022 Komitmen - Kontrak.pdf"
    )


def test_a_long_topic_is_cut_at_a_word_and_says_so():
    name = file_name("2018-08-24 Notulen", "keterbukaan " * 30, ext="pdf")
    assert name.endswith("keterbukaan ….pdf")
    assert len(name.encode()) <= 137


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("CON", "_CON.pdf"),
        ("com1.txt", "_com1.txt.pdf"),
        ("nul", "_nul.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("C:\\Windows\\x", "C--Windows-x.pdf"),
        ("akhir titik...", "akhir titik.pdf"),
        (".tersembunyi", "tersembunyi.pdf"),
        ("--out", "out.pdf"),
        ("a\tb\nc", "a b c.pdf"),
        ("K/L: “apa”?", "K-L- “apa”.pdf"),
        ("laporan\u202efdp.exe", "laporanfdp.exe.pdf"),
        ("", "Rembuk.pdf"),
        ("...", "Rembuk.pdf"),
        ("e\u0301", "é.pdf"),
    ],
)
def test_a_name_is_safe_whatever_was_typed(part: str, name: str):
    assert file_name(part, ext="pdf") == name


@given(st.lists(st.text(), max_size=4))
def test_no_text_makes_a_name_that_a_system_refuses(parts: list[str]):
    name = file_name(*parts, ext="pdf")
    assert name.endswith(".pdf")
    assert not set(name) & set('<>:"/\\|?*')
    assert len(name.encode("utf-8")) <= 140
    assert name[0] not in "-.~ "
    assert name[:-4] == name[:-4].rstrip(" .")
    assert all(unicodedata.category(char)[0] != "C" for char in name)


def test_names_that_collide_are_numbered_in_order():
    assert unique_names(["a.pdf", "A.pdf", "b.pdf", "a.PDF"]) == (
        "a.pdf",
        "A (2).pdf",
        "b.pdf",
        "a (3).PDF",
    )


def test_a_number_given_never_takes_a_name_that_was_asked_for():
    assert unique_names(["a.pdf", "a.pdf", "a (2).pdf"]) == ("a.pdf", "a (3).pdf", "a (2).pdf")


@given(st.lists(st.sampled_from(["a.pdf", "A.pdf", "a (2).pdf", "ß.pdf", "ss.pdf"])))
def test_no_two_names_of_an_export_are_one_file(names: list[str]):
    unique = unique_names(names)
    assert len({name.casefold() for name in unique}) == len(names)
    assert unique == unique_names(names)
