"""The public version says what was discussed, and names nobody who didn't agree to it."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from db.following import CarriedFollowUp, FollowUpLine
from db.records import Paper, Signature
from db.snapshot import MeetingDossier
from exports import minutes_docx
from exports.minutes_pdf import render_minutes
from exports.public import public_minutes
from tests.exports.meetings import (
    ID,
    a_commitment,
    a_full_meeting,
    a_meeting,
    a_person,
    a_point,
    a_task,
)
from tests.exports.pdf_reading import attachment, open_pdf, read_words

SECRETS = (
    "Bayu", "Angkasa", "Tirta", "Malam", "Belum Datang", "Sekar", "Pagi", "19870101", "Nilam",
    "Kelana", "0812", "bayu@dinas.example", "nilam@dinas.example", "calon kader", "Alamatnya",
)  # fmt: skip


def content_of(dossier: MeetingDossier, language: str = "id"):
    return public_minutes(dossier, language).content


def notes_of(dossier: MeetingDossier) -> list[str]:
    return [note for point in content_of(dossier).discussion.points for note in point.notes]


@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_of_what_is_private_is_in_the_pdf_nor_in_what_is_attached(language: str):
    data = render_minutes(a_full_meeting(), language, public=True).data
    for text in (" ".join(read_words(data)), str(attachment(data)), str(open_pdf(data).metadata)):
        assert [secret for secret in SECRETS if secret in text] == []


def test_nothing_of_it_is_in_the_word_document():
    document = docx.Document(
        BytesIO(minutes_docx.render_minutes(a_full_meeting(), "id", public=True).data)
    )
    texts = [paragraph.text for paragraph in document.element.body.iter() if paragraph.text]
    assert [secret for secret in SECRETS if secret in " ".join(texts)] == []
    assert "Versi publik" in document.sections[0].footer.paragraphs[1].text


def test_who_agreed_is_named_and_the_others_stand_as_their_bodies():
    content = content_of(a_full_meeting())
    assert content.attendance.lines == (
        "Laras Senja, Koordinator, Jejaring Kader", "Bidang Gizi, Dinas Kesehatan (daring)",
    )  # fmt: skip
    assert content.excused.lines == ("Dinas Sosial",)


def test_several_of_one_unit_are_one_line_with_their_number():
    people = [a_person(n, person=f"Orang {n}x", unit="Bidang Gizi") for n in range(3)]
    crowd = a_person(7, organisation="Kader", people=12, men=2, women=10)
    nobody = [a_person(n, person="Warga Satu", title="Warga") for n in (8, 9)]
    content = content_of(a_meeting(people=(*people, crowd, *nobody)))
    assert content.attendance.lines == (
        "Bidang Gizi (3 orang)",
        "Kader (12 orang, 2 laki-laki, 10 perempuan)",
        "Peserta perorangan (2 orang)",
    )


def test_points_keep_their_official_numbers_and_it_is_said_how_many_are_missing():
    content = content_of(a_full_meeting())
    assert [point.number for point in content.discussion.points] == ["1.", "2.", "3.", "4.", "6."]
    assert content.discussion.left_out == "2 butir tidak dimuat dalam versi publik ini."
    one = content_of(a_meeting(a_point(1, "A"), a_point(2, "B", visibility="private")))
    assert one.discussion.left_out.startswith("Satu butir")
    assert content_of(a_meeting(a_point(1, "A"))).discussion.left_out == ""


def test_what_is_below_a_private_point_is_private_however_deep():
    chain = [a_point(1, "a", visibility="private")]
    chain += [a_point(n, "x", parent_id=ID.format(99 + n)) for n in range(2, 6)]
    content = content_of(a_meeting(*chain, a_point(9, "terbuka")))
    assert [point.text for point in content.discussion.points] == ["terbuka"]


def test_follow_ups_of_private_points_are_left_out_and_the_others_keep_their_numbers():
    tasks = (a_task(1, "Rahasia", point_id=ID.format(101)), a_task(2, "Terbuka"))
    content = content_of(a_meeting(a_point(1, "x", visibility="private"), tasks=tasks))
    assert [(line.number, line.text) for line in content.follow_ups.lines] == [("2.", "Terbuka")]


def test_nobody_signs_and_the_office_s_signatures_are_no_exception():
    paper = Paper(note_taker=Signature(name="Sekar Pagi"), chair_signs="yes")
    assert content_of(a_meeting(paper=paper)).signers == ()


def test_what_was_raised_by_a_body_or_by_who_agreed_says_so():
    people = (a_person(1, person="Laras Senja", organisation="Kader", named="yes"),)
    raised = ("Dinas Kesehatan", "Laras Senja", "Ibu Laras Senja", "Kader")
    points = [a_point(n, "x", raised_by=name) for n, name in enumerate(raised)]
    found = notes_of(a_meeting(*points, people=people))
    assert found == [f"Disampaikan oleh {name}" for name in raised]


def test_what_was_raised_by_a_person_is_put_down_to_their_body():
    people = (a_person(1, person="Bayu Angkasa", organisation="Jejaring Hijau"),)
    points = (a_point(1, "x", raised_by="Pak Bayu Angkasa"),)
    assert notes_of(a_meeting(*points, people=people)) == ["Disampaikan oleh Jejaring Hijau"]


def test_a_text_that_may_be_a_name_is_left_out_and_told():
    points = (
        a_point(1, "x", raised_by="Embun Rimba"),
        a_point(2, "y", raised_by="INFID", raised_by_id=ID.format(44)),
        a_point(3, "z", kind="decision", consensus="objection", objection_by="Embun Rimba"),
    )
    made = public_minutes(a_meeting(*points, chair="Angin Timur"), "id")
    notes = [note for point in made.content.discussion.points for note in point.notes]
    assert notes == ["Disampaikan oleh INFID", "Keputusan rapat, mufakat dengan catatan keberatan"]
    assert made.content.chair.text == ""
    (notice,) = made.notices
    assert (notice.key, notice.values) == (
        "public_left_out", {"texts": "Angin Timur; Embun Rimba"},
    )  # fmt: skip


def test_a_chair_is_known_by_the_office():
    chair = "Kasubdit Kualitas Pelayanan Publik, Kementerian PPN/Bappenas"
    made = public_minutes(a_meeting(chair=chair), "id")
    assert made.content.chair.text == chair
    assert made.notices == ()


def test_owners_of_follow_ups_are_bodies_too_also_of_those_carried_on():
    people = (a_person(1, person="Bayu Angkasa", unit="Bidang Gizi"),)
    line = FollowUpLine(id=ID.format(8), text="Lama", meeting_id=ID.format(9), owner="Bayu Angkasa")
    carried = (CarriedFollowUp(ID.format(101), line),)
    dossier = a_meeting(
        a_point(1, "Lama", kind="follow_up"),
        people=people,
        tasks=(a_task(1, "Baru", owner="Dr. Bayu Angkasa"),),
    )
    content = content_of(replace(dossier, carried=carried))
    assert [line.owner for line in content.follow_ups.lines] == ["Bidang Gizi", "Bidang Gizi"]


def test_contacts_of_commitments_are_not_named_in_points():
    points = (a_point(1, "Ibu Nilam Kelana menyanggupi."),)
    content = content_of(a_meeting(*points, commitments=(a_commitment(),)))
    assert content.discussion.points[0].text == "[nama tidak dimuat] menyanggupi."


def test_the_appendix_and_the_topic_name_nobody_either():
    people = (a_person(1, person="Bayu Angkasa", unit="Bidang Gizi"),)
    commitment = a_commitment(problem="Bayu Angkasa melihat antrean.")
    content = content_of(
        a_meeting(people=people, commitments=(commitment,), topic="Usul Bayu Angkasa")
    )
    assert content.summaries[0].problem.text == "[Bidang Gizi] melihat antrean."
    assert content.topic == "Topik: Usul [Bidang Gizi]"
    assert "Bayu" not in content.foot


def test_a_body_that_is_called_like_a_person_keeps_its_name_in_the_list():
    people = (
        a_person(1, person="Seruni", organisation="Kader"),
        a_person(2, organisation="Forum Seruni"),
    )
    assert content_of(a_meeting(people=people)).attendance.lines == ("Kader", "Forum Seruni")


def test_it_says_that_it_is_the_public_version():
    data = render_minutes(a_full_meeting(), "id", public=True).data
    words = " ".join(read_words(data))
    assert words.count("Versi publik") == 1 + len(open_pdf(data).pages)
