"""Blocks on pages: what must stay together does, and every word comes out once."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from exports.anchors import Anchor
from exports.blocks import Block, Text
from exports.cells import GridRow, label_cell, text_cell
from exports.grid import Grid
from exports.layout import Foot, PageForm, Part, draw_pages, lay_out
from exports.minutes import Signer
from exports.pen import Properties
from exports.signatures import Signatures
from exports.styles import Style
from tests.exports.pdf_reading import page_texts

# Ten lines of ten points.
FORM = PageForm(300, 160, 20, 20, 20, 40)
LINE = Style(size=8, leading=10, gap=0)


def pages_of(*blocks: Block) -> list[str]:
    pages = lay_out([Part(blocks, FORM)])
    return [text.strip() for text in page_texts(draw_pages(pages, Properties("", "", "id")).data)]


def lines(count: int, name: str = "baris") -> Text:
    return Text("\n".join(f"{name}{n}" for n in range(1, count + 1)), LINE)


def paragraph(count: int) -> Text:
    """A paragraph of so many lines, a word each."""
    return Text(" ".join(f"{n}{'x' * 55}" for n in range(1, count + 1)), LINE)


def rows(*texts: str, keep: Sequence[int] = ()) -> list[GridRow]:
    return [GridRow((text_cell(text, LINE),), keep=n in keep) for n, text in enumerate(texts)]


def test_text_flows_to_the_next_page() -> None:
    first, second = pages_of(lines(14))
    assert first.endswith("baris10")
    assert second.split() == ["baris11", "baris12", "baris13", "baris14"]


def test_a_heading_goes_with_what_follows() -> None:
    heading = Text("Judul", LINE, keep=True)
    first, second = pages_of(lines(9), heading, paragraph(4))
    assert "Judul" not in first
    assert second.startswith("Judul")


def test_headings_in_a_row_go_together() -> None:
    headings = [Text("Bab", LINE, keep=True), Text("Bagian", LINE, keep=True)]
    first, second = pages_of(lines(8), *headings, paragraph(3))
    assert "Bab" not in first
    assert second.startswith("Bab")


def test_no_single_line_of_a_paragraph_stands_alone() -> None:
    first, second = pages_of(lines(9), paragraph(5))
    assert len(first.split()) == 9
    assert len(second.split()) == 5
    first, second = pages_of(lines(6), paragraph(5))
    assert len(second.split()) == 2


def test_signatures_never_stand_on_a_page_of_their_own() -> None:
    signatures = Signatures([Signer("Notula", "Sekar", ())])
    signatures.before = 0
    form = PageForm(300, 260, 20, 20, 20, 40)
    blocks = [Text(f"butir{n}", LINE) for n in range(1, 16)]
    pages = lay_out([Part([*blocks, signatures], form)])
    texts = page_texts(draw_pages(pages, Properties("", "", "id")).data)
    assert texts[-1].split() == ["butir15", "Notula", "Sekar"]


def test_a_tables_heads_stand_on_every_page_and_never_alone() -> None:
    heads = rows("Kepala")
    pages = pages_of(lines(7), Grid((1,), rows(*[f"sel{n}" for n in range(12)]), heads=heads))
    assert "Kepala" not in pages[0]
    assert all(page.startswith("Kepala") for page in pages[1:])
    assert [word for page in pages for word in page.split() if "sel" in word] == [
        f"sel{n}" for n in range(12)
    ]


def test_a_low_row_moves_as_a_whole() -> None:
    first, second = pages_of(lines(6), Grid((1,), rows("satu", "a\nb\nc")))
    assert first.split()[-1] == "satu"
    assert second.split() == ["a", "b", "c"]


def test_a_kept_row_goes_with_the_one_below() -> None:
    first, second = pages_of(lines(7), Grid((1,), rows("satu", "judul", keep=[0])), lines(1, "z"))
    assert first.split() == [f"baris{n}" for n in range(1, 8)]
    assert second.split() == ["satu", "judul", "z1"]


def test_a_row_taller_than_pages_goes_on_in_every_cell() -> None:
    cells = ["\n".join(f"{name}{n}" for n in range(30)) for name in "ab"]
    row = GridRow(tuple(text_cell(text, LINE) for text in cells))
    pages = pages_of(Grid((1, 1), [row]))
    assert len(pages) > 3
    words = " ".join(pages).split()
    assert [word for word in words if word[0] == "a"] == [f"a{n}" for n in range(30)]
    assert [word for word in words if word[0] == "b"] == [f"b{n}" for n in range(30)]


def test_a_page_begins_with_the_label_of_what_goes_on_where_it_fits() -> None:
    long = "\n".join(f"baris{n}" for n in range(14))
    grid_rows = [
        GridRow((label_cell("Label", LINE), text_cell(long, LINE), text_cell("Sel", LINE))),
        GridRow((text_cell("Atas", LINE), text_cell("x\n" * 8, LINE), text_cell("y", LINE))),
        GridRow((text_cell("", LINE, joined=True), text_cell("z", LINE), text_cell("w", LINE))),
    ]
    pages = [page.split() for page in pages_of(Grid((1, 1, 1), grid_rows))]
    assert [page.count("Label") for page in pages] == [1, 1, 0, 0]
    assert [page.count("Sel") for page in pages] == [1, 0, 0, 0]
    assert pages[2][0] == "Atas"
    assert pages[3] == ["Atas", "z", "w"]
    narrow = [GridRow((label_cell(long, LINE), text_cell(f"{long}\nsatu", LINE)))]
    pages = [page.split() for page in pages_of(Grid((1, 1), narrow))]
    assert sorted(word for page in pages for word in page) == sorted([*long.split() * 2, "satu"])


def test_feet_have_the_number_of_pages_and_covers_have_none() -> None:
    parts = [Part([lines(1)], FORM), Part([lines(12)], FORM, Foot("Kaki", "DRAF"))]
    texts = page_texts(draw_pages(lay_out(parts), Properties("", "", "id")).data)
    assert [" ".join(text.split()[-5:]) for text in texts] == [
        "baris1",
        "DRAF Kaki 2 / 3",
        "DRAF Kaki 3 / 3",
    ]


def test_a_foot_that_says_too_much_is_cut_after_two_lines() -> None:
    pages = lay_out([Part([lines(1)], FORM, Foot("panjang " * 500))])
    text = page_texts(draw_pages(pages, Properties("", "", "id")).data)[0]
    assert 2 <= text.count("panjang") < 80


def test_an_anchor_stays_with_the_first_part_of_what_is_split() -> None:
    block = Text("\n".join("abcdefghijklmnop"), LINE, anchor=Anchor("k", "Judul"))
    pages = lay_out([Part([block], FORM)])
    assert [bool(page.anchors()) for page in pages] == [True, False]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_random_tables_print_every_word_once(data: st.DataObject) -> None:
    columns = data.draw(st.integers(1, 4))
    heights = st.lists(st.integers(0, 40), min_size=columns, max_size=columns)
    names = iter(range(100_000))
    wanted: list[str] = []
    grid_rows: list[GridRow] = []
    for row in data.draw(st.lists(heights, max_size=6)):
        cells = [[f"w{next(names)}." for _ in range(count)] for count in row]
        wanted += [word for cell in cells for word in cell]
        joiner = data.draw(st.sampled_from(["\n", " "]))
        keep = data.draw(st.booleans())
        grid_rows.append(GridRow(tuple(text_cell(joiner.join(c), LINE) for c in cells), keep))
    before = data.draw(st.integers(0, 12))
    pages = pages_of(lines(before), Grid([1] * columns, grid_rows, heads=rows("Kepala")))
    found = [word for page in pages for word in page.split() if word.startswith("w")]
    assert sorted(found) == sorted(wanted)
