"""Typed text becomes drawable runs: nothing is markup, nothing that can be seen is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.fonts import BOLD, REGULAR, letters_of
from exports.safe import find_notices, make_word, split_words
from resources.words import LANGUAGES, Words


def shown(text: str, font: str = REGULAR) -> list[str]:
    return ["".join(run.text for run in word) for word in split_words(text, font)]


def keys(text: str) -> list[str]:
    return [notice.key for notice in find_notices(text)]


def test_markup_is_text() -> None:
    assert shown("R&D <b>x</b> &amp; {nama}") == ["R&D", "<b>x</b>", "&amp;", "{nama}"]


def test_a_letter_that_the_font_lacks_comes_from_another_one() -> None:
    (word,) = split_words("a→b", BOLD)
    assert [(run.text, run.font) for run in word] == [("a", BOLD), ("→", "DejaVuSans"), ("b", BOLD)]


def test_letters_that_people_type_all_have_a_picture() -> None:
    typed = "éèêëçñüöäåßøœæčšžłőğıÅÉ“”‘’«»„…–—•·✓✔✗☐☑→←↑↓⇒≤≥≠≈±×÷°²³½¼€£¥₹§¶©®™№†‡♥★☎①②Ⅳ"
    assert keys(typed) == []


def test_a_letter_that_no_font_has_is_a_box() -> None:
    assert shown("a中b") == ["a□b"]


def test_what_cannot_be_seen_is_not_drawn() -> None:
    assert shown("a\u200bb\u00ad\ufe0fc \u200d \ufeff") == ["abc"]
    assert keys("a\u200b\u2060\ufe0f") == []


def test_a_no_break_space_holds_words_together() -> None:
    assert shown("24\u00a0Agustus 2018") == ["24\u00a0Agustus", "2018"]


def test_a_mark_stays_with_its_letter() -> None:
    (word,) = split_words("x\u0332", REGULAR)
    assert len({run.font for run in word}) == 1


def test_missing_letters_are_listed_up_to_a_dozen() -> None:
    (notice,) = find_notices("".join(chr(0x4E00 + n) for n in range(20)))
    assert notice.values["n"] == 20
    assert str(notice.values["letters"]).endswith("…")
    assert str(notice.values["letters"]).count("U+") == 12


def test_scripts_that_need_more_than_letters_are_reported() -> None:
    assert keys("شفافية") == ["right_to_left"]
    assert keys("ꦧꦱꦗꦮ") == ["letters_unshaped"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_notice_has_its_sentence(language: str) -> None:
    words = Words(language)
    for notice in find_notices("中文 شف ꦧ"):
        assert words(f"warnings.{notice.key}", **notice.values)
    assert "x" in words("warnings.not_archival", problem="x")


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"))))
def test_every_run_has_letters_that_its_font_can_draw(text: str) -> None:
    word = make_word(text, REGULAR)
    assert sum(len(run.text) for run in word) <= len(text)
    for run in word:
        assert letters_of(run.font).issuperset(map(ord, run.text))
