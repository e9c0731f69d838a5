"""Names of persons in typed texts: found where they stand, and kept out of public papers."""

import re
from collections.abc import Iterable, Mapping

_HONORIFIC = (
    r"(?:bapak|pak|ibu|bu|saudara|saudari|sdr|sdri|mas|mbak|kang|teh|bung|kh|dr|ir|prof|drs|dra|"
    r"h|hj|ust|mr|mrs|ms)\b\.?"
)
_TITLES = re.compile(rf"^(?:{_HONORIFIC}\s*)+", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# Bounded everywhere: a text of any length is searched once.
_MAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
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
        self._names = {form: text for name, text in instead.items() for form in name_forms(name)}
        parts = {
            part: text
            for name, text in instead.items()
            for part in _LETTERS.findall(bare_name(name))
        }
        self._addressed = parts | self._names
        # The name as it is known goes first: its own titles belong to it.
        alone, behind_a_title = _any_of(self._names), _any_of(self._addressed)
        self._pattern = re.compile(
            rf"(?<!\w)(?:({alone})|(?i:{_HONORIFIC}\s{{0,3}}){{1,4}}({behind_a_title}))(?!\w)"
        )

    def hide(self, text: str) -> str:
        """Return a text in which none of them is named, and nobody can be reached."""
        text = _CONTACT.sub(self._contact, text)
        return self._pattern.sub(self._say_instead, text) if self._names else text

    def knows(self, text: str) -> str | None:
        """Return what stands for a text that is one of the names, None for any other."""
        return next((self._names[f] for f in name_forms(text) if f in self._names), None)

    def _say_instead(self, found: re.Match[str]) -> str:
        return self._names[found[1]] if found[1] else self._addressed[found[2]]


def bare_name(name: str) -> str:
    """Return a name without titles before and degrees behind it."""
    return _TITLES.sub("", name.split(",")[0].strip()).strip()


def name_forms(name: str) -> tuple[str, ...]:
    """Return the ways in which a name is written, the longest first."""
    forms = (name.strip(), name.split(",")[0].strip(), bare_name(name))
    return tuple(dict.fromkeys(form for form in forms if len(form) > 2))


def _any_of(names: Iterable[str]) -> str:
    """Return a pattern for any of these names, the longest that fits."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
