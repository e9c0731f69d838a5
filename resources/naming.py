"""What a name is the name of: a person, a position, a unit or an organisation, and its sector."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from resources import FOLDER
from resources.bodies import names_a_body

Kind = Literal["person", "title", "unit", "organisation"]

_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"(?:[A-Za-z]{1,5}\.)+(?:[A-Za-z]{1,5}\.?)?")
_REGIONAL = ("ministry", "")


@dataclass(frozen=True)
class Named:
    """What a text was understood as.

    Attributes:
        sector: an organisation's sector, "" where its name doesn't tell.
        sure: False where it is only the likeliest.
    """

    kind: Kind
    sector: str = ""
    sure: bool = True


def fold(text: str) -> str:
    """Return a text's words in small letters, with single spaces and without marks."""
    return " ".join(_WORD.findall(text.casefold()))


def naming(text: str) -> Named:
    """Tell what a text names."""
    words = fold(text).split()
    found = _longest(words)
    if found is not None:
        kind, sector = found
        if kind == "organisation" and sector in _REGIONAL and not _regional().isdisjoint(words[1:]):
            sector = "subnational"
        return Named(kind, sector)
    if has_honorific(text):
        return Named("person")
    if any(word in _phrases("inside") for word in words):
        return Named("organisation", sure=False)
    return Named("person" if _looks_like_a_person(text) else "organisation", sure=False)


def sector_of(text: str) -> str:
    """Return the sector that an organisation's name tells, "" where it doesn't."""
    found = naming(text)
    return found.sector if found.kind == "organisation" else ""


def has_honorific(text: str) -> bool:
    """Tell whether somebody is called Bapak, Dr. or the like."""
    words = fold(text).split()
    return len(words) > 1 and words[0] in vocabulary()["words"]["honorifics"]


def is_degree(text: str) -> bool:
    """Tell whether a text is only an academic degree: M.Si, Ph.D."""
    text = text.strip()
    if len(text) > 14:
        return False
    return bool(_DOTTED.fullmatch(text)) or fold(text) in vocabulary()["words"]["degrees"]


def inner_organisation(text: str) -> int:
    """Return where an organisation's name begins inside of a text, 0 where none does."""
    found = [(match.start(), match.group().casefold()) for match in _WORD.finditer(text)]
    for place, (start, _) in enumerate(found[1:], 1):
        if _begins([word for _, word in found[place : place + 3]], _phrases("inside")):
            return start
    return 0


def inner_body(text: str) -> int:
    """Return where a unit or organisation begins behind a position's words, 0 where none does."""
    found = [(match.start(), match.group().casefold()) for match in _WORD.finditer(text)]
    for place, (start, _) in enumerate(found[1:], 1):
        kind = _longest([word for _, word in found[place : place + 5]])
        if kind is not None and kind[0] in ("unit", "organisation"):
            return start
    return 0


def value_of(table: str, text: str) -> str:
    """Return which entry of a table (heads, genders, sectors) has a text, "" for none."""
    folded = fold(text) or text.strip()
    entries: dict[str, list[str]] = vocabulary()[table]
    return next((name for name, texts in entries.items() if folded in texts), "")


@cache
def vocabulary() -> dict[str, Any]:
    """Return the words of resources/invitees.toml."""
    return tomllib.loads((FOLDER / "invitees.toml").read_text("utf-8"))


def _longest(words: list[str]) -> tuple[Kind, str] | None:
    """Return what the longest known phrase at the beginning names."""
    table = _beginnings()
    for length in range(min(4, len(words)), 0, -1):
        found = table.get(" ".join(words[:length]))
        if found is not None:
            return found
    starred = _starred(words[0]) if words else ""
    return ("organisation", starred) if starred else None


def _starred(word: str) -> str:
    """Return the sector of a phrase that a word only begins with: kemendagri."""
    return next((sector for begin, sector in _stars() if word.startswith(begin)), "")


def _begins(words: list[str], phrases: frozenset[str]) -> bool:
    if any(" ".join(words[:length]) in phrases for length in (1, 2, 3)):
        return True
    return any(p.endswith("*") and words[0].startswith(p[:-1]) for p in phrases)


def _looks_like_a_person(text: str) -> bool:
    words = text.replace(".", ". ").split()
    if not 2 <= len(words) <= 6 or any(letter.isdigit() for letter in text):
        return False
    if names_a_body(text) or (all(word.isupper() for word in words) and len(words[0]) <= 3):
        return False
    return all(word[0].isupper() or not word[0].isascii() for word in words)


@cache
def _beginnings() -> dict[str, tuple[Kind, str]]:
    words = vocabulary()
    found: dict[str, tuple[Kind, str]] = {}
    found |= dict.fromkeys(words["words"]["titles"], ("title", ""))
    found |= dict.fromkeys(words["words"]["units"], ("unit", ""))
    for sector, phrases in words["organisations"].items():
        found |= dict.fromkeys(phrases, ("organisation", sector))
    return found


@cache
def _stars() -> tuple[tuple[str, str], ...]:
    return tuple((p[:-1], s) for p, (_, s) in _beginnings().items() if p.endswith("*"))


@cache
def _phrases(name: str) -> frozenset[str]:
    return frozenset(vocabulary()["words"][name])


@cache
def _regional() -> frozenset[str]:
    return frozenset(vocabulary()["words"]["regional"])
