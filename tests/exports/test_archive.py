"""Every PDF is an archive file: PDF/A-3b, checked, with its content beside it."""

import dataclasses
import json
import unicodedata
from pathlib import Path

import pikepdf
import pikepdf.pdfa
import pytest

from db.records import Commitment, Plan
from db.snapshot import CommitmentDossier, MeetingDossier, PlanDossier
from exports.archive import Printed, archive_pdf
from exports.canvas_pdf import render_commitment
from exports.layout import Drawn
from exports.minutes_pdf import render_minutes
from exports.pen import Pen, Properties
from exports.plan_pdf import render_plan
from exports.tagged_pen import TaggedPen
from tests.exports.pdf_reading import open_pdf

ID = "00000000-0000-4000-8000-{:012}"


@dataclasses.dataclass(frozen=True)
class Note:
    text: str


def a_commitment(problem: str) -> CommitmentDossier:
    plan = Plan(id=ID.format(1))
    return CommitmentDossier(
        plan, Commitment(id=ID.format(2), plan_id=plan.id, title="Judul", problem=problem)
    )


def a_page(draw=lambda pen: None) -> Drawn:
    pen = TaggedPen(Properties("Judul", "Kantor", "id"))
    pen.start_page(200, 200)
    draw(pen)
    return Drawn(pen.finish(), pen.structure)


@pytest.fixture
def papers(bilateral: MeetingDossier, ogi: PlanDossier, opi: PlanDossier) -> list[bytes]:
    return [
        render_minutes(bilateral, "id").data,
        render_commitment(ogi.commitments[5], "en").data,
        render_plan([ogi, opi], "id").data,
    ]


def without_tagged_bookmarks(file: Path) -> None:
    """Take away what the standard allows and the check doesn't know: it looks at all the rest."""
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        marks = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        tagged = [mark for mark in marks if "/SE" in mark]
        assert tagged
        for mark in tagged:
            assert "/Dest" in mark
            del mark["/SE"]
        pdf.save(file, **pikepdf.pdfa.resolve_save_kwargs("3b"))


def test_every_paper_passes_the_check_and_says_what_it_is(papers: list[bytes], tmp_path) -> None:
    for data in papers:
        file = tmp_path / "paper.pdf"
        file.write_bytes(data)
        without_tagged_bookmarks(file)
        report = pikepdf.pdfa.validate_written(file, "3b")
        assert report.passed, report.findings
        with pikepdf.open(file) as pdf:
            metadata = pdf.Root.Metadata.read_bytes().decode()
            assert "<pdfaid:part>3</pdfaid:part>" in metadata
            assert "<pdfaid:conformance>B</pdfaid:conformance>" in metadata
            assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
            assert pdf.Root.AF[0].AFRelationship == "/Source"


def test_every_font_is_embedded_as_a_subset(papers: list[bytes]) -> None:
    for data in papers:
        fonts = {}
        for page in open_pdf(data).pages:
            fonts |= page["/Resources"]["/Font"]
        for font in fonts.values():
            descriptor = font.get_object()["/FontDescriptor"]
            assert "+NotoSans" in font.get_object()["/BaseFont"]
            assert "/FontFile2" in descriptor


def test_papers_are_small(papers: list[bytes]) -> None:
    assert [len(data) < limit for data, limit in zip(papers, (60e3, 60e3, 200e3), strict=True)] == (
        [True] * 3
    )


def test_the_attachment_is_readable_json_with_the_contents_own_names() -> None:
    document = archive_pdf(a_page(), Printed("minutes", "id", Note("é <b> “x”")))
    ((name, (content,)),) = open_pdf(document.data).attachments.items()
    assert name == "minutes.json"
    assert json.loads(content) == {
        "format": "rembuk-printed",
        "version": 1,
        "document": "minutes",
        "language": "id",
        "content": {"text": "é <b> “x”"},
    }
    assert "é <b>".encode() in content


def test_a_page_against_the_standard_is_handed_out_with_a_notice() -> None:
    def draw(pen: Pen) -> None:
        pen._canvas.setFont("Helvetica", 10)
        pen._canvas.drawString(10, 10, "x")

    document = archive_pdf(a_page(draw), Printed("plan", "id", Note("")))
    assert [notice.key for notice in document.warnings] == ["not_archival"]
    assert open_pdf(document.data).pages


def test_every_letter_of_unicode_prints_within_the_standard() -> None:
    letters = [
        chr(code)
        for code in range(0x20, 0x1FFFF)
        if unicodedata.category(chr(code)) not in ("Cc", "Cs", "Cn")
        and not 0x3400 <= code <= 0xD7A3
        and not 0xE000 <= code <= 0xF8FF
    ]
    document = render_commitment(a_commitment(" ".join(letters)), "id")
    assert [notice.key for notice in document.warnings] == [
        "letters_missing",
        "right_to_left",
        "letters_unshaped",
    ]
