"""What counts as the same letter when a person searches: case and accents make no difference."""

import unicodedata
from collections.abc import Iterator, Sequence

MOST_WORDS = 12
"""Further words of a query are left out: nobody types them, but somebody may paste them."""
LONGEST_WORD = 60

# Canonical combining classes: below are the signs that Javanese and other scripts write their
# vowels and conjuncts with, which are letters to their readers; above are accents.
_FIRST_ACCENT = 10

Span = tuple[int, int]


class _Folding(dict[int, str]):
    """What stands for a character (by its code) when texts are compared; filled as needed."""

    def __missing__(self, code: int) -> str:
        lower = unicodedata.normalize("NFKD", chr(code)).casefold()
        parts = unicodedata.normalize("NFKD", lower)
        self[code] = "".join(_letter(character) for character in parts)
        return self[code]


def _letter(character: str) -> str:
    if unicodedata.combining(character) >= _FIRST_ACCENT:
        return ""
    is_letter = character.isalnum() or unicodedata.category(character).startswith("M")
    return character if is_letter else " "


_FOLDING = _Folding()


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in the one form that searching compares."""
    return tuple(text.translate(_FOLDING).split())


def wanted_words(text: str) -> tuple[str, ...]:
    """Return the words that a person searches for; () when there are none."""
    shortened = text[: MOST_WORDS * LONGEST_WORD]
    return tuple(word[:LONGEST_WORD] for word in split_words(shortened)[:MOST_WORDS])


def matching_spans(text: str, words: Sequence[str]) -> tuple[Span, ...]:
    """Return where the words stand in a text, from the first to the last, none overlapping."""
    folded, places = _fold_with_places(text)
    spans = sorted(
        (places[begin], places[begin + len(word) - 1] + 1)
        for word in words
        for begin in _places_of(word, folded)
    )
    return tuple(_joined(spans))


def holds(text: str, words: Sequence[str]) -> frozenset[str]:
    """Return those of the words that stand in a text, also inside of its own words."""
    folded = text.translate(_FOLDING)
    return frozenset(word for word in words if next(_places_of(word, folded), -1) >= 0)


def begins_words(text: str, words: Sequence[str]) -> bool:
    """Tell whether each of the words begins a word of the text."""
    folded = " " + " ".join(split_words(text))
    return all(f" {word}" in folded for word in words)


def _fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """Return the folded text, and for each of its characters the place it comes from."""
    folded = text.translate(_FOLDING)
    if text.isascii():
        return folded, range(len(text))
    return folded, [place for place, one in enumerate(text) for _ in _FOLDING[ord(one)]]


def _places_of(word: str, folded: str) -> Iterator[int]:
    """Give where a word begins: anywhere, but a short one only where a word begins.

    One letter counts as a word alone, two as the beginning of one: inside of words they
    would be everywhere.
    """
    begin = folded.find(word)
    while begin >= 0:
        end = begin + len(word)
        starts = begin == 0 or folded[begin - 1] == " "
        ends = end == len(folded) or folded[end] == " "
        if len(word) > 2 or (starts and (ends or len(word) == 2)):
            yield begin
        begin = folded.find(word, begin + 1)


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Give sorted spans with those in one that touch or overlap."""
    waiting: Span | None = None
    for span in spans:
        if waiting is None or span[0] > waiting[1]:
            if waiting is not None:
                yield waiting
            waiting = span
        else:
            waiting = (waiting[0], max(waiting[1], span[1]))
    if waiting is not None:
        yield waiting
