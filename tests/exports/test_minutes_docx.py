import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from db.records import Attendance, FollowUp, Meeting, Plan, Point, Signature
from db.snapshot import MeetingDossier
from exports.minutes import minutes_content
from exports.minutes_docx import render_minutes
from tests.exports.meetings import a_meeting, a_point

ID = "00000000-0000-4000-8000-{:012}"
HOSTILE = ["<b>R&D</b>", "=1+1", "{nama}", "a\nb", '"kutip" ‘x’ ✓ →', "<w:p/>", "%s ]]>"]


def dossier_of(texts: list[str]) -> MeetingDossier:
    plan = Plan(id=ID.format(1), organiser="Sekretariat Kota")
    meeting = Meeting(
        id=ID.format(2),
        plan_id=plan.id,
        kind="bilateral",
        subtitle="Pembahasan usulan",
        topic="Air bersih",
        date="2026-03-04",
        start_time="09:00",
        end_time="11:30",
        timezone="WITA",
        place="Aula",
        chair="Kepala bagian",
        note_taker=Signature(name="Notulis", nip="1987"),
    )
    points = [
        Point(id=ID.format(100 + n), meeting_id=meeting.id, position=n, text=text)
        for n, text in enumerate(texts)
    ]
    below = Point(
        id=ID.format(900), meeting_id=meeting.id, position=1, text="Anak", parent_id=points[0].id
    )
    return MeetingDossier(
        plan,
        meeting,
        (Attendance(id=ID.format(3), meeting_id=meeting.id, unit="Bidang", organisation="Dinas"),),
        (*points, below),
        (FollowUp(id=ID.format(4), meeting_id=meeting.id, text="Surat", due="2026-04-01"),),
    )


def opened(dossier: MeetingDossier, language: str = "id") -> WordDocument:
    return docx.Document(BytesIO(render_minutes(dossier, language).data))


def said(document: WordDocument) -> list[str]:
    """Every paragraph of the body in order, tables' cells where they stand."""
    return [
        "".join(node.text or "\n" for node in paragraph.iter(qn("w:t"), qn("w:br")))
        for paragraph in document.element.body.iter(qn("w:p"))
    ]


def test_a_name_stays_with_the_room_to_sign():
    (row,) = opened(dossier_of(["Satu"])).tables[-1].rows
    assert row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None


def test_every_text_stands_in_its_place_and_order():
    dossier = dossier_of(["Pertama", "Kedua"])
    texts = said(opened(dossier))
    wanted = [
        "SEKRETARIAT KOTA", "NOTULEN RAPAT", "Pembahasan usulan", "Topik: Air bersih",
        "1. Pelaksanaan", "Hari/ Tanggal: Rabu, 4 Maret 2026", "Waktu: 09.00-11.30 WITA",
        "Tempat: Aula", "2. Pimpinan Rapat : Kepala bagian", "3. Peserta Rapat",
        "Bidang, Dinas", "4. Pembahasan Rapat", "Pertama", "Anak", "Kedua", "5. Tindak Lanjut",
        "Surat", "1 April 2026", "Notula Rapat", "Notulis", "NIP 1987",
    ]  # fmt: skip
    places = [texts.index(text) for text in wanted]
    assert places == sorted(places)


def test_typed_text_is_never_markup():
    texts = said(opened(dossier_of(HOSTILE)))
    assert [text for text in texts if text in HOSTILE] == HOSTILE


def test_points_are_a_numbered_list_that_starts_at_one_and_goes_deeper():
    document = opened(dossier_of(["Pertama", "Kedua"]))
    lists = {}
    for paragraph in document.paragraphs:
        marks = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None
        if marks is not None:
            lists[paragraph.text] = (marks.numId.val, marks.ilvl.val)
    assert lists["Pertama"] == lists["Kedua"]
    assert lists["Anak"] == (lists["Pertama"][0], 1)
    # The attendance counts for itself.
    assert lists["Bidang, Dinas"][0] != lists["Pertama"][0]


def test_the_draft_says_so_at_its_foot_and_the_final_does_not():
    dossier = dossier_of(["Pertama"])
    final = MeetingDossier(dossier.plan, dossier.meeting.model_copy(update={"status": "final"}))
    assert opened(dossier).sections[0].footer.paragraphs[0].text.startswith("DRAF · ")
    assert "DRAF" not in opened(final).sections[0].footer.paragraphs[0].text


def test_equal_records_give_equal_bytes():
    dossier = dossier_of(["Pertama"])
    assert render_minutes(dossier, "id").data == render_minutes(dossier, "id").data


@pytest.mark.parametrize("language", ["id", "en"])
def test_word_and_pdf_say_the_same(language: str):
    dossier = dossier_of(["Pertama", "Kedua"])
    content = minutes_content(dossier, language)
    texts = " ".join(said(opened(dossier, language)))
    for words in (content.title, content.held.heading, content.discussion.heading):
        assert words in texts
    assert not re.search(r"[{}]", texts)


def test_libreoffice_opens_it_and_reads_every_point(tmp_path: Path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    (tmp_path / "minutes.docx").write_bytes(render_minutes(dossier_of(HOSTILE), "id").data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    command += ["--outdir", str(tmp_path), str(tmp_path / "minutes.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    text = (tmp_path / "minutes.txt").read_text("utf-8-sig")
    for point in HOSTILE:
        assert all(part in text for part in point.split("\n"))


def test_points_that_are_left_out_leave_their_numbers_free(tmp_path: Path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    points = [
        a_point(1, "satu"),
        a_point(2, "dua", visibility="private"),
        a_point(3, "tiga"),
        a_point(4, "anak a", parent_id=ID.format(103)),
        a_point(5, "anak b", parent_id=ID.format(103), visibility="private"),
        a_point(6, "anak c", parent_id=ID.format(103)),
        a_point(7, "cucu", parent_id=ID.format(106)),
        a_point(8, "empat"),
        a_point(9, "lima"),
    ]
    (tmp_path / "public.docx").write_bytes(render_minutes(a_meeting(*points), "id", True).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    command += ["--outdir", str(tmp_path), str(tmp_path / "public.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    lines = (tmp_path / "public.txt").read_text("utf-8-sig").splitlines()
    words = [" ".join(line.split()) for line in lines]
    numbered = ["1. satu", "3. tiga", "a. anak a", "c. anak c", "i. cucu", "4. empat", "5. lima"]
    assert [line for line in words if line in numbered] == numbered
