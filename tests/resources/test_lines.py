"""Texts as one line, and at the beginning of a sentence."""

from resources.lines import in_one_line, with_capital


def test_a_long_text_is_cut_to_what_a_line_holds():
    assert in_one_line("Jadwal\n\n posyandu", 15) == "Jadwal posyandu"
    assert in_one_line("Jadwal posyandu", 9) == "Jadwal p…"
    # No blank stands before the sign.
    assert in_one_line("Jadwal posyandu", 8) == "Jadwal…"


def test_only_the_first_letter_is_made_a_capital():
    assert with_capital("target B06") == "Target B06"
    assert with_capital("") == ""
