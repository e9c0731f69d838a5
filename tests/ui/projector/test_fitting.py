"""How large letters are, and where a text is other than before: plain rules without a window."""

import pytest

from ui.projector.fitting import (
    CAPTION,
    LEAST,
    SIZES,
    changed_places,
    fit_size,
    line_in_view,
    pixels,
    whole_lines,
    written_place,
)


def test_the_least_letters_are_24_points_and_grow_with_the_display():
    assert (pixels(LEAST, 1280, 720), pixels(CAPTION, 1280, 720)) == (32, 24)
    assert (pixels(LEAST, 1920, 1080), pixels(LEAST, 1366, 690)) == (48, 31)
    assert min(SIZES) == LEAST
    assert list(SIZES) == sorted(SIZES, reverse=True)


@pytest.mark.parametrize(
    ("room", "expected"),
    [(1000, (50, True)), (400, (40, True)), (399, (30, True)), (100, (20, False))],
)
def test_the_largest_that_fits_is_taken_else_the_least_scrolls(room, expected):
    asked: list[int] = []

    def height_at(size: int) -> float:
        asked.append(size)
        return size * 10

    assert fit_size(height_at, room, (50, 40, 30, 20)) == expected
    assert len(asked) <= 3


@pytest.mark.parametrize("room", [1000, 400, 399, 100])
@pytest.mark.parametrize("guess", [0, 20, 30, 50])
def test_a_guess_changes_nothing_but_how_often_it_is_asked(room, guess):
    sizes = (50, 40, 30, 20)
    right = fit_size(lambda size: size * 10, room, sizes)
    assert fit_size(lambda size: size * 10, room, sizes, guess) == right


@pytest.mark.parametrize(
    ("top", "room", "expected"),
    [(0, 70, (0, 10)), (25, 70, (30, 10)), (30, 60, (30, 0)), (45, 10, (60, 0))],
)
def test_a_page_begins_and_ends_with_a_whole_line(top, room, expected):
    lines = [(place, place + 30) for place in range(0, 120, 30)]
    assert whole_lines(lines, top, room) == expected


def test_what_came_in_is_marked_by_words_without_the_spaces_around():
    before, after = "Warga belum tahu jadwal.", "Warga kota belum tahu jadwal. Aduan menumpuk."
    marked = [after[start:end] for start, end in changed_places(before, after)[0]]
    assert marked == ["kota", ". Aduan menumpuk"]
    assert changed_places(after, before)[0] == ()


def test_what_is_gone_is_told_by_where_it_stood():
    before, after = "Warga kota belum tahu jadwal.", "Warga belum tahu."
    _, gone = changed_places(before, after)
    put_back = after
    for place, text in reversed(gone):
        put_back = put_back[:place] + text + put_back[place:]
    assert put_back == before
    assert [text.strip() for _, text in gone] == ["kota", "jadwal"]


@pytest.mark.parametrize(
    ("top", "line", "expected"),
    [(0, (30, 60), 0), (0, (60, 90), 30), (60, (30, 60), 30), (35, (60, 90), 35)],
)
def test_a_line_comes_into_view_by_the_shortest_way(top, line, expected):
    lines = [(place, place + 30) for place in range(0, 120, 30)]
    assert line_in_view(lines, top, 70, line) == expected


def test_the_caret_stands_behind_what_was_written():
    assert written_place("", "abc") == 3
    assert written_place("satu tiga", "satu dua tiga") == len("satu dua")
    assert written_place("satu dua", "satu") == 4
    assert written_place("sama", "sama") == 0
