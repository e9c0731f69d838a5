"""Names of persons in typed texts: found where they stand, and kept out of public papers."""

import re
from collections.abc import Iterable, Mapping

_HONORIFIC = (
    r"(?:bapak|pak|ibu|bu|saudara|saudari|sdr|sdri|mas|mbak|kang|teh|bung|kh|dr|ir|prof|drs|dra|"
    r"h|hj|ust|mr|mrs|ms)\b\.?"
)
_TITLES = re.compile(rf"^(?:{_HONORIFIC}\s*)+", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
# Nine digits and more; a date written in digits is none.
_PHONE = r"(?<![\w+./-])(?!\d{2}-\d{2}-\d{4})(?:\+\d|\(?0)(?:[ ()-]{0,2}\d){8,13}(?![\w/])"
_CONTACT = re.compile(f"{_MAIL}|{_PHONE}")


class PersonNames:
    """The persons who must not be named, each with what is said instead.

    A name is known with and without its titles, and by any part of it behind a `Pak` or `Ibu`.
    """

    def __init__(self, instead: Mapping[str, str], contact: str) -> None:
        """Take what stands for each person's name, and for addresses and numbers."""
        self._contact = contact
        self._instead: dict[str, str] = {}
        parts: dict[str, str] = {}
        for name, text in instead.items():
            for form in name_forms(name):
                self._instead.setdefault(form, text)
            for part in _LETTERS.findall(bare_name(name)):
                parts.setdefault(part, text)
        self._whole = _any_of(self._instead, "")
        self._addressed = _any_of(parts, rf"(?i:\b{_HONORIFIC}\s*)")
        self._parts = parts

    def hide(self, text: str) -> str:
        """Return a text in which none of them is named, and nobody can be reached."""
        text = _CONTACT.sub(self._contact, text)
        if self._whole:
            text = self._whole.sub(lambda found: self._instead[found[1]], text)
        if self._addressed:
            text = self._addressed.sub(lambda found: self._parts[found[1]], text)
        return text

    def knows(self, text: str) -> str | None:
        """Return what stands for a text that is one of the names, None for any other."""
        return next((self._instead[f] for f in name_forms(text) if f in self._instead), None)


def bare_name(name: str) -> str:
    """Return a name without titles before and degrees behind it."""
    return _TITLES.sub("", name.split(",")[0].strip()).strip()


def name_forms(name: str) -> tuple[str, ...]:
    """Return the ways in which a name is written, the longest first."""
    forms = (name.strip(), name.split(",")[0].strip(), bare_name(name))
    return tuple(dict.fromkeys(form for form in forms if len(form) > 2))


def _any_of(names: Iterable[str], before: str) -> re.Pattern[str] | None:
    """Return what finds any of these names as a whole, the longest that fits."""
    longest_first = sorted(names, key=len, reverse=True)
    if not longest_first:
        return None
    every = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?<!\w){before}({every})(?!\w)")
