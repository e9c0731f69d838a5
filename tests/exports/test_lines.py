from hypothesis import given
from hypothesis import strategies as st

from exports.fonts import REGULAR
from exports.lines import Line, break_words
from exports.safe import split_words


def lines_of(text: str, width: float, size: float = 10) -> list[Line]:
    return break_words(split_words(text, REGULAR), REGULAR, size, width)


def texts(lines: list[Line]) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in lines]


def test_words_stay_whole_while_a_line_can_hold_them() -> None:
    assert texts(lines_of("satu dua-tiga K/L/D/I", 60)) == ["satu ", "dua-tiga ", "K/L/D/I "]


def test_a_word_wider_than_a_line_is_broken_after_a_sign_where_one_is_near() -> None:
    lines = texts(lines_of("http://www.contoh.go.id/halaman-yang-panjang", 80))
    assert "".join(lines) == "http://www.contoh.go.id/halaman-yang-panjang "
    assert all(line[-1] in "/.-" for line in lines[:-1])


def test_a_space_ends_each_line_but_one_whose_word_goes_on() -> None:
    word = "xx✓✓xx" * 9
    lines = texts(lines_of(f"satu {word} dua tiga", 70))
    assert "".join(lines) == f"satu {word} dua tiga "
    assert [line.endswith(" ") for line in lines[1:-1]] == [False] * (len(lines) - 2)


def test_only_the_last_line_is_the_paragraphs_end() -> None:
    lines = lines_of("kata " * 30, 100)
    assert [line.last for line in lines] == [False] * (len(lines) - 1) + [True]


def test_no_word_makes_no_line() -> None:
    assert lines_of("  \t ", 100) == []


def test_a_million_letters_are_broken_in_a_moment() -> None:
    lines_of("kementerian " * 50_000, 400)
    lines_of("x" * 300_000, 400)
    lines_of("文" * 100_000, 400)


@given(st.text("ab <&/-.é→中"), st.floats(20, 400))
def test_every_letter_stands_on_one_line_and_no_line_is_too_wide(text: str, width: float) -> None:
    lines = lines_of(text, width)
    assert "".join(texts(lines)).replace(" ", "") == text.replace(" ", "").replace("中", "□")
    assert all(line.width <= width + 0.01 for line in lines)
