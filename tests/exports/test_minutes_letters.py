"""The minutes of a finalisation list every commitment with its bodies and their letters."""

import io
from dataclasses import replace

import docx

from db.records import Confirmation, Party
from exports.frozen_minutes import freeze_minutes
from exports.minutes import minutes_content
from exports.minutes_docx import render_minutes as render_docx
from exports.minutes_pdf import render_minutes
from exports.public import public_minutes
from tests.exports.meetings import COMMITMENT, ID, a_commitment, a_meeting, a_person, a_point
from tests.exports.pdf_reading import read_words, words_of


def _finalisation(kind: str = "finalisation"):
    first = a_commitment(leads=(Party(name="Dinas Kesehatan"), Party(name="Dinas Sosial")))
    other = a_commitment(number=4, title="Pasar terbuka", leads=())
    commitment = other.commitment.model_copy(update={"id": ID.format(9)})
    other = replace(other, commitment=commitment, milestones=(), contacts=())
    person = a_person(1, person="Nilam Kelana", organisation="Dinas Sosial")
    made = a_meeting(a_point(1, "Dibuka."), people=(person,), commitments=(first, other), kind=kind)
    letter = Confirmation(
        id=ID.format(50), commitment_id=COMMITMENT, organisation="Dinas Sosial",
        number="B-7/DS/2026", date="2026-03-02", answer="with_changes",
        note="Target diundur, kata Nilam Kelana.",
    )  # fmt: skip
    return replace(made, confirmations=(letter,))


def test_each_body_stands_with_its_letter_in_a_section_of_its_own():
    section = minutes_content(_finalisation(), "id").confirmations
    assert section.number == "5."
    assert section.sum == "0 dari 2 komitmen telah dikonfirmasi oleh seluruh penanggung jawabnya."
    assert [(line.commitment, line.body, line.letter, line.answer) for line in section.lines] == [
        ("3. Jadwal posyandu terbuka", "Dinas Kesehatan", "-", "Belum diterima"),
        (
            "", "Dinas Sosial", "B-7/DS/2026\n2 Maret 2026",
            "Setuju dengan perubahan\nTarget diundur, kata Nilam Kelana.",
        ),
        ("4. Pasar terbuka", "(belum ada penanggung jawab)", "-", "-"),
    ]  # fmt: skip
    other = minutes_content(_finalisation("bilateral"), "id")
    assert (other.confirmations.lines, other.confirmations.number) == ((), "")


def test_both_papers_print_it_and_the_public_one_names_no_person():
    made = _finalisation()
    wanted = ["Konfirmasi", "B-7/DS/2026", "diterima", "dikonfirmasi"]
    assert set(wanted) <= set(read_words(render_minutes(made, "id").data))
    document = docx.Document(io.BytesIO(render_docx(made, "id").data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert {"Dinas Sosial", "B-7/DS/2026\n2 Maret 2026", "Belum diterima"} <= set(cells)
    public = public_minutes(made, "id").content.confirmations
    assert public.lines[1].letter == "B-7/DS/2026\n2 Maret 2026"
    assert "Nilam" not in " ".join(words_of(line.answer for line in public.lines))
    frozen = freeze_minutes(made)["papers"]["en"]["confirmations"]
    assert frozen["lines"][1]["answer"].startswith("Agreed with changes")
