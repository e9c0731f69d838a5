"""Minutes on an office's own paper: its order of sections, its picture, who signs for it."""

from dataclasses import replace

import pytest

from db.records import Paper, Signature
from exports.minutes import minutes_content
from exports.minutes_docx import render_minutes as render_docx
from exports.minutes_pdf import render_minutes
from exports.pictures import prepare_logo
from tests.exports.meetings import a_full_meeting, a_meeting, a_person, a_point, a_task
from tests.exports.pdf_reading import open_pdf, read_words
from tests.exports.test_pictures import a_picture

LOGO = prepare_logo(a_picture())


def signers(paper: Paper, **fields: object) -> list[tuple[str, str]]:
    content = minutes_content(a_meeting(paper=paper, **fields), "id")
    return [(signer.role, signer.name) for signer in content.signers]


def test_the_hours_are_the_real_ones_where_they_were_noted():
    def hours(**fields: str) -> str:
        return minutes_content(a_meeting(**fields), "id").held.facts[1].text

    assert hours() == "09.00-11.00 WITA"
    assert hours(began="09:12", ended="11:40") == "09.12-11.40 WITA"
    assert hours(began="09:12") == "09.12-11.00 WITA"
    # Begun only after the planned end: that end was not the meeting's.
    assert hours(began="12:43") == "12.43 WITA"


def test_who_was_only_invited_is_not_listed_and_who_is_excused_stands_apart():
    people = (
        a_person(1, organisation="Datang", presence="present"),
        a_person(2, organisation="Diundang", presence="invited"),
        a_person(3, organisation="Izin", presence="excused"),
        a_person(4, organisation="Alpa", presence="absent"),
        a_person(5, organisation="Lama"),
    )
    content = minutes_content(a_meeting(people=people), "id")
    assert content.attendance.lines == ("Datang", "Lama")
    assert content.excused.lines == ("Izin",)


# -- signatures ------------------------------------------------------------------------------

OFFICE = Paper(
    note_taker=Signature(name="Notulis Kantor"),
    chair=Signature(name="Ketua Kantor"),
    chair_signs="yes",
)


def test_the_office_signs_where_the_meeting_names_nobody():
    assert signers(OFFICE) == [
        ("Pimpinan Rapat", "Ketua Kantor"), ("Notula Rapat", "Notulis Kantor"),
    ]  # fmt: skip


def test_who_signs_the_meeting_wins():
    fields = {"note_taker": Signature(title="Analis"), "chair_signature": Signature(nip="1")}
    content = minutes_content(a_meeting(paper=OFFICE, **fields), "id")
    assert [(s.name, s.lines) for s in content.signers] == [("", ("NIP 1",)), ("", ("Analis",))]


def test_the_chair_signs_only_where_the_office_or_the_meeting_wants_it():
    quiet = OFFICE.model_copy(update={"chair_signs": ""})
    assert signers(quiet) == [("Notula Rapat", "Notulis Kantor")]
    own = signers(quiet, chair_signature=Signature(name="Ketua Rapat"))
    assert own[0] == ("Pimpinan Rapat", "Ketua Rapat")


# -- sections --------------------------------------------------------------------------------


def headings(*sections: str, **fields: object) -> list[str]:
    """The numbered headings as the PDF's bookmarks have them."""
    tasks = (a_task(1, "Surat"),) if fields.pop("tasks", True) else ()
    dossier = a_meeting(
        a_point(1, "Butir"), paper=Paper(sections=sections), tasks=tasks,
        people=(a_person(1, organisation="Dinas"),),
    )  # fmt: skip
    pdf = open_pdf(render_minutes(dossier, "id").data)
    (_, entries) = pdf.outline
    return [entry.title for entry in entries]


FORM = [
    "1. Pelaksanaan", "2. Pimpinan Rapat", "3. Peserta Rapat", "4. Pembahasan Rapat",
    "5. Tindak Lanjut",
]  # fmt: skip


def test_without_an_order_of_its_own_the_sections_stand_as_on_the_form():
    assert headings() == FORM


def test_an_office_may_put_the_follow_ups_before_the_discussion():
    assert headings("held", "chair", "attendance", "follow_ups", "discussion") == [
        *FORM[:3], "4. Tindak Lanjut", "5. Pembahasan Rapat",
    ]  # fmt: skip


def test_sections_that_it_does_not_name_are_not_lost_and_unknown_ones_are_no_harm():
    assert headings("discussion", "unheard_of", "discussion") == [
        "1. Pembahasan Rapat", "2. Pelaksanaan", "3. Pimpinan Rapat", "4. Peserta Rapat",
        "5. Tindak Lanjut",
    ]  # fmt: skip


def test_a_section_that_is_not_printed_takes_no_number():
    assert headings("follow_ups", tasks=False) == FORM[:4]


# -- the picture -----------------------------------------------------------------------------


@pytest.mark.parametrize("render", [render_minutes, render_docx])
def test_a_bad_picture_is_told_and_the_minutes_are_printed(render):
    document = render(a_full_meeting(paper=Paper(logo="aGVsbG8=")), "id")
    assert [notice.key for notice in document.warnings] == ["logo_unreadable"]
    assert len(document.data) > 5000


def test_the_picture_stands_on_the_first_page_and_the_file_stays_archival():
    document = render_minutes(a_full_meeting(paper=Paper(logo=LOGO)), "id")
    assert document.warnings == ()
    pages = open_pdf(document.data).pages
    assert [len(page.images) for page in pages] == [1, 0, 0]


def test_a_picture_alone_makes_a_letterhead():
    dossier = a_meeting(a_point(1, "Butir"), paper=Paper(logo=LOGO))
    bare = dossier.plan.model_copy(update={"organiser": ""})
    data = render_minutes(replace(dossier, plan=bare), "id").data
    assert len(open_pdf(data).pages[0].images) == 1
    assert read_words(data)[:2] == ["NOTULEN", "RAPAT"]
