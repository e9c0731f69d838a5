"""What a text may hold, decided once."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text import clean, find_forbidden

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=40)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("\0\x01\x1f\x7f\x80\x9f", ""),
        ("\ud800\udfff\ufffe\uffff", ""),
        ("e\u0301", "é"),
        ("e\0\u0301", "é"),
        ("\u00ad\u200b\u202e\ufeff", "\u00ad\u200b\u202e\ufeff"),
        ("👩🏽‍🌾 ✓ → “R&D” <b>", "👩🏽‍🌾 ✓ → “R&D” <b>"),
        ("ꦗꦮ العربية", "ꦗꦮ العربية"),
    ],
)
def test_clean_keeps_what_documents_can_carry(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(ANY_TEXT)
def test_clean_text_is_allowed_composed_and_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert find_forbidden(once) is None
    assert unicodedata.is_normalized("NFC", once)
    assert clean(once) == once


@given(ANY_TEXT)
def test_nothing_visible_is_lost(text: str) -> None:
    def letters(value: str) -> str:
        kept = (c for c in unicodedata.normalize("NFD", value) if c.isprintable() and c != " ")
        return "".join(kept)

    assert letters(clean(text)) == letters(text)


@pytest.mark.parametrize("character", ["\0", "\r", "\x1b", "\x7f", "\x9b", "\ud800", "\uffff"])
def test_the_first_forbidden_character_is_found(character: str) -> None:
    assert find_forbidden(f"a\t\n{character}\0") == character
    assert find_forbidden("a\t\n\u2028") is None
