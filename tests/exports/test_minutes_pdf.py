"""The minutes as somebody reads them: every word, in its place, on pages that hold together."""

import dataclasses
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from db.records import Attendance, FollowUp, Meeting, Plan, Point, Signature
from db.snapshot import MeetingDossier
from exports.minutes_pdf import render_minutes
from tests.exports.pdf_reading import (
    attachment,
    lost_word,
    open_pdf,
    outline_titles,
    page_texts,
    printed_texts,
    read_words,
    words_of,
)

ID = "00000000-0000-4000-8000-{:012}"
HOSTILE = 'R&D <Menteri> <img src="/etc/passwd"> {nama} &amp; </para> <b>x</b> %s {0} \\n'


def a_meeting(*texts: str, **fields: object) -> MeetingDossier:
    plan = Plan(id=ID.format(1), organiser="Pemerintah Kota Muara Seruni")
    meeting = Meeting(
        id=ID.format(2),
        plan_id=plan.id,
        **{
            "kind": "bilateral",
            "topic": "Posyandu",
            "date": "2026-03-04",
            "place": "Aula",
            "chair": "Wali Kota",
            **fields,
        },
    )
    points = [a_point(n, text) for n, text in enumerate(texts, 1)]
    return MeetingDossier(plan, meeting, points=tuple(points))


def a_point(number: int, text: str, **fields: object) -> Point:
    return Point(
        id=ID.format(100 + number), meeting_id=ID.format(2), position=number, text=text, **fields
    )


def test_the_real_minutes_have_every_word_in_its_place(bilateral: MeetingDossier) -> None:
    meeting = bilateral.meeting
    commitment = bilateral.commitments[0].commitment
    wanted = [bilateral.plan.organiser, "NOTULEN RAPAT", meeting.subtitle, "Topik:", meeting.topic]
    wanted += ["1. Pelaksanaan", "Hari/ Tanggal : Jumat, 24 Agustus 2018"]
    wanted += ["Waktu : 14.00-16.00 WIB", "Tempat :", meeting.place, "2. Pimpinan Rapat :"]
    wanted += [meeting.chair, "3. Peserta Rapat :"]
    for number, person in enumerate(bilateral.attendances, 1):
        wanted.append(f"{number}.")
        wanted.append(", ".join(filter(None, (person.unit, person.organisation))))
    wanted.append("4. Pembahasan Rapat")
    for number, point in enumerate(bilateral.points, 1):
        wanted += [f"{number}.", point.text]
    wanted += ["Notula Rapat", meeting.note_taker.title, "Ringkasan Hasil Pembahasan Usulan Aksi"]
    wanted += ["Aksi :", commitment.title, "Latar Belakang :", commitment.problem]
    data = render_minutes(bilateral, "id").data
    assert lost_word(words_of(wanted), read_words(data)) is None


def test_the_appendix_lists_goals_milestones_and_bodies(bilateral: MeetingDossier) -> None:
    appendix = " ".join(page_texts(render_minutes(bilateral, "id").data)[-1].split())
    dossier = bilateral.commitments[0]
    assert dossier.commitment.description in appendix
    for number, milestone in enumerate(dossier.milestones, 1):
        assert f"{number}. {milestone.text}" in appendix
    for parties in (dossier.commitment.leads, dossier.commitment.government_actors):
        for number, party in enumerate(parties, 1):
            assert f"{number}. {party.name}" in appendix


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_is_attached_is_what_is_printed(bilateral: MeetingDossier, language: str) -> None:
    data = render_minutes(bilateral, language).data
    attached = attachment(data)
    assert (attached["document"], attached["language"]) == ("minutes", language)
    texts = list(printed_texts(attached["content"]))
    assert lost_word(words_of(texts), read_words(data)) is None
    known = set(words_of([*texts, attached["content"]["foot"], attached["content"]["draft"]]))
    printed = (word for word in read_words(data) if not re.fullmatch(r"\d+\.?|[:/]", word))
    assert set(printed) <= known


def test_nothing_that_is_not_printed_is_attached() -> None:
    dossier = a_meeting("Butir")
    secret = Attendance(
        id=ID.format(3),
        meeting_id=ID.format(2),
        person="Tidak Hadir",
        presence="absent",
        gender="f",
        sector="cso",
    )
    dropped = FollowUp(id=ID.format(4), meeting_id=ID.format(2), text="Batal", status="dropped")
    dossier = dataclasses.replace(dossier, attendances=(secret,), follow_ups=(dropped,))
    attached = str(attachment(render_minutes(dossier, "id").data))
    for absent in ("Tidak Hadir", "Batal", "cso", ID.format(2)):
        assert absent not in attached


def test_feet_number_the_pages_and_name_kind_topic_and_date(bilateral: MeetingDossier) -> None:
    pages = page_texts(render_minutes(bilateral, "id").data)
    for number, page in enumerate(pages, 1):
        foot = " ".join(page.split())
        assert f"{number} / {len(pages)}" in foot
        assert "Pertemuan bilateral · Memperluas Praktik Keterbukaan" in foot
        assert "24 Agustus 2018" in foot
        assert "DRAF" in foot


def test_final_minutes_are_no_draft() -> None:
    assert "DRAF" not in read_words(render_minutes(a_meeting("Butir", status="final"), "id").data)


def test_bookmarks_lead_to_every_section(bilateral: MeetingDossier) -> None:
    titles = [title for _, title in outline_titles(render_minutes(bilateral, "id").data)]
    assert titles[:5] == [
        "NOTULEN RAPAT",
        "1. Pelaksanaan",
        "2. Pimpinan Rapat",
        "3. Peserta Rapat",
        "4. Pembahasan Rapat",
    ]


def test_english_minutes_have_english_labels(bilateral: MeetingDossier) -> None:
    text = " ".join(read_words(render_minutes(bilateral, "en").data))
    for label in ("MINUTES OF MEETING", "Friday, 24 August 2018", "14:00-16:00 WIB", "DRAFT"):
        assert label in text
    assert "Pembahasan Rapat" not in text


def test_a_meetings_own_title_stands_instead_of_the_forms() -> None:
    text = " ".join(read_words(render_minutes(a_meeting(title="RISALAH"), "en").data))
    assert "RISALAH" in text
    assert "MINUTES" not in text


def test_typed_text_is_never_markup() -> None:
    dossier = a_meeting(HOSTILE, topic=HOSTILE, place=HOSTILE, title=HOSTILE)
    data = render_minutes(dossier, "id").data
    assert " ".join(read_words(data)).count(" ".join(HOSTILE.split())) >= 4
    assert not [image for page in open_pdf(data).pages for image in page.images]


def test_points_below_points_are_lettered_and_stand_after_their_parent() -> None:
    dossier = a_meeting("Pertama", "Kedua")
    below = [
        a_point(11, "anak satu", parent_id=ID.format(101)),
        a_point(12, "anak dua", parent_id=ID.format(101)),
    ]
    dossier = dataclasses.replace(dossier, points=(*dossier.points, *below))
    text = " ".join(read_words(render_minutes(dossier, "id").data))
    assert "1. Pertama a. anak satu b. anak dua 2. Kedua" in text


def test_who_raised_a_point_and_what_was_answered_stand_below_it() -> None:
    point = a_point(
        1,
        "Umumkan jadwal.",
        raised_by="Jejaring Kader",
        response="declined",
        reason="Tidak ada biaya.",
    )
    dossier = dataclasses.replace(a_meeting(), points=(point,))
    text = " ".join(read_words(render_minutes(dossier, "id").data))
    assert (
        "1. Umumkan jadwal. Disampaikan oleh Jejaring Kader Tanggapan: tidak diterima "
        "Alasan: Tidak ada biaya." in text
    )


def test_follow_ups_are_a_section_only_when_there_are_any() -> None:
    assert "Tindak" not in read_words(render_minutes(a_meeting("Butir"), "id").data)
    tasks = (
        FollowUp(
            id=ID.format(5),
            meeting_id=ID.format(2),
            text="Menyurati dinas",
            owner="Sekretariat",
            due="2026-04-01",
        ),
        FollowUp(id=ID.format(6), meeting_id=ID.format(2), text="Dibatalkan", status="dropped"),
    )
    dossier = dataclasses.replace(a_meeting("Butir"), follow_ups=tasks)
    text = " ".join(read_words(render_minutes(dossier, "id").data))
    assert "5. Tindak Lanjut" in text
    assert "1. Menyurati dinas Sekretariat 1 April 2026" in text
    assert "Dibatalkan" not in text


def test_people_are_listed_by_what_is_known_of_them() -> None:
    people = [
        {
            "person": "Laras",
            "title": "Koordinator",
            "organisation": "Wapanta",
            "presence": "online",
        },
        {"unit": "Bidang Gizi", "organisation": "Dinas Kesehatan"},
        {"organisation": "Kader", "people": 12, "men": 2, "women": 10},
        {"organisation": "Berhalangan", "presence": "excused"},
        {"organisation": "Tanpa Kabar", "presence": "absent"},
    ]
    rows = [
        Attendance(id=ID.format(n), meeting_id=ID.format(2), **p) for n, p in enumerate(people, 20)
    ]
    dossier = dataclasses.replace(a_meeting("Butir"), attendances=tuple(rows))
    text = " ".join(read_words(render_minutes(dossier, "id").data))
    assert "1. Laras, Koordinator, Wapanta (daring) 2. Bidang Gizi, Dinas Kesehatan" in text
    assert "3. Kader (12 orang, 2 laki-laki, 10 perempuan)" in text
    assert "Berhalangan hadir : 1. Berhalangan" in text
    assert "Tanpa" not in text


def test_the_chair_signs_too_where_the_office_wants_it() -> None:
    note_taker = Signature(name="Sekar", title="Analis", rank="Penata (III/c)", nip="0001")
    dossier = a_meeting(note_taker=note_taker, chair_signature=Signature(name="Bagas"))
    text = " ".join(read_words(render_minutes(dossier, "id").data))
    assert re.search(r"Pimpinan Rapat Notula Rapat Bagas Sekar", text) or (
        "Pimpinan Rapat Bagas" in text and "Notula Rapat Sekar" in text
    )
    assert "Analis Penata (III/c) NIP 0001" in text


def test_an_empty_meeting_still_prints() -> None:
    plan = Plan(id=ID.format(1))
    dossier = MeetingDossier(plan, Meeting(id=ID.format(2), plan_id=plan.id))
    assert "NOTULEN RAPAT" in page_texts(render_minutes(dossier, "id").data)[0]


def test_a_point_longer_than_many_pages_flows_on_and_takes_no_time() -> None:
    words = [f"kata{n}" for n in range(11_000)]
    data = render_minutes(a_meeting("Awal", " ".join(words), "Akhir"), "id").data
    assert lost_word(["Awal", *words, "Akhir"], read_words(data)) is None


def test_a_letter_that_no_font_has_is_a_box_and_is_reported() -> None:
    document = render_minutes(a_meeting("é “x” ✓ → ☎ 中 ada"), "id")
    assert "é “x” ✓ → ☎ □ ada" in " ".join(read_words(document.data))
    (notice,) = document.warnings
    assert notice.key == "letters_missing"
    assert notice.values == {"n": 1, "letters": "中 (U+4E2D)"}
    assert "中" in str(attachment(document.data))


def test_equal_records_give_equal_bytes_in_another_process(
    bilateral: MeetingDossier, reference_data: Path
) -> None:
    here = hashlib.sha256(render_minutes(bilateral, "id").data).hexdigest()
    code = (
        "import sys, hashlib; from pathlib import Path; sys.path.insert(0, '.')\n"
        "from tests.exports.conftest import SessionFile\n"
        "from exports.minutes_pdf import render_minutes\n"
        "dossier = SessionFile(Path(sys.argv[1]) / 'bilateral-2018-08-24.rembuk').meeting\n"
        "print(hashlib.sha256(render_minutes(dossier, 'id').data).hexdigest())"
    )
    there = subprocess.run(
        [sys.executable, "-c", code, str(reference_data)],
        cwd=Path(__file__).parents[2],
        env={"PYTHONHASHSEED": "7", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.strip() == here
