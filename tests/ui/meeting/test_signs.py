"""Where a sign counts in a text, and what is typed after it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.meeting.signs import sign_before, units


@pytest.mark.parametrize(
    ("text", "sign", "part"),
    [
        ("@", "@", ""),
        ("Usulan kota @TI", "@", "TI"),
        ("!tindak-la", "!", "tindak-la"),
        ("baris\n#mas", "#", "mas"),
        ("(@biro", "@", "biro"),
        ("“!kep", "!", "kep"),
        ("@TII !tin", "!", "tin"),
        ("🎤 @biro per", "@", "biro per"),
        ("kata " * 500 + "@ti", "@", "ti"),
    ],
)
def test_a_sign_counts_where_a_word_begins(text: str, sign: str, part: str):
    found = sign_before(text)
    assert found is not None
    assert (found.sign, found.part, text[found.start :]) == (sign, part, sign + part)


@pytest.mark.parametrize(
    "text",
    [
        "", "SP4N-LAPOR!", "Catat!", "budi@contoh.go.id", "nomor#1", "a@", "@TII ", "@ TII",
        "@a\nb", "@satu dua tiga empat lima enam", "@" + "a" * 70, "Setuju!!",
    ],
)  # fmt: skip
def test_elsewhere_it_is_a_letter_like_others(text: str):
    assert sign_before(text) is None


@given(text=st.text(alphabet=st.sampled_from("ab @!#\n(é🎤"), max_size=80))
def test_what_is_found_is_the_end_of_the_text(text: str):
    found = sign_before(text)
    if found is not None:
        assert text.endswith(found.sign + found.part)
        assert units(text) == len(text.encode("utf-16-le")) // 2
