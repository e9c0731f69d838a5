"""Organisations that are probably the same: found by their names, for a person to decide."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

from db.overview import OrganisationLine

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
# Beyond so many of one short form, it is a common word: each town has its Bappeda.
_MOST_OF_ONE = 3
_LEAST_SHORT = 3
_LEAST_WORD = 5


@dataclass(frozen=True)
class SimilarPair:
    """Two organisations that are probably one; the first is the one that should stay."""

    keep_id: str
    join_id: str


@dataclass(frozen=True)
class _Name:
    """One name of an organisation, taken apart."""

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


_Names = Sequence[tuple[str, _Name]]


def find_similar(lines: Iterable[OrganisationLine]) -> tuple[SimilarPair, ...]:
    """Return the pairs that are probably the same, each once.

    Those that were joined, or that somebody said are not the same, are left out.
    """
    standing = {line.id: line for line in lines if not line.same_as}
    names = [(line.id, name) for line in standing.values() for name in _names(line)]
    found = {
        tuple(sorted(pair))
        for look in (_equal, _misspelt, _shortened)
        for pair in look(names)
        if pair[0] != pair[1]
    }
    apart = {frozenset((one.id, other)) for one in standing.values() for other in one.other_than}
    pairs = [
        _in_order(standing[one], standing[other])
        for one, other in sorted(found)
        if frozenset((one, other)) not in apart
    ]
    return tuple(sorted(pairs, key=lambda pair: standing[pair.keep_id].name.casefold()))


def find_like(text: str, lines: Iterable[OrganisationLine]) -> OrganisationLine | None:
    """Return the organisation that a typed name resembles without being one of its names."""
    typed = _named(text, True)
    if len(typed.letters) < _LEAST_SHORT:
        return None
    standing = [line for line in lines if not line.same_as]
    if any(_fold(name) == _fold(text) for line in standing for name in line.names):
        return None
    return next(
        (line for line in standing if any(_is_like(typed, name) for name in _names(line))), None
    )


def _names(line: OrganisationLine) -> Iterator[_Name]:
    for place, text in enumerate(dict.fromkeys((line.name, line.short_name, *line.aliases))):
        if text.strip():
            yield _named(text, place == 0)


@lru_cache(maxsize=20_000)
def _named(text: str, whole: bool) -> _Name:
    """Names are asked for with every letter that is typed, and seldom change."""
    return _Name(text, whole)


def _is_like(typed: _Name, name: _Name) -> bool:
    if typed.letters[:1] != name.letters[:1]:
        return False
    if typed.letters == name.letters:
        return _forms_fit(typed, name)
    if name.whole and _are_one_slip_apart(typed.letters, name.letters):
        return _forms_fit(typed, name) and _one_slip(typed.own, name.own)
    return _shortens(typed, name) or _shortens(name, typed)


def _shortens(short: _Name, long: _Name) -> bool:
    fits = len(short.own) < min(3, len(long.own)) and len(short.letters) >= _LEAST_SHORT
    return fits and long.whole and _is_short_for(short, long)


def _are_one_slip_apart(one: str, other: str) -> bool:
    """Tell whether two texts differ by one letter, or by two in the other order."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) <= _LEAST_WORD:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    if same < 0:
        return True
    a, b = one[same:], other[same:]
    turned = a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or turned


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


def _in_order(one: OrganisationLine, other: OrganisationLine) -> SimilarPair:
    """The one that is known better stays: with more names, a sector, the longer name."""

    def weight(line: OrganisationLine) -> tuple[int, bool, int, str]:
        known = len(line.names) + len(line.joined)
        return (known, bool(line.sector), len(line.name), line.id)

    keep, join = sorted((one, other), key=weight, reverse=True)
    return SimilarPair(keep.id, join.id)


def _equal(names: _Names) -> Iterator[tuple[str, str]]:
    """Names that are the same but for spaces, marks, accents and legal forms."""
    for group in _grouped(names, lambda name: name.letters):
        for (one, first), (other, second) in combinations(group, 2):
            if (first.whole or second.whole) and _forms_fit(first, second):
                yield one, other


def _misspelt(names: _Names) -> Iterator[tuple[str, str]]:
    """Names with one letter more, fewer, another or two in the other order."""
    shorter: dict[str, list[tuple[str, _Name]]] = defaultdict(list)
    for key, name in names:
        if name.whole and len(name.letters) > _LEAST_WORD:
            letters = name.letters
            for cut in {letters[:i] + letters[i + 1 :] for i in range(len(letters))} | {letters}:
                shorter[cut].append((key, name))
    for group in shorter.values():
        if 1 < len(group) < 12:
            for (one, first), (other, second) in combinations(group, 2):
                if _forms_fit(first, second) and _one_slip(first.own, second.own):
                    yield one, other


def _shortened(names: _Names) -> Iterator[tuple[str, str]]:
    """Short names and the long ones that they were made of: TII, Medialink, Dinkes."""
    short = [(k, n) for k, n in names if len(n.own) < 3 and len(n.letters) >= _LEAST_SHORT]
    by_begin: dict[str, list[tuple[str, _Name]]] = defaultdict(list)
    for key, name in names:
        if name.whole and len(name.own) > 1:
            by_begin[name.own[0][:1]].append((key, name))
    made: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for key, name in short:
        for other, long in by_begin[name.letters[:1]]:
            if len(name.own) < len(long.own) and _is_short_for(name, long):
                made[name.letters].add((key, other))
    for pairs in made.values():
        if len({other for _, other in pairs}) < _MOST_OF_ONE:
            yield from pairs


def _grouped(names: _Names, key: Callable[[_Name], str]) -> Iterator[list[tuple[str, _Name]]]:
    groups: dict[str, list[tuple[str, _Name]]] = defaultdict(list)
    for organisation_id, name in names:
        groups[key(name)].append((organisation_id, name))
    for group in groups.values():
        owners = {organisation_id for organisation_id, _ in group}
        common = sum(not name.whole for _, name in group) >= _MOST_OF_ONE
        if len(owners) > 1 and not common:
            yield group


def _forms_fit(one: _Name, other: _Name) -> bool:
    """A foundation and a company of one name are two."""
    return not one.forms or not other.forms or one.forms == other.forms


def _one_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names differ in one letter of one long word, and in no number."""
    if len(one) != len(other):
        return min(len("".join(one)), len("".join(other))) > 2 * _LEAST_WORD
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    a, b = differing[0]
    if any(letter.isdigit() for letter in a + b) or a[0] != b[0]:
        return False
    return min(len(a), len(b)) >= _LEAST_WORD + 1


def _is_short_for(short: _Name, long: _Name) -> bool:
    """Tell whether a word is made of the beginnings of a name's words, each of them in order."""
    letters = short.letters
    if len(letters) >= len(long.letters):
        return False
    # Initials with and without legal forms; three letters could be anything but capitals.
    for words in {long.own, long.words}:
        if (
            len(short.own) == 1
            and len(words) >= _LEAST_SHORT
            and letters == "".join(word[0] for word in words)
        ):
            return short.text.strip(". ").isupper()
    if len(letters) < _LEAST_WORD or len(letters) < 2 * len(long.own):
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
