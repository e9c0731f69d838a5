"""The register of answers: each input with its answer, its reason and the change it made."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from db.records import Attendance, Meeting
from exports.responses import Publicity, responses_content
from exports.responses_pdf import render_responses
from exports.responses_xlsx import render_responses_sheet
from tests.exports.answers import CHANGE, PLAN, an_input, answered
from tests.exports.meetings import ID
from tests.exports.pdf_reading import attachment, read_words

TODAY = "2026-06-15"
NASTY = "=1+1 & <b>R&D</b> ]]> {name} \u202e"


def test_a_row_says_all_that_is_known_of_an_input() -> None:
    content = responses_content(PLAN, [answered(1)], TODAY, "id")
    (row,) = content.rows
    assert row.origin == (
        "Pertemuan bilateral – Banjir · 4 Maret 2026 · Butir 3b\nKomitmen 2 · Masalah masyarakat"
    )
    assert (row.raised_by, row.sector) == ("Forum Warga", "Organisasi masyarakat sipil")
    assert (row.response, row.reason, row.unanswered) == ("Diterima", "Datanya ada.", False)
    assert row.changes == (
        "Permasalahan\nSemula: Sungai meluap.\nMenjadi: Sungai meluap di tujuh desa.",
    )


def test_a_part_is_called_as_on_the_commitments_form() -> None:
    forms = ("ogi-2018", "ogp-2022", None)
    answers = [an_input(number, form=form) for number, form in enumerate(forms, 1)]
    rows = responses_content(PLAN, answers, TODAY, "id").rows
    assert [row.part for row in rows] == ["B. Masalah masyarakat", "Masalah", "Masalah masyarakat"]


def test_inputs_stand_by_commitment_and_those_about_none_come_last() -> None:
    inputs = [an_input(1, commitment_number=None), an_input(2, commitment_number=9), an_input(3)]
    rows = responses_content(PLAN, [*inputs, an_input(4, text=" ")], TODAY, "id").rows
    assert [row.text for row in rows] == ["Masukan 3", "Masukan 2", "Masukan 1"]


def test_what_lacks_an_answer_or_its_reason_is_told() -> None:
    inputs = [an_input(1), an_input(2, response="declined"), answered(3)]
    content = responses_content(PLAN, inputs, TODAY, "id")
    assert [row.unanswered for row in content.rows] == [True, True, False]
    assert content.rows[0].response == "Belum ditanggapi"
    assert content.rows[1].reason == "Alasan belum diberikan."
    assert content.counts == "3 masukan · satu diterima · 2 belum ditanggapi"


def test_changes_elsewhere_months_lists_and_removals_are_worded() -> None:
    party = {"name": "Dinas", "unit": "Bidang Data", "organisation_id": None}
    changes = (
        replace(CHANGE, field="start", before="2025-01", after="2025-03", commitment_number=5),
        replace(CHANGE, kind="milestones", field="actors", place=2, before=[], after=[party]),
        replace(CHANGE, kind="milestones", field="deleted", before=False, after=True, name="Peta"),
    )
    (row,) = responses_content(PLAN, [answered(1, changes=changes)], TODAY, "en").rows
    assert row.changes == (
        "Commitment 5, first month\nFrom: January 2025\nTo: March 2025",
        "Milestone 2, actors\nFrom: (empty)\nTo: Bidang Data, Dinas",
        "Milestone\nRemoved: Peta",
    )


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_pdf_prints_typed_text_as_text_and_attaches_it(language: str) -> None:
    document = render_responses(PLAN, [answered(1, text=NASTY, reason=NASTY)], TODAY, language)
    words = " ".join(read_words(document.data))
    assert "=1+1 & <b>R&D</b> ]]> {name}" in words
    printed = attachment(document.data)
    assert (printed["document"], printed["language"]) == ("responses", language)
    assert printed["content"]["rows"][0]["text"] == NASTY


def test_the_sheet_holds_every_text_as_text() -> None:
    changes = (replace(CHANGE, before="=SUM(A1)", after="@x"),)
    many = [answered(n, text=NASTY, reason="-1", changes=changes) for n in range(1, 4)]
    document = render_responses_sheet(PLAN, many, TODAY, "id")
    sheet = load_workbook(BytesIO(document.data)).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    heads = [cell.value for cell in sheet[5]][:12]
    assert heads[:4] == ["No.", "Masukan", "Pengusul", "Sektor"]
    first = dict(zip(heads, [cell.value for cell in sheet[6]], strict=False))
    assert (first["Masukan"], first["Alasan"], first["Butir"]) == (NASTY, "-1", "3b")
    assert first["Perubahan"] == "Permasalahan\nSemula: =SUM(A1)\nMenjadi: @x"
    assert sheet.auto_filter.ref == "A5:L8"


def test_the_public_version_names_nobody_who_did_not_agree() -> None:
    people = [
        Attendance(id=ID.format(1), meeting_id=ID.format(2), person="Budi Arta", unit="Dinas Air"),
        Attendance(id=ID.format(3), meeting_id=ID.format(2), person="Lila Sari", named="yes"),
    ]
    meeting = Meeting(id=ID.format(2), plan_id=PLAN.id)
    inputs = [
        answered(1, text="Pak Budi meminta peta, surel a@b.example", raised_by="Budi Arta",
                 raised_by_id=None),
        answered(2, text="Ibu Lila setuju", raised_by="Lila Sari", raised_by_id=None,
                 reason="Disampaikan Budi Arta."),
        answered(3, visibility="private"),
        answered(4, raised_by="Mawar", raised_by_id=None),
    ]  # fmt: skip
    known = Publicity(people, [meeting], ())
    document = render_responses(PLAN, inputs, TODAY, "id", known)
    rows = attachment(document.data)["content"]["rows"]
    assert [row["raised_by"] for row in rows] == ["Dinas Air", "Lila Sari", ""]
    assert rows[0]["text"] == "[Dinas Air] meminta peta, surel [kontak tidak dimuat]"
    assert rows[1]["reason"] == "Disampaikan [Dinas Air]."
    assert [notice.key for notice in document.warnings] == ["public_left_out"]
    words = " ".join(read_words(document.data))
    assert "Versi publik" in words
    assert "Budi" not in words
    sheet = render_responses_sheet(PLAN, inputs, TODAY, "id", known)
    assert b"Budi" not in load_workbook(BytesIO(sheet.data)).worksheets[0]["B6"].value.encode()


def test_a_plan_without_inputs_says_so() -> None:
    words = " ".join(read_words(render_responses(PLAN, [], TODAY, "id").data))
    assert "Belum ada masukan." in words
    sheet = load_workbook(BytesIO(render_responses_sheet(PLAN, [], TODAY, "en").data)).worksheets[0]
    assert sheet["A6"].value == "There are no contributions yet."
