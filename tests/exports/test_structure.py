"""Every paper can be read out: what is drawn is tagged, in the order in which it is read."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from db.records import Agreement, Chapter, Paper
from db.snapshot import CommitmentDossier, MeetingDossier, PlanDossier
from exports.attendance_pdf import render_attendance
from exports.blocks import Block, Text
from exports.canvas_pdf import render_commitment
from exports.cells import GridRow, head_row, label_cell, text_cell
from exports.follow_ups_pdf import render_follow_ups
from exports.grid import Grid
from exports.layout import Foot, PageForm, Part, draw_pages, lay_out
from exports.minutes_pdf import render_minutes
from exports.passport_pdf import render_passport
from exports.pen import Properties
from exports.plan_pdf import render_matrices, render_plan
from exports.responses_pdf import render_responses
from exports.structure_pdf import write_structure
from exports.styles import CELL, PLAIN, SHADE
from tests.exports import answers, test_follow_ups_pdf, test_passport_pdf
from tests.exports.meetings import ID, a_commitment, a_full_meeting, a_meeting, a_point
from tests.exports.pdf_structure import Node, read_structure
from tests.exports.test_minutes_paper import LOGO

FORM = PageForm(300, 160, 20, 20, 20, 40)
FORMS = ("ogi-2018", "ogi-2020", "opi-2020", "ogp-2022")
TODAY = "2026-06-15"


def tree_of(*blocks: Block) -> Node:
    """The tree of blocks on pages of ten lines."""
    drawn = draw_pages(lay_out([Part(blocks, FORM, Foot("Kaki"))]), Properties("J", "", "id"))
    with pikepdf.open(BytesIO(drawn.data)) as pdf:
        write_structure(pdf, drawn.structure)
        file = BytesIO()
        pdf.save(file)
    return read_structure(file.getvalue()).root


def on_form(form: str, text: str) -> CommitmentDossier:
    found = a_commitment(problem=text, additional=text)
    disputed = Agreement(
        id=ID.format(7), commitment_id=found.commitment.id, canvas_field="problem",
        state="disputed", organisation="Forum Warga", note="1. Belum\n2. cukup",
    )  # fmt: skip
    plan = found.plan.model_copy(update={"form": form})
    return replace(found, plan=plan, agreements=(disputed,))


def papers(language: str) -> Iterator[bytes]:
    text = "1. Satu\n   a. dua ✓ 😀\n2. tiga\n\nCukup.\n• " + "kata " * 900
    passport = test_passport_pdf.a_passport(
        test_passport_pdf.a_dossier("Lama", "Satu"), test_passport_pdf.a_dossier(text, "Dua")
    )
    meeting = a_full_meeting(paper=Paper(logo=LOGO))
    yield from (render_commitment(on_form(form, text), language).data for form in FORMS)
    yield render_minutes(meeting, language).data
    yield render_minutes(meeting, language, public=True).data
    yield render_attendance(meeting, language).data
    yield render_passport(passport, language).data
    yield render_responses(
        answers.PLAN, [answers.answered(n) for n in range(40)], TODAY, language
    ).data
    yield render_follow_ups(
        test_follow_ups_pdf.PLAN, test_follow_ups_pdf.LINES, TODAY, language
    ).data


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_paper_says_what_its_parts_are(language: str) -> None:
    for data in papers(language):
        read = read_structure(data)
        assert read.root.kids[0].role in ("H1", "P", "Figure")
        assert read.root.all("H1")
        for entry in read.bookmarks:
            assert entry.role[0] == "H" or entry.said["/Scope"] in ("/Column", "/Row")


def test_minutes_are_headings_with_lists_of_points(bilateral: MeetingDossier) -> None:
    root = read_structure(render_minutes(bilateral, "id").data).root
    headings = [node.text for node in root.all("H2")]
    assert headings[:2] == ["1. Pelaksanaan", "2. Pimpinan Rapat :"]
    (points,) = [group for group in root.all("L") if len(group.kids) == len(bilateral.points)]
    for item, point in zip(points.kids, bilateral.points, strict=True):
        assert item.roles() == ["Lbl", "LBody"]
        assert item.kids[1].text == " ".join(point.text.split())


def test_points_below_points_and_what_was_answered_are_parts_of_them() -> None:
    below = {"parent_id": ID.format(101)}
    dossier = a_meeting(
        a_point(1, "Pertama", raised_by="Dinas"),
        a_point(2, "Anak", **below),
        a_point(3, "Kedua"),
        paper=Paper(logo=LOGO),
    )
    root = read_structure(render_minutes(dossier, "id").data).root
    (first,) = [item for item in root.all("LI") if item.kids[-1].text.startswith("Pertama")]
    assert first.kids[1].roles() == ["P", "P", "L"]
    assert first.kids[1].kids[2].text.endswith("Anak")
    assert first.parent.roles() == ["LI", "LI"]
    assert root.kids[0].alt == "Logo instansi"


def test_a_form_is_a_table_whose_labels_are_heads(ogi: PlanDossier) -> None:
    root = read_structure(render_commitment(ogi.commitments[5], "id").data).root
    rows = [row for table in root.all("Table") for row in table.kids]
    labels = {row.kids[0].text: row for row in rows if row.kids[0].role == "TH"}
    problem = labels[
        "Apa latar belakang permasalahan publik yang akan diselesaikan dalam komitmen ini?"
    ]
    assert problem.kids[-1].text == " ".join(ogi.commitments[5].commitment.problem.split())
    assert labels["Deskripsi Komitmen"].kids[0].said["/Scope"] == "/Column"


def test_the_book_has_contents_that_lead_to_what_its_bookmarks_lead_to(
    ogi: PlanDossier, opi: PlanDossier
) -> None:
    read = read_structure(render_plan([ogi, opi], "id").data)
    links = [node.text for node in read.root.all("Link")]
    headings = [entry.text for entry in read.bookmarks if entry.role[0] == "H"]
    assert len(links) == len(headings) > 10
    assert headings.count("RANCANGAN TARGET KOMITMEN") == 4
    for link, heading in zip(links, headings, strict=True):
        assert heading.isupper() or heading.split()[-1] in link.split()
    assert [cell for cell in read.root.all("TD") if "/RowSpan" in cell.said]
    assert sum(head.text == "B06 (2021)" for head in read.root.all("TH")) == 4


def test_what_goes_over_pages_is_one() -> None:
    words = " ".join(f"kata{n}" for n in range(150))
    rows = [
        GridRow((label_cell("Satu", CELL), text_cell(words))),
        GridRow((label_cell("", CELL, joined=True), text_cell("lagi"))),
    ]
    grid = Grid((1, 2), rows, heads=[head_row(("Kepala", "Isi"), CELL, SHADE)])
    root = tree_of(Text(words, PLAIN), Text(f"1. a\n2. {words}\n3. b", PLAIN), grid)
    assert root.roles() == ["P", "L", "Table"]
    paragraph, group, table = root.kids
    assert paragraph.text == words
    assert paragraph.pages == list(range(len(paragraph.pages)))
    assert [item.text for item in group.kids] == ["1. a", f"2. {words}", "3. b"]
    assert [row.roles() for row in table.kids] == [["TH", "TH"], ["TH", "TD"], ["TD"]]
    assert table.kids[1].kids[1].text == words
    assert len(table.kids[1].kids[1].kids[0].pages) > 1
    assert table.kids[1].kids[0].said["/RowSpan"] == 2
    assert [node.text for node in root.walk()].count("Kepala") == 1


def test_typed_lists_are_lists_within_lists() -> None:
    typed = "Perlu:\n1. satu\n   - sub\n   - sub lagi\n2. dua\n      lanjutan\nSelesai"
    root = tree_of(Text(typed, PLAIN))
    assert root.roles() == ["P", "L", "P"]
    first, second = root.kids[1].kids
    assert [kid.role for kid in first.kids[1].walk()].count("LI") == 2
    assert first.text == "1. satu - sub - sub lagi"
    assert second.text == "2. dua lanjutan"
    assert [group.said["/ListNumbering"] for group in root.all("L")] == ["/Decimal", "/Disc"]


def test_what_is_read_is_what_was_typed() -> None:
    address = "https://contoh.example/" + "halaman-yang-panjang/" * 9
    unknown = f"中{'文' * 90}✓字"
    typed = f"e\u0301ﬁ pe\u00adnye\u00adle\u00adsai\u00adan {address} ✓😀 {unknown} <b>R&D</b> " * 3
    words = render_minutes(a_meeting(a_point(1, typed)), "id").data
    read = read_structure(words).root.all("LBody")[-1].text
    assert read == " ".join(typed.replace("\u00ad", "").split())


def test_a_chapter_of_blank_lines_leaves_no_empty_element() -> None:
    chapters = (Chapter(title="", text=" \n\n\u00ad"), Chapter(title="Bab", text="\n\n"))
    found = a_commitment()
    plan = found.plan.model_copy(update={"title": "Rencana", "chapters": chapters})
    read_structure(render_plan([PlanDossier(plan, ())], "id").data)
    read_structure(render_matrices(PlanDossier(plan, (found,)), "en").data)
