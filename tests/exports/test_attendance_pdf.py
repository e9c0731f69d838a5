"""The sheet to sign: who is expected stands on it, and there is room for pens and walk-ins."""

from db.records import Paper
from exports.attendance import sheet_content
from exports.attendance_pdf import render_attendance
from tests.exports.meetings import a_full_meeting, a_meeting, a_person
from tests.exports.pdf_reading import (
    attachment,
    open_pdf,
    outline_titles,
    page_texts,
    read_words,
)
from tests.exports.test_minutes_paper import LOGO

HEADS = "No. Nama Jabatan Instansi/Organisasi L/P No. HP/Surel Tanda Tangan"


def numbers(data: bytes) -> list[int]:
    """The numbers of all lines, filled in or blank."""
    words = read_words(data)
    return [int(word[:-1]) for word in words if word.endswith(".") and word[:-1].isdecimal()]


def test_it_says_which_meeting_and_what_to_fill_in():
    pages = page_texts(render_attendance(a_full_meeting(), "id").data)
    words = " ".join(pages[0].split())
    # The sheet is printed before: the hours are those of the invitation.
    for text in (
        "PEMERINTAH KOTA MUARA SERUNI", "DAFTAR HADIR", "Topik: Posyandu", HEADS,
        "Hari/ Tanggal : Rabu, 4 Maret 2026", "Waktu : 09.00-11.00 WITA", "Tempat : Aula",
        "Pertemuan bilateral · Posyandu · 4 Maret 2026",
    ):  # fmt: skip
        assert text in words


def test_in_english_it_is_an_attendance_list():
    words = " ".join(read_words(render_attendance(a_full_meeting(), "en").data))
    assert "ATTENDANCE LIST" in words
    assert "Institution/Organisation M/F Phone/E-mail Signature" in words


def test_everybody_who_was_invited_or_came_has_a_line_but_not_who_is_excused():
    people = (
        a_person(1, person="Laras", title="Koordinator", unit="Bidang Gizi",
                 organisation="Dinas", gender="f", presence="invited"),
        a_person(2, person="Bayu", gender="m"),
        a_person(3, person="Jauh", presence="online"),
        a_person(4, person="Izin", presence="excused"),
        a_person(5, person="Alpa", presence="absent"),
        a_person(6),
    )  # fmt: skip
    lines = sheet_content(a_meeting(people=people), "id").lines
    assert [line.name for line in lines] == ["Laras", "Bayu", "Jauh"]
    assert (lines[0].title, lines[0].organisation, lines[0].gender) == (
        "Koordinator", "Bidang Gizi, Dinas", "P",
    )  # fmt: skip
    assert (lines[1].gender, lines[1].sign, lines[2].sign) == ("L", "", "daring")


def test_a_row_of_several_people_gets_a_line_for_each():
    people = (
        a_person(1, organisation="Kader", people=4),
        a_person(2, organisation="Warga", men=1, women=2),
        a_person(3, organisation="Satu kota", people=900_000),
    )
    names = [line.organisation for line in sheet_content(a_meeting(people=people), "id").lines]
    assert (names.count("Kader"), names.count("Warga"), names.count("Satu kota")) == (4, 3, 60)


def test_the_last_page_is_filled_with_blank_numbered_lines():
    for count in (0, 1, 7, 12, 40):
        people = tuple(a_person(n, person=f"Orang{n}") for n in range(count))
        found = numbers(render_attendance(a_meeting(people=people), "id").data)
        assert found == list(range(1, len(found) + 1))
        assert count + 3 <= len(found) <= count + 18


def test_it_lies_across_and_its_head_comes_again_on_every_page():
    people = tuple(a_person(n, person=f"Orang{n}") for n in range(40))
    data = render_attendance(a_meeting(people=people), "id").data
    pages = page_texts(data)
    assert len(pages) > 2
    assert all(HEADS in " ".join(page.split()) for page in pages)
    boxes = [page.mediabox for page in open_pdf(data).pages]
    assert all(box.width > box.height for box in boxes)


def test_it_is_archival_and_carries_what_it_prints():
    document = render_attendance(a_full_meeting(paper=Paper(logo=LOGO)), "id")
    assert document.warnings == ()
    attached = attachment(document.data)
    assert outline_titles(document.data) == [(0, attached["content"]["title"])]
    assert attached["document"] == "attendance"
    assert attached["content"]["lines"][0]["name"] == "Laras Senja"


def test_the_same_meeting_gives_the_same_bytes():
    assert render_attendance(a_full_meeting(), "id") == render_attendance(a_full_meeting(), "id")


def test_typed_text_is_never_markup():
    people = (a_person(1, person="<b>R&D</b>", organisation="=1+1 {x}"),)
    words = " ".join(read_words(render_attendance(a_meeting(people=people), "id").data))
    assert "<b>R&D</b>" in words
    assert "=1+1 {x}" in words
