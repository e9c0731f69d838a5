"""A list of invitees as people paste it, understood as unit, organisation, person and position.

It may come from a spreadsheet (tabs between cells, with or without a head row), from a text
(numbered lines, tables) or from the recipients of an e-mail.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from resources.invitee_parts import (
    FIELDS,
    Invitee,
    Piece,
    assemble,
    divide_line,
    join_parts,
    settle_kinds,
    split_organisation,
    with_sector,
)
from resources.naming import Kind, Named, fold, naming, value_of, vocabulary

MOST_LINES = 10_000
MOST_LETTERS = 1_000
"""A longer line is a text, and nobody's name."""

Rows = Sequence[Sequence[str]]
_ADDRESSED = r"[^\s<>,;:()\[\]\"']"
# Only from a word's first letter on: else every letter of an endless word would be a start.
_MAIL = re.compile(rf"(?:mailto:)?(?<!{_ADDRESSED}){_ADDRESSED}+@{_ADDRESSED}+", re.IGNORECASE)
_PHONE = re.compile(r"(?:(?:hp|telp?|wa|no)[. :]*)?(?:\+62|62|0)[\d ().-]{7,18}\d", re.IGNORECASE)
_BULLET = re.compile(
    r"^(?:[-–—•*·▪◦‣●○■□➢✓]+[ \t]*|\(?\d{1,4}(?:[.)](?!\d)[ \t]*|\t)|\(?[a-z][.)][ \t]+)"
)
_FILLERS = " -–—_.*=\"'"


@dataclass(frozen=True)
class Understood:
    """What a pasted list holds.

    Attributes:
        contacts: how many e-mail addresses and telephone numbers were left out.
        heads: how many head rows were recognised.
        too_long: how many lines were left out since they are too long for a name.
        beyond: how many lines stand behind the last one that was read.
    """

    invitees: tuple[Invitee, ...] = ()
    contacts: int = 0
    heads: int = 0
    too_long: int = 0
    beyond: int = 0


Stop = Callable[[], bool]


def read_invitees(rows: Rows, stopped: Stop = lambda: False) -> Understood:
    """Understand a list that is divided into rows and cells; nothing once it is `stopped`."""
    reader = _Reader()
    lines = [row for row in _lines(rows) if any(cell.strip() for cell in row)]
    for row in lines[:MOST_LINES]:
        if stopped():
            return Understood()
        reader.take(row)
    return replace(reader.result(), beyond=max(0, len(lines) - MOST_LINES))


def _lines(rows: Rows) -> Iterator[list[str]]:
    """Give the rows, the recipients of one e-mail each as a row of its own."""
    divided = {row[0].count(";") for row in rows if len(row) == 1}
    table = len(rows) > 1 and len(divided) == 1 and divided != {0}
    for row in rows:
        if len(row) != 1 or len(row[0]) > MOST_LETTERS * 100:
            yield list(row)
        elif table and len(_MAIL.findall(row[0])) < 2:
            yield row[0].split(";")
        elif len(_MAIL.findall(row[0])) > 1 or ";" in row[0]:
            yield from ([one] for one in _recipients(row[0]) if one.strip())
        else:
            yield list(row)


def _recipients(text: str) -> Iterator[str]:
    """Divide recipients at semicolons, and behind an address at commas."""
    for part in text.split(";"):
        for one in re.split(r"(?<=>)\s*,", part):
            bare = "<" not in one and len(_MAIL.findall(one)) > 1
            yield from one.replace(",", " ").split() if bare else (one,)


class _Reader:
    """Reads row after row, knowing the heads above them."""

    def __init__(self) -> None:
        self._heads: list[str] = []
        self._above = ""
        self._read: list[list[Piece] | Invitee] = []
        self._bodies: list[str] = []
        self._sectors: list[str] = []
        self._contacts = self._head_rows = self._too_long = 0

    def take(self, row: Sequence[str]) -> None:
        """Understand a row, as far as it can be by itself."""
        if sum(map(len, row)) > MOST_LETTERS:
            self._too_long += 1
            return
        heads = [value_of("heads", cell) for cell in row]
        if _are_heads(row, heads):
            self._heads, self._above = (heads if len(row) > 1 else []), ""
            self._head_rows += 1
            return
        if self._heads and len(row) > 1:
            self._take_cells(row)
        elif len(row) == 1 and self._is_heading(row[0]):
            return
        else:
            self._take_pieces(row)

    def result(self) -> Understood:
        """Return all that was read; what no single line tells, most of the others decide."""
        votes = Counter(
            named.kind
            for pieces in self._read
            if isinstance(pieces, list) and len(pieces) == 1
            for _, named in pieces
            if named.sure
        )
        bodies = votes["organisation"] + votes["unit"]
        alone: Kind = "organisation" if bodies > votes["person"] else "person"
        invitees = (
            one if isinstance(one, Invitee) else assemble(settle_kinds(one, alone))
            for one in self._read
        )
        found = [
            replace(one, organisation=one.organisation or body, sector=one.sector or sector)
            for one, body, sector in zip(invitees, self._bodies, self._sectors, strict=True)
        ]
        found = [with_sector(one) for one in found]
        return Understood(tuple(found), self._contacts, self._head_rows, self._too_long)

    def _is_heading(self, text: str) -> bool:
        """Tell whether a line only heads those below it; an organisation is theirs, too."""
        stripped = text.strip()
        words = fold(stripped).split()
        if not stripped.endswith(":") and words not in ([w] for w in ("kepada", "undangan")):
            return False
        name = _BULLET.sub("", stripped).rstrip(": ")
        known = naming(name)
        self._above = name if known.kind == "organisation" and known.sure else ""
        return True

    def _take_cells(self, row: Sequence[str]) -> None:
        values: dict[str, str] = {}
        for head, cell in zip(self._heads, row, strict=False):
            text = self._without_contacts(cell)
            if head in FIELDS:
                values[head] = join_parts(values.get(head, ""), text)
            elif head == "gender":
                values["gender"] = value_of("genders", text)
            elif head == "sector":
                values["sector"] = value_of("sectors", text)
        if any(values.values()):
            if "person" in values and not set(values) & {"organisation", "unit"}:
                values = self._split_person(values)
            elif not values.get("unit"):
                values |= split_organisation(values.get("organisation", ""))
            self._add(Invitee(**values))

    def _split_person(self, values: dict[str, str]) -> dict[str, str]:
        """Read a column of names that has organisations in it, too."""
        found = assemble(
            settle_kinds([(t, naming(t)) for t in divide_line(values["person"])], "person")
        )
        title = values.get("title", "") or found.title
        body = {"unit": found.unit, "organisation": found.organisation}
        return values | {"person": found.person, "title": title} | body

    def _take_pieces(self, row: Sequence[str]) -> None:
        mail = next((m.group() for cell in row for m in [_MAIL.search(cell)] if m), "")
        pieces: list[Piece] = []
        row, sector = _without_sector(row)
        for cell in row:
            for text in divide_line(self._without_contacts(cell)):
                if not text.isdigit() and text.strip(_FILLERS):
                    pieces.append((text, naming(text)))
        if sector and len(pieces) == 1 and not pieces[0][1].sure:
            pieces = [(pieces[0][0], Named("organisation"))]
        elif mail and len(pieces) == 1 and not pieces[0][1].sure:
            pieces = [(pieces[0][0], _of_mail(*pieces[0]))]
        if not pieces and mail:
            # An address alone still tells who it is.
            name = re.split(r"[@+]", mail.removeprefix("mailto:"))[0]
            text = " ".join(re.split(r"[._-]+", name)).title().strip()
            pieces = [(text, Named("person", sure=False))] if text else []
        if pieces:
            self._add(pieces, sector)

    def _add(self, read: list[Piece] | Invitee, sector: str = "") -> None:
        self._read.append(read)
        self._bodies.append(self._above)
        self._sectors.append(sector)

    def _without_contacts(self, text: str) -> str:
        text, mails = _MAIL.subn(" ", text)
        text, phones = _PHONE.subn(" ", text)
        self._contacts += mails + phones
        if mails:
            text = re.sub(r"<\s*>|\(\s*\)|\[\s*\]|\"", " ", text)
        text = _BULLET.sub("", text.strip())
        words = text.split()
        while words and fold(words[0]) in vocabulary()["words"]["addressed"]:
            words = words[1:]
        return " ".join(words).strip(" ,;:")


def _are_heads(row: Sequence[str], heads: Sequence[str]) -> bool:
    filled = sum(bool(cell.strip()) for cell in row)
    return filled > 0 and (filled > 1 or len(row) == 1) and 2 * sum(map(bool, heads)) > filled


def _without_sector(row: Sequence[str]) -> tuple[Sequence[str], str]:
    """Take the cell that only says the sector from a row without heads; "" where none does."""
    if sum(bool(cell.strip()) for cell in row) > 1:
        for place, cell in enumerate(row):
            sector = value_of("sectors", cell) if cell.strip() else ""
            # A parliament is where people come from, too.
            if sector not in ("", "parliament"):
                return [*row[:place], *row[place + 1 :]], sector
    return row, ""


def _of_mail(text: str, named: Named) -> Named:
    """Who has an address is a person, unless the name is one that bodies have."""
    return named if named.kind != "person" and text.isupper() else Named("person")
