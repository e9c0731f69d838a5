"""The parts of one line of a list of invitees: what each of them is, and where it belongs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from resources.naming import (
    Kind,
    Named,
    has_honorific,
    inner_body,
    inner_organisation,
    is_degree,
    naming,
)

FIELDS = ("person", "title", "unit", "organisation")
_DASH = re.compile(r"\s+[-–—/|]\s+")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")


@dataclass(frozen=True)
class Invitee:
    """One line of a list, as it was understood."""

    person: str = ""
    title: str = ""
    unit: str = ""
    organisation: str = ""
    sector: str = ""
    gender: str = ""


Piece = tuple[str, Named]


def divide_line(text: str) -> list[str]:
    """Divide a line at commas and dashes; degrees stay with the name before them."""
    brackets = _BRACKETS.search(text)
    inside = brackets[1].strip() if brackets else ""
    if brackets and inside and naming(text[: brackets.start()]).kind != "organisation":
        text = f"{text[: brackets.start()]}, {inside}"
    found: list[str] = []
    for part in (p.strip() for one in _DASH.split(text) for p in one.split(",")):
        if not part:
            continue
        if found and is_degree(part):
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return found


def settle_kinds(pieces: Sequence[Piece], alone: Kind) -> list[Piece]:
    """Settle what is only likely: the last of several parts is mostly the organisation."""
    decided = [(text, _by_degree(text, named)) for text, named in pieces]
    if len(decided) == 1:
        text, named = decided[0]
        likely = named.sure or named.kind != "person"
        return decided if likely else [(text, Named(alone, sure=False))]
    kinds = {named.kind for _, named in decided if named.sure}
    text, last = decided[-1]
    if not last.sure and "organisation" not in kinds:
        decided[-1] = (text, Named("organisation", sure=False))
    for place, (text, named) in enumerate(decided[:-1]):
        if not named.sure and named.kind == "organisation":
            decided[place] = (text, Named("unit" if place or " " in text else "person", sure=False))
    return decided


def _by_degree(text: str, named: Named) -> Named:
    name, _, degree = text.partition(",")
    titled = has_honorific(text) or (degree and is_degree(degree.partition(",")[0]))
    return Named("person") if titled and naming(name).kind in ("person", "organisation") else named


def assemble(pieces: Sequence[Piece]) -> Invitee:
    """Put the parts of a line into their fields."""
    values = dict.fromkeys(FIELDS, "")
    for text, named in pieces:
        for kind, part in _divided(text, named):
            if kind == "organisation" and values[kind]:
                # The smaller body stands first: Dinas Kesehatan, Kota Teduh.
                values["unit"] = join_parts(values["unit"], values[kind])
                values[kind] = part
            elif kind == "person" and values[kind]:
                values["title"] = join_parts(values["title"], part)
            else:
                values[kind] = join_parts(values[kind], part)
    if values["unit"] and not values["organisation"] and not values["person"]:
        return Invitee(title=values["title"], unit=values["unit"])
    return Invitee(**values)


def _divided(text: str, named: Named) -> Iterator[tuple[Kind, str]]:
    """Give the parts of a position or unit that names its office, too."""
    if named.kind == "title":
        place = inner_body(text)
        if place:
            rest = text[place:].strip()
            yield "title", text[:place].strip()
            yield from _divided(rest, naming(rest))
            return
    elif named.kind == "unit":
        place = inner_organisation(text)
        if place:
            yield "unit", text[:place].strip()
            yield "organisation", text[place:].strip()
            return
    yield named.kind, text


def split_organisation(text: str) -> dict[str, str]:
    """Read a cell that names a unit together with its organisation."""
    pieces = [(part, naming(part)) for part in divide_line(text)]
    if len(pieces) < 2 and not (pieces and pieces[0][1].kind in ("unit", "title")):
        return {"organisation": text}
    found = assemble(settle_kinds(pieces, "organisation"))
    if found.person or found.title or not found.organisation:
        return {"organisation": text}
    return {"unit": found.unit, "organisation": found.organisation}


def with_sector(one: Invitee) -> Invitee:
    """Return an invitee with the sector that the organisation's name tells."""
    if one.sector or not one.organisation:
        return one
    named = naming(one.organisation)
    return replace(one, sector=named.sector if named.kind == "organisation" else "")


def join_parts(before: str, text: str) -> str:
    """Return two texts, divided by a comma where there are two."""
    return f"{before}, {text}" if before and text else before or text
