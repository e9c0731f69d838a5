"""What stands in a place of a canvas, as it is said in points, lists and papers."""

import pytest

from resources.canvas_words import place_words, value_words
from resources.draft_words import part_label
from resources.words import Words

PARTIES = "Bidang Data, Dinas Kominfo\nForum Warga"


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("start", "2023-01", "Januari 2023"),
        ("values", "transparansi\nlain", "transparansi, lain"),
        ("leads", PARTIES, "Bidang Data, Dinas Kominfo; Forum Warga"),
        ("actors", "", ""),
        ("problem", PARTIES, PARTIES),
    ],
)
def test_a_value_is_said_so_that_each_of_several_is_told_apart(field, text, said):
    assert value_words(Words("id"), field, text).casefold() == said.casefold()


def test_a_milestone_s_own_text_is_called_after_the_milestone_alone():
    words = Words("id")
    assert place_words(words, "milestones", "text", 9) == "milestone 9"
    assert part_label(words, "milestones", "text", 9) == "Milestone 9"
    assert part_label(words, "milestones", "output", 9) == "Milestone 9 – keluaran"
