from hypothesis import given
from hypothesis import strategies as st

from exports.sheet_layout import CLIPPED, CONTINUED, Column, Run, find_runs, lay_out
from exports.sheet_text import ROW_LIMIT, cell_length, escape_text, split_text, text_height

MERGING = Column(1, 1, 20, "style", merges=True)
PLAIN = Column(2, 2, 20, "style")


def test_a_short_text_stays_whole():
    assert split_text("a b c", limit=5) == ("a b c",)


def test_a_long_text_is_cut_after_a_word():
    assert split_text("satu dua tiga empat lima enam tujuh", limit=30) == (
        "satu dua tiga empat lima enam ",
        "tujuh",
    )


def test_letters_outside_the_basic_plane_count_twice():
    assert split_text("😀" * 4, limit=4) == ("😀😀", "😀😀")


@given(st.text(max_size=300), st.integers(12, 40))
def test_pieces_fit_and_joined_are_the_text(text: str, limit: int):
    pieces = split_text(text, limit)
    assert "".join(pieces) == text
    assert all(cell_length(piece) <= limit for piece in pieces)


def test_what_looks_like_a_character_code_of_excel_is_escaped():
    assert escape_text("a _x0041_ b _x_ _x00G1_") == "a _x005F_x0041_ b _x_ _x00G1_"


def test_height_grows_with_lines_with_width_and_with_bold():
    one = text_height("kata", 20)
    assert text_height("kata\nkata", 20) > one
    assert text_height("kata " * 20, 20) > text_height("kata " * 20, 40)
    assert text_height("kata " * 200, 20, bold=True) > text_height("kata " * 200, 20)
    assert text_height("k" * 200, 20) > text_height("k" * 20, 20)
    assert text_height("漢" * 40, 20) > text_height("i" * 40, 20)


def test_equal_neighbours_merge_and_say_their_text_once():
    rows = [["a", "1"], ["a", "2"], ["b", "3"]]
    assert find_runs(rows, [MERGING, PLAIN]) == (Run(0, 0, 2),)
    assert [line.texts for line in lay_out(rows, [MERGING, PLAIN])] == [
        ("a", "1"),
        ("", "2"),
        ("b", "3"),
    ]


def test_a_merged_text_gets_the_room_it_needs_from_all_its_rows():
    text = "sasaran yang panjang " * 10
    lines = lay_out([[text, "1"], [text, "2"]], [MERGING, PLAIN])
    assert sum(line.height for line in lines) >= text_height(text, 20)
    assert lines[0].height < text_height(text, 20)


def test_a_row_too_tall_for_excel_is_as_tall_as_can_be_and_says_so():
    (line,) = lay_out([["", "kata " * 1000]], [MERGING, PLAIN])
    assert line.height == ROW_LIMIT
    assert line.notes == (CLIPPED,)


def test_a_text_longer_than_a_cell_goes_on_in_a_further_line():
    text = "kata " * 8000
    first, second = lay_out([["a", text]], [MERGING, PLAIN])
    assert first.texts[1] + second.texts[1] == text
    assert (first.row, second.row) == (0, 0)
    assert second.texts[0] == ""
    assert CONTINUED in first.notes
    assert CONTINUED not in second.notes
    assert second.continues


def test_equal_texts_longer_than_a_cell_are_not_merged():
    text = "kata " * 8000
    assert find_runs([[text, ""], [text, ""]], [MERGING, PLAIN]) == ()
    assert "".join(
        line.texts[0] for line in lay_out([[text, ""], [text, ""]], [MERGING, PLAIN])
    ) == (text * 2)
