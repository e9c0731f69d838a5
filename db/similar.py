"""Organisations that are probably the same: found by their names, for a person to decide."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from db.body_names import (
    LEAST_SHORT,
    LEAST_WORD,
    Name,
    forms_fit,
    is_short_for,
    letters_are_one_slip_apart,
    name_of,
    words_are_one_slip_apart,
)
from db.overview import OrganisationLine

# Beyond so many of one short form, it is a common word: each town has its Bappeda.
_MOST_OF_ONE = 3

_Names = Sequence[tuple[str, Name]]


@dataclass(frozen=True)
class SimilarPair:
    """Two organisations that are probably one; the first is the one that should stay."""

    keep_id: str
    join_id: str


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
    typed = name_of(text, True)
    if len(typed.letters) < LEAST_SHORT:
        return None
    standing = [line for line in lines if not line.same_as]
    if any(_fold(name) == _fold(text) for line in standing for name in line.names):
        return None
    return next(
        (line for line in standing if any(_is_like(typed, name) for name in _names(line))), None
    )


def _names(line: OrganisationLine) -> Iterator[Name]:
    for place, text in enumerate(dict.fromkeys((line.name, line.short_name, *line.aliases))):
        if text.strip():
            yield name_of(text, place == 0)


def _is_like(typed: Name, name: Name) -> bool:
    if typed.letters[:1] != name.letters[:1]:
        return False
    if typed.letters == name.letters:
        return forms_fit(typed, name)
    if name.whole and letters_are_one_slip_apart(typed.letters, name.letters):
        return forms_fit(typed, name) and words_are_one_slip_apart(typed.own, name.own)
    return _shortens(typed, name) or _shortens(name, typed)


def _shortens(short: Name, long: Name) -> bool:
    fits = len(short.own) < min(3, len(long.own)) and len(short.letters) >= LEAST_SHORT
    return fits and long.whole and is_short_for(short, long)


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
            if (first.whole or second.whole) and forms_fit(first, second):
                yield one, other


def _misspelt(names: _Names) -> Iterator[tuple[str, str]]:
    """Names with one letter more, fewer, another or two in the other order."""
    shorter: dict[str, list[tuple[str, Name]]] = defaultdict(list)
    for key, name in names:
        if name.whole and len(name.letters) > LEAST_WORD:
            letters = name.letters
            for cut in {letters[:i] + letters[i + 1 :] for i in range(len(letters))} | {letters}:
                shorter[cut].append((key, name))
    for group in shorter.values():
        if 1 < len(group) < 12:
            for (one, first), (other, second) in combinations(group, 2):
                if forms_fit(first, second) and words_are_one_slip_apart(first.own, second.own):
                    yield one, other


def _shortened(names: _Names) -> Iterator[tuple[str, str]]:
    """Short names and the long ones that they were made of: TII, Medialink, Dinkes."""
    short = [(k, n) for k, n in names if len(n.own) < 3 and len(n.letters) >= LEAST_SHORT]
    by_begin: dict[str, list[tuple[str, Name]]] = defaultdict(list)
    for key, name in names:
        if name.whole and len(name.own) > 1:
            by_begin[name.own[0][:1]].append((key, name))
    made: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for key, name in short:
        for other, long in by_begin[name.letters[:1]]:
            if len(name.own) < len(long.own) and is_short_for(name, long):
                made[name.letters].add((key, other))
    for pairs in made.values():
        if len({other for _, other in pairs}) < _MOST_OF_ONE:
            yield from pairs


def _grouped(names: _Names, key: Callable[[Name], str]) -> Iterator[list[tuple[str, Name]]]:
    groups: dict[str, list[tuple[str, Name]]] = defaultdict(list)
    for organisation_id, name in names:
        groups[key(name)].append((organisation_id, name))
    for group in groups.values():
        owners = {organisation_id for organisation_id, _ in group}
        common = sum(not name.whole for _, name in group) >= _MOST_OF_ONE
        if len(owners) > 1 and not common:
            yield group
