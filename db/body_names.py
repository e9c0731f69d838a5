"""The names of bodies, taken apart, and what makes two of them probably one name."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

# What a body is before the law: its name is the same without it, but not with another one.
LEGAL_FORMS = frozenset(
    {
        "pt", "cv", "ud", "pd", "tbk", "persero", "yayasan", "perkumpulan", "perhimpunan", "lsm",
        "koperasi", "firma", "inc", "ltd", "llc", "foundation",
    }
)  # fmt: skip
_SMALL = frozenset(
    {
        "dan", "untuk", "atau", "di", "ke", "dari", "yang", "the", "of", "for", "and", "in",
        "bagi", "serta",
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
LEAST_SHORT = 3
"""Letters that a short name has at least; fewer could be anything."""
LEAST_WORD = 5
"""Letters that a word has at least to be told from another by one of them."""


@dataclass(frozen=True)
class Name:
    """One name of an organisation.

    Attributes:
        whole: whether it is the full one, and no short form or other name.
    """

    text: str
    whole: bool

    @cached_property
    def words(self) -> tuple[str, ...]:
        letters = unicodedata.normalize("NFKD", self.text.casefold())
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
        return tuple(_WORD.findall(plain.replace("'", "").replace("’", "")))

    @cached_property
    def forms(self) -> frozenset[str]:
        return LEGAL_FORMS.intersection(self.words)

    @cached_property
    def own(self) -> tuple[str, ...]:
        """Its words without legal forms and small words, unless nothing else is left."""
        left = tuple(w for w in self.words if w not in LEGAL_FORMS and w not in _SMALL)
        return left or self.words

    @cached_property
    def letters(self) -> str:
        return "".join(self.own)


@lru_cache(maxsize=20_000)
def name_of(text: str, whole: bool) -> Name:
    """Return a name, taken apart once: all are asked for with every letter that is typed."""
    return Name(text, whole)


def forms_fit(one: Name, other: Name) -> bool:
    """Tell whether two bodies can be one before the law: a foundation is no company."""
    return not one.forms or not other.forms or one.forms == other.forms


def letters_are_one_slip_apart(one: str, other: str) -> bool:
    """Tell whether two texts differ by one letter, or by two in the other order."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) <= LEAST_WORD:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    if same < 0:
        return True
    a, b = one[same:], other[same:]
    turned = a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or turned


def words_are_one_slip_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names differ in one letter of one long word, and in no number."""
    if len(one) != len(other):
        return min(len("".join(one)), len("".join(other))) > 2 * LEAST_WORD
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    a, b = differing[0]
    if any(letter.isdigit() for letter in a + b) or a[0] != b[0]:
        return False
    return min(len(a), len(b)) >= LEAST_WORD + 1


def is_short_for(short: Name, long: Name) -> bool:
    """Tell whether a word is made of the beginnings of a name's words, each of them in order."""
    letters = short.letters
    if len(letters) >= len(long.letters):
        return False
    # Initials with and without legal forms; three letters could be anything but capitals.
    for words in {long.own, long.words}:
        if (
            len(short.own) == 1
            and len(words) >= LEAST_SHORT
            and letters == "".join(word[0] for word in words)
        ):
            return short.text.strip(". ").isupper()
    if len(letters) < LEAST_WORD or len(letters) < 2 * len(long.own):
        return False
    return _made_of(letters, long.own)


def _made_of(letters: str, words: tuple[str, ...]) -> bool:
    """Two or more letters of the first word, one or more of each other."""
    ends = {0}
    for place, word in enumerate(words):
        least = 2 if place == 0 else 1
        ends = {
            end + size
            for end in ends
            for size in range(least, len(word) + 1)
            if letters[end : end + size] == word[:size]
        }
    # All of each word would be the same name, which is found elsewhere.
    return len(letters) in ends
