"""Of a long text only what changed is told, and whole."""

from db.passages import changed_passages, shorten

LONG = "Data banjir belum terpadu. " * 40


def test_short_texts_are_told_whole():
    assert changed_passages("Sungai meluap", "Sungai meluap tiap tahun") == (
        "Sungai meluap", "Sungai meluap tiap tahun",
    )  # fmt: skip
    assert changed_passages("", "baru") == ("", "baru")


def test_of_long_ones_what_changed_stands_between_a_few_words():
    before, after = changed_passages(f"{LONG}Jumlahnya lima. {LONG}", f"{LONG}Tujuh desa. {LONG}")
    assert "Jumlahnya lima." in before
    assert "Tujuh desa." in after
    assert (before[:2], before[-2:]) == ("… ", " …")
    assert len(before) < 120


def test_the_words_around_a_change_are_of_its_own_paragraph():
    before, after = (f"{LONG}\n\nIni {word}.\n\n{LONG}" for word in ("lama", "baru"))
    assert changed_passages(before, after) == ("… Ini lama. …", "… Ini baru. …")


def test_a_long_change_is_shortened_in_its_middle_only_where_asked():
    assert changed_passages("", LONG)[1] == LONG
    cut = changed_passages("", LONG, 100)[1]
    assert len(cut) <= 100
    assert cut.startswith("Data banjir")
    assert " … " in cut
    assert shorten("satu\n dua", 100) == "satu dua"
