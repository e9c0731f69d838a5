import json
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from db.records import Commitment, Contact, Plan, Target
from db.rules import in_order
from db.snapshot import CommitmentDossier, PlanDossier
from exports.document import Document
from exports.matrix import head_lines, matrix_columns
from exports.matrix_xlsx import render_matrix
from resources.words import Words

ID = "00000000-0000-4000-8000-{:012}"
PLAN = Plan(
    id=ID.format(0),
    title="RENCANA AKSI KOTA 2021 - 2022",
    short_title="RA Kota & Desa",
    organiser="SEKRETARIAT",
    start="2021-01",
    end="2022-12",
)
INJECTIONS = ["=1+1", "+1", "-2", "@SUM(A1)", '=HYPERLINK("http://x.id","y")', "#N/A", "TRUE", "12"]
INJECTIONS += ["http://x.id", "mailto:a@b.id", "<b>R&D</b>", "'kutip", "_x0041_", "\ttab", "a\nb"]


def target(number: int, **values: object) -> Target:
    record = {"id": ID.format(number), "commitment_id": ID.format(1), "position": number}
    return Target.model_validate({**record, **values})


def plan_of(*targets: Target, **fields: object) -> PlanDossier:
    commitment = Commitment.model_validate(
        {"id": ID.format(1), "plan_id": PLAN.id, "number": 1, "title": "Judul", **fields}
    )
    return PlanDossier(PLAN, (CommitmentDossier(PLAN, commitment, targets=targets),))


def read(document: Document) -> Workbook:
    return load_workbook(BytesIO(document.data), rich_text=False)


def marks(sheet: Worksheet) -> dict[int, dict[str, Any]]:
    """Return what the hidden column says about each line."""
    return {
        row[-1].row: json.loads(row[-1].value)
        for row in sheet.iter_rows()
        if row[-1].value is not None
    }


def table(sheet: Worksheet) -> list[list[str]]:
    """Return the texts of the table's rows, the lines of a long one joined."""
    rows: list[list[str]] = []
    for number, mark in marks(sheet).items():
        texts = [cell.value or "" for cell in sheet[number][:-1]]
        if "id" in mark:
            rows.append(texts)
        elif "continues" in mark and rows:
            rows[-1] = [before + text for before, text in zip(rows[-1], texts, strict=True)]
    return rows


def head_row(sheet: Worksheet) -> int:
    return next(row for row, mark in marks(sheet).items() if "columns" in mark)


@pytest.fixture(scope="module")
def real_plan(reference_data: Path) -> PlanDossier:
    """The real plan with its four matrices, straight from its session file."""
    with zipfile.ZipFile(reference_data / "ran-ogi-2020-2022-part.rembuk") as archive:
        lists = json.loads(archive.read("session.json"))

    def records(name: str, model: Any) -> list[Any]:
        return [model.model_validate_json(json.dumps(record)) for record in lists[name]]

    plan = records("plans", Plan)[0]
    contacts, targets = records("contacts", Contact), records("targets", Target)
    return PlanDossier(
        plan,
        tuple(
            CommitmentDossier(
                plan,
                commitment,
                contacts=in_order(c for c in contacts if c.commitment_id == commitment.id),
                targets=in_order(t for t in targets if t.commitment_id == commitment.id),
            )
            for commitment in sorted(records("commitments", Commitment), key=lambda c: c.number)
        ),
    )


def test_every_text_of_the_real_plan_stands_in_its_place(real_plan: PlanDossier):
    workbook = read(render_matrix(real_plan, "id"))
    assert len(workbook.sheetnames) == 1 + len(real_plan.commitments)
    for item, sheet in zip(real_plan.commitments, workbook.worksheets[1:], strict=True):
        assert sheet["A1"].value == "RANCANGAN TARGET KOMITMEN"
        assert sheet["A2"].value == real_plan.plan.title
        head = [(sheet.cell(row, 1).value, sheet.cell(row, 3).value or "") for row in range(4, 11)]
        assert head == [(line.label, line.text) for line in head_lines(item, "id")]
        columns = matrix_columns(item, "id")
        labels = [cell.value for cell in sheet[head_row(sheet)][:-1]]
        assert labels == [column.label for column in columns]
        shown = _unmerged(sheet)
        assert shown == [[column.text(row) for column in columns] for row in item.targets]


def _unmerged(sheet: Worksheet) -> list[list[str]]:
    """Return the table as a person sees it: a merged text in each of its rows."""
    first = head_row(sheet) + 1
    rows = table(sheet)
    for merged in sheet.merged_cells.ranges:
        if merged.min_row >= first and merged.max_col == merged.min_col:
            for row in range(merged.min_row + 1, merged.max_row + 1):
                assert sheet.cell(row, merged.min_col).value is None
                rows[row - first][merged.min_col - 1] = sheet.cell(
                    merged.min_row, merged.min_col
                ).value
    return rows


def test_the_real_heads_are_those_of_the_form(real_plan: PlanDossier):
    sheet = read(render_matrix(real_plan, "id")).worksheets[1]
    assert [cell.value for cell in sheet[head_row(sheet)][:-1]] == [
        "Sasaran Keberhasilan",
        "Penanggung Jawab",
        "Ukuran Keberhasilan",
        "B06 (2021)",
        "B12 (2021)",
        "B18 (2022)",
        "B24 (2022)",
        "Data Pendukung",
    ]


def test_equal_neighbours_are_one_merged_cell(real_plan: PlanDossier):
    sheet = read(render_matrix(real_plan, "id")).worksheets[1]
    first = head_row(sheet) + 1
    merged = {str(cells) for cells in sheet.merged_cells.ranges if cells.min_row >= first}
    assert {f"A{first}:A{first + 6}", f"B{first}:B{first + 1}"} <= merged
    assert {f"B{first + 2}:B{first + 3}", f"B{first + 4}:B{first + 6}"} <= merged


def test_the_first_sheet_lists_every_commitment_with_a_link(real_plan: PlanDossier):
    workbook = read(render_matrix(real_plan, "id"))
    listing = workbook.worksheets[0]
    links = [cell for row in listing.iter_rows() for cell in row if cell.hyperlink]
    assert [cell.hyperlink.location for cell in links] == [
        f"'{name}'!A1" for name in workbook.sheetnames[1:]
    ]
    for cell, item in zip(links, real_plan.commitments, strict=True):
        assert listing.cell(cell.row, 2).value == item.commitment.title
    assert listing.cell(links[0].row, 6).value == "18 dari 28"


def test_every_sheet_links_back_to_the_list(real_plan: PlanDossier):
    workbook = read(render_matrix(real_plan, "id"))
    for sheet in workbook.worksheets[1:]:
        links = [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]
        assert [cell.hyperlink.location for cell in links] == ["'Daftar Komitmen'!A1"]


def test_a_sheet_prints_on_landscape_a4_one_page_wide(real_plan: PlanDossier):
    for sheet in read(render_matrix(real_plan, "id")).worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_area
    for sheet in read(render_matrix(real_plan, "id")).worksheets[1:]:
        assert sheet.print_title_rows == f"${head_row(sheet)}:${head_row(sheet)}"


def test_the_hidden_column_names_the_records_and_their_texts(real_plan: PlanDossier):
    workbook = read(render_matrix(real_plan, "id"))
    for item, sheet in zip(real_plan.commitments, workbook.worksheets[1:], strict=True):
        assert sheet.column_dimensions["I"].hidden
        found = list(marks(sheet).values())
        assert found[0] == {"rembuk": 1, "plan": item.plan.id, "commitment": item.commitment.id}
        assert [m["id"] for m in found if "id" in m] == [row.id for row in item.targets]
        assert all(set(m["base"]) >= {"goal", "targets.B06"} for m in found if "id" in m)


def test_the_same_records_give_the_same_bytes(real_plan: PlanDossier):
    assert render_matrix(real_plan, "id").data == render_matrix(real_plan, "id").data


def test_the_workbook_says_whose_it_is_and_has_no_clock(real_plan: PlanDossier):
    data = render_matrix(real_plan, "id").data
    properties = load_workbook(BytesIO(data)).properties
    assert properties.title == "Matriks Target – RAN OGI 2020-2022"
    assert properties.creator == real_plan.plan.organiser
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"created" not in archive.read("docProps/core.xml")


def test_the_labels_follow_the_language():
    workbook = read(render_matrix(plan_of(target(2, goal="Sasaran")), "en"))
    sheet = workbook.worksheets[1]
    assert workbook.sheetnames == ["List of Commitments", "Commitment 1"]
    assert sheet["A4"].value == "Commitment"
    assert sheet.cell(head_row(sheet), 1).value == "Success Goal"


def test_nothing_typed_becomes_a_formula_a_link_or_a_number():
    rows = [
        target(n, goal=text, responsible=text, measure=text, targets={"B06": text}, evidence=text)
        for n, text in enumerate(INJECTIONS, 2)
    ]
    document = render_matrix(plan_of(*rows, title="=1+1", matrix_head={"=2": "=3"}), "id")
    with zipfile.ZipFile(BytesIO(document.data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        xml = "".join(archive.read(name).decode() for name in sheets)
        rels = "".join(archive.read(n).decode() for n in archive.namelist() if "rels" in n)
    assert "<f>" not in xml
    assert "TargetMode" not in rels
    workbook = read(document)
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.value is None or isinstance(cell.value, str)
                assert cell.value is None or cell.quotePrefix
    shown = table(workbook.worksheets[1])
    escaped = [text.replace("_x0041_", "_x005F_x0041_") for text in INJECTIONS]
    assert [row[0] for row in shown] == [row[3] for row in shown] == escaped


def test_cells_stay_text_when_a_ministry_types_into_them():
    sheet = read(render_matrix(plan_of(), "id")).worksheets[1]
    assert sheet.cell(head_row(sheet) + 1, 4).number_format == "@"


def test_a_matrix_without_targets_has_empty_rows_to_fill_in():
    sheet = read(render_matrix(plan_of(), "id")).worksheets[1]
    first = head_row(sheet) + 1
    for row in range(first, first + 4):
        assert all(cell.value is None and cell.border.left.style for cell in sheet[row][:-1])
    assert sheet.cell(first + 4, 1).value == Words("id")("documents.matrix_sheets.hint_empty")


def test_a_plan_without_commitments_is_a_list_that_says_so():
    workbook = read(render_matrix(PlanDossier(PLAN), "id"))
    assert workbook.sheetnames == ["Daftar Komitmen"]
    texts = [cell.value for row in workbook.worksheets[0].iter_rows() for cell in row]
    assert "Belum ada komitmen dalam rencana ini." in texts


def test_a_row_taller_than_excel_shows_carries_a_note():
    long = "kata panjang " * 200
    document = render_matrix(plan_of(target(2, measure=long), target(3, measure="pendek")), "id")
    sheet = read(document).worksheets[1]
    first = head_row(sheet) + 1
    assert sheet.row_dimensions[first].height == 409
    assert "409 poin" in sheet.cell(first + 1, 3).value
    assert [row[2] for row in table(sheet)] == [long, "pendek"]
    (notice,) = document.warnings
    assert notice.key == "sheet_clipped"
    assert notice.values == {"sheet": "Komitmen 1", "row": first}
    for language in ("id", "en"):
        assert "Komitmen 1" in Words(language)(f"warnings.{notice.key}", **notice.values)


def test_a_text_longer_than_a_cell_goes_on_in_a_further_row_with_a_note():
    long = " ".join(f"kata{n}" for n in range(9000))
    document = render_matrix(plan_of(target(2, goal=long, evidence="😀" * 20_000)), "id")
    sheet = read(document).worksheets[1]
    (row,) = table(sheet)
    assert row[0] == long
    assert row[-1] == "😀" * 20_000
    for line in sheet.iter_rows():
        assert all(len((cell.value or "").encode("utf-16-le")) <= 2 * 32_767 for cell in line)
    notes = [sheet.cell(n, 3).value for n, mark in marks(sheet).items() if "note" in mark]
    assert any("32.767" in str(note) for note in notes)
    assert "sheet_continued" in {notice.key for notice in document.warnings}


def test_long_titles_and_heads_are_never_cut():
    long = " ".join(f"kata{n}" for n in range(9000))
    sheet = read(render_matrix(plan_of(title=long), "id")).worksheets[1]
    rows = range(4, head_row(sheet))
    assert "".join(
        sheet.cell(row, 3).value or "" for row in rows if "note" not in marks(sheet).get(row, {})
    ).startswith(long)


LETTERS = st.characters(exclude_categories=["C"], include_characters="\n")
TEXTS = st.one_of(st.just(""), st.text(LETTERS, max_size=30))
ROWS = st.lists(
    st.tuples(st.sampled_from(["", "sama", "lain"]), st.sampled_from(["", "sama"]), TEXTS, TEXTS),
    max_size=7,
)


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_every_word_of_any_table_stands_there_once(rows: list[tuple[str, str, str, str]]):
    targets = [
        target(n, goal=goal, responsible=responsible, measure=measure, targets={"B30": last})
        for n, (goal, responsible, measure, last) in enumerate(rows, 2)
    ]
    sheet = read(render_matrix(plan_of(*targets), "id")).worksheets[1]
    shown = _unmerged(sheet)
    assert [(row[0], row[1], row[2]) for row in shown] == [row[:3] for row in rows]
    if any(last for *_, last in rows):
        assert [row[7] for row in shown] == [last for *_, last in rows]
    heights = [dimension.height for dimension in sheet.row_dimensions.values()]
    assert all(height is None or height <= 409 for height in heights)


def test_libreoffice_opens_the_workbook_and_reads_every_text_as_it_is(
    real_plan: PlanDossier, tmp_path: Path
):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    rows = [target(n, goal=f"{n}", measure=text) for n, text in enumerate(INJECTIONS, 2)]
    injected = CommitmentDossier(
        real_plan.plan,
        Commitment(id=ID.format(1), plan_id=real_plan.plan.id, title="=1+1"),
        targets=tuple(rows),
    )
    plan = PlanDossier(real_plan.plan, (*real_plan.commitments, injected))
    document = render_matrix(plan, "id")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "matrix.xlsx").write_bytes(document.data)
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "in" / "matrix.xlsx"),
        ],
        check=True,
        capture_output=True,
        timeout=100,
    )
    ours, theirs = read(document), load_workbook(tmp_path / "matrix.xlsx")
    assert theirs.sheetnames == ours.sheetnames
    for name in ours.sheetnames:
        assert _texts(theirs[name]) == _texts(ours[name])
        assert {str(r) for r in theirs[name].merged_cells.ranges} == {
            str(r) for r in ours[name].merged_cells.ranges
        }


def _texts(sheet: Worksheet) -> dict[str, str]:
    return {
        cell.coordinate: cell.value.replace("_x005F_", "_").rstrip("\n")
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
