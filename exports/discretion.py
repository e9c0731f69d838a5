"""Who may be named on a public paper: those who agreed, and bodies; nobody else.

A name is left out wherever it is known to be one: where a text says who, and inside of texts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from db.records import Attendance, Commitment
from exports.document import Notice
from exports.person_names import PersonNames, bare_name
from resources.bodies import names_a_body
from resources.words import Words

T = TypeVar("T")


class Discretion:
    """Leaves persons out of texts.

    Attributes:
        _left_out: texts that were left out because they might name a person.
    """

    def __init__(
        self,
        people: Sequence[Attendance],
        others: Iterable[str],
        bodies: Iterable[str],
        words: Words,
    ) -> None:
        """Take who attended, the names of others, and what is surely no person."""
        self._left_out: list[str] = []
        self._agreed = {bare_name(a.person) for a in people if a.named == "yes"}
        attended = (body for a in people for body in (a.unit, a.organisation))
        self._bodies = {text.casefold() for text in (*bodies, *attended)}
        instead = self._instead(people, others, words("papers.minutes.name_left_out"))
        self._names = PersonNames(instead, words("papers.minutes.contact_left_out"))

    def who(self, text: str, organisation_id: str | None = None) -> str:
        """Return a text that says who, as the public may read it: "" when it may name a person."""
        if not text.strip() or bare_name(text) in self._agreed:
            return text
        known = self._names.knows(text)
        if known is not None:
            return known.strip("[]")
        if organisation_id or text.strip().casefold() in self._bodies or names_a_body(text):
            return text
        self._left_out.append(text.strip())
        return ""

    def hide(self, value: T) -> T:
        """Return a part of a paper's content in whose texts nobody is named."""
        if isinstance(value, str):
            return cast(T, self._names.hide(value))
        if isinstance(value, tuple):
            return cast(T, tuple(self.hide(item) for item in cast(tuple[Any, ...], value)))
        if is_dataclass(value):
            parts = {f.name: self.hide(getattr(value, f.name)) for f in fields(value)}
            return cast(T, replace(cast(Any, value), **parts))
        return value

    def notices(self) -> tuple[Notice, ...]:
        """Return what whoever publishes the paper should know."""
        texts = list(dict.fromkeys(self._left_out))
        return (Notice("public_left_out", {"texts": "; ".join(texts)}),) if texts else ()

    def _instead(
        self, people: Sequence[Attendance], others: Iterable[str], unnamed: str
    ) -> dict[str, str]:
        """Return every known person who did not agree, with what is printed instead."""
        found = {
            a.person: f"[{a.unit or a.organisation}]" if a.unit or a.organisation else unnamed
            for a in people
            if a.person
        }
        for name in others:
            found.setdefault(name, unnamed)
        return {name: text for name, text in found.items() if bare_name(name) not in self._agreed}


def bodies_of(commitment: Commitment) -> Iterable[str]:
    """Return the units and organisations that a commitment names."""
    c = commitment
    for party in (*c.proposers, *c.leads, *c.government_actors, *c.other_actors):
        yield from (party.name, party.unit)
