"""Case, accents and signs make no difference; where words stand is told in the text itself."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.search.letters import holds, matching_spans, split_words, wanted_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Keterbukaan Informasi", ("keterbukaan", "informasi")),
        ("SP4N-LAPOR!", ("sp4n", "lapor")),
        ("Café “Rahayuné” №5", ("cafe", "rahayune", "no5")),
        ("Cafe\u0301", ("cafe",)),
        ("STRASSE straße", ("strasse", "strasse")),
        ("2018-08-24, 14.00", ("2018", "08", "24", "14", "00")),
        ("محمَّد", ("محمد",)),
        ("ꦲꦏ꧀ꦱꦫ ꦗꦮ", ("ꦲꦏ꧀ꦱꦫ", "ꦗꦮ")),
        ("👍 % _ * ( \" '", ()),
        ("", ()),
    ],
)
def test_words_have_one_form(text: str, words: tuple[str, ...]) -> None:
    assert split_words(text) == words


def test_a_pasted_page_is_no_longer_query_than_a_sentence() -> None:
    assert len(wanted_words("kata " * 10_000)) == 12
    assert [len(word) for word in wanted_words("a" * 100_000)] == [60]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Praktik keterbukaan", "buka", ["buka"]),
        ("Praktik keterbukaan", "praktik TERBUKA", ["Praktik", "terbuka"]),
        ("Café di kafe", "cafe", ["Café"]),
        ("lah kalah la", "la", ["la", "la"]),
        ("4 dari 14 dan 40", "4", ["4"]),
        ("terbuka bukaan", "terbuka bukaan", ["terbuka", "bukaan"]),
        ("terbukaan", "terbuka bukaan", ["terbukaan"]),
        ("ﬁle", "file", ["ﬁle"]),
        ("tidak ada", "xyz", []),
    ],
)
def test_matches_are_places_in_the_text_as_it_was_written(
    text: str, query: str, found: list[str]
) -> None:
    assert [text[a:b] for a, b in matching_spans(text, wanted_words(query))] == found


@given(st.text(max_size=60), st.text(max_size=12))
def test_a_word_is_held_exactly_where_it_is_marked(text: str, query: str) -> None:
    words = wanted_words(query)
    spans = matching_spans(text, words)
    assert bool(spans) == bool(holds(text, words))
    assert all(0 <= begin < end <= len(text) for begin, end in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))


@given(st.text(min_size=1, max_size=40))
def test_a_text_holds_its_own_words(text: str) -> None:
    words = wanted_words(text)
    assert holds(text, words) == frozenset(words)
