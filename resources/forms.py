"""The official forms of a commitment as data: one TOML file each under forms/.

A file says which sections a form has, in which order, under which label, and what helps a
person to fill them. The printed table and the canvas on screen read the same file; adding a
form is adding a file, whose keys are the attributes of `Form`, `Section` and `Column`.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from resources import FOLDER

FALLBACK_FORM = "ogi-2020"

# What each kind of section can stand for, in the record's own names.
FIELDS = {
    "title": ("title",),
    "period": ("period",),
    "parties": ("proposers", "leads", "government_actors", "other_actors"),
    "text": (
        "problem",
        "description",
        "contribution",
        "values_text",
        "alignment",
        "additional",
        "done_so_far",
        "transparency",
        "accountability",
        "participation",
        "coordinating_unit",
    ),
    "values": ("values_text",),
    "heading": ("",),
    "milestones": ("milestones",),
    "contacts": ("contacts",),
}
COLUMN_FIELDS = {
    "milestones": ("text", "output", "start", "end", "actors"),
    "contacts": ("name", "title", "organisation", "email", "phone"),
}
KINDS = tuple(FIELDS)
LAYOUTS = ("row", "wide", "table")
NUMBERINGS = ("inline", "line")
PERIODS = ("months", "days")
# "" is a heading's.
_MAY_STAY_EMPTY = ("", "additional")


class FormError(Exception):
    """A form's file cannot be used.

    Attributes:
        key: names the sentence under `errors.` in resources/i18n.
        values: `file`, the file's name, and `entry`, the key in it that is missing or wrong.
    """

    def __init__(self, file: str, entry: str) -> None:
        super().__init__(f"{file}: {entry}")
        self.key = "form_broken"
        self.values = {"file": file, "entry": entry}


@dataclass(frozen=True)
class Wording:
    """A text in several languages; empty where the file says nothing."""

    texts: Mapping[str, str]

    def __call__(self, language: str) -> str:
        """Return the text in a language, in Indonesian where it has none."""
        return self.texts.get(language) or self.texts.get("id", "")

    def __bool__(self) -> bool:
        return any(self.texts.values())


NOTHING = Wording({})


@dataclass(frozen=True)
class Column:
    """A column of milestones, or a line of a contact.

    Attributes:
        fields: the record's fields that stand in it, joined where there are several.
        width: its share of the table's width; 0 where the kind has no widths.
    """

    fields: tuple[str, ...]
    label: Wording
    width: float = 0


@dataclass(frozen=True)
class Section:
    """One part of a form, in the order of the file.

    Attributes:
        kind: one of KINDS: what stands in it.
        field: the commitment's field, or "period", "milestones", "contacts"; "" for a heading.
        letter: "A" … where the form letters its sections.
        layout: "row" has the label beside the text, "wide" above it, "table" has columns.
        short: its name in a list of the sections; `name` is the label where there is none.
        group: a label that this section shares with its neighbours of the same group.
        sides: which contacts stand here; empty means all.
        numbered: whether the milestones are numbered.
        optional: printed only when it holds something; the paper form does not have it.
    """

    kind: str
    field: str
    label: Wording
    letter: str = ""
    layout: str = "row"
    short: Wording = NOTHING
    group: Wording = NOTHING
    guidance: Wording = NOTHING
    example: Wording = NOTHING
    columns: tuple[Column, ...] = ()
    sides: tuple[str, ...] = ()
    numbered: bool = False
    optional: bool = False

    def name(self, language: str) -> str:
        """Return what the section is called where there is little room."""
        name = self.short(language) or self.label(language)
        return f"{self.letter}. {name}" if self.letter else name


@dataclass(frozen=True)
class Form:
    """A form of a commitment.

    Attributes:
        title: what the form is called in lists.
        numbering: "inline" prints `6. Title`, "line" prints `Komitmen 6` above the title.
        number_label: the word before the number where it has a line of its own.
        period: "months" prints `Januari 2021`, "days" the first and last day of the months.
        milestone_limit: how many milestones the form asks for at most; None has no limit.
    """

    name: str
    title: Wording
    numbering: str
    number_label: Wording
    period: str
    milestone_limit: int | None
    sections: tuple[Section, ...]

    def fields(self) -> frozenset[str]:
        """Return the fields that the form has a place for."""
        return frozenset(section.field for section in self.sections if section.field)

    def asked(self) -> tuple[str, ...]:
        """Return the fields that a complete commitment fills in, each once, in their order.

        What the paper form does not have, and further information, may stay empty.
        """
        asked = (section.field for section in self.sections if not section.optional)
        return tuple(dict.fromkeys(field for field in asked if field not in _MAY_STAY_EMPTY))


def form_names() -> tuple[str, ...]:
    """Return the names of all forms that there is a file for."""
    return tuple(sorted(file.stem for file in (FOLDER / "forms").glob("*.toml")))


def load_form(name: str) -> Form:
    """Return a form, or the usual one where nobody knows it or its file cannot be used."""
    return usable_form(name)[0]


def usable_form(name: str) -> tuple[Form, FormError | None]:
    """Return a form as `load_form` does, and why the form's own file cannot be used.

    The usual form is `ogi-2020`, or the first whose file can be read. Raises FormError when
    there is none.
    """
    names = form_names()
    wanted = name if name in names else FALLBACK_FORM
    problem: FormError | None = None
    for candidate in sorted(names, key=lambda known: (known != wanted, known != FALLBACK_FORM)):
        try:
            return _read_once(FOLDER / "forms" / f"{candidate}.toml"), problem
        except FormError as error:
            problem = problem or error
    raise problem or FormError(f"{wanted}.toml", "")


def form_title(name: str, language: str) -> str:
    """Return what a form is called in lists; its bare name where nobody knows more."""
    form = load_form(name)
    return form.title(language) if form.name == (name or FALLBACK_FORM) else name


@cache
def _read_once(file: Path) -> Form:
    return read_form(file)


def read_form(file: Path) -> Form:
    """Read a form's file; FormError names the file and the key that is missing or wrong."""
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError, RecursionError) as error:
        raise FormError(file.name, str(error)) from error
    return _Reader(file.name, table).read(file.stem)


class _Reader:
    """Reads one table of a form's file and knows where in the file it stands."""

    def __init__(self, file: str, table: dict[str, Any], place: str = "") -> None:
        self._file = file
        self._table = table
        self._place = place

    def read(self, name: str) -> Form:
        self._refuse_unknown("title numbering number_label period milestone_limit section")
        return Form(
            name=name,
            title=self._wording("title", needed=True),
            numbering=self._choice("numbering", NUMBERINGS),
            number_label=self._wording("number_label"),
            period=self._choice("period", PERIODS),
            milestone_limit=self._value("milestone_limit", int, None),
            sections=self._sections(),
        )

    def _sections(self) -> tuple[Section, ...]:
        """Read the sections; two for the same would be two places for one text."""
        found: list[Section] = []
        for part in self._parts("section"):
            section = part.section()
            if section.field and (section.field, section.sides) in {
                (s.field, s.sides) for s in found
            }:
                raise part._broken("field")
            found.append(section)
        if not found:
            raise self._broken("section")
        return tuple(found)

    def section(self) -> Section:
        self._refuse_unknown(
            "kind field label short letter layout group guidance example "
            "column sides numbered optional"
        )
        kind = self._choice("kind", KINDS)
        section = Section(
            kind=kind,
            field=self._value("field", str, ""),
            label=self._wording("label", needed=True),
            letter=self._value("letter", str, ""),
            layout=self._choice("layout", LAYOUTS, "row"),
            short=self._wording("short"),
            group=self._wording("group"),
            guidance=self._wording("guidance"),
            example=self._wording("example"),
            columns=tuple(part.column(kind) for part in self._parts("column")),
            sides=self._words("sides"),
            numbered=self._value("numbered", bool, False),
            optional=self._value("optional", bool, False),
        )
        if section.field not in FIELDS[kind]:
            raise self._broken("field")
        if bool(section.columns) != (kind in COLUMN_FIELDS):
            raise self._broken("column")
        if section.layout == "table" and not all(column.width > 0 for column in section.columns):
            raise self._broken("column")
        return section

    def column(self, kind: str) -> Column:
        self._refuse_unknown("fields label width")
        fields = self._words("fields")
        if not fields or not set(fields) <= set(COLUMN_FIELDS.get(kind, ())):
            raise self._broken("fields")
        width = float(self._value("width", int, 0))
        return Column(fields, self._wording("label", needed=True), width)

    def _refuse_unknown(self, known: str) -> None:
        for key in self._table:
            if key not in known.split():
                raise self._broken(key)

    def _value(self, key: str, kind: type, empty: Any) -> Any:
        value = self._table.get(key, empty)
        if value is not empty and type(value) is not kind:
            raise self._broken(key)
        return value

    def _choice(self, key: str, choices: tuple[str, ...], empty: str | None = None) -> str:
        value = self._table.get(key, empty)
        if value not in choices:
            raise self._broken(key)
        return cast(str, value)

    def _words(self, key: str) -> tuple[str, ...]:
        words = cast(list[object], self._value(key, list, []))
        if not all(isinstance(word, str) for word in words):
            raise self._broken(key)
        return tuple(cast(list[str], words))

    def _wording(self, key: str, *, needed: bool = False) -> Wording:
        texts = cast(dict[str, object], self._value(key, dict, {}))
        if not all(isinstance(text, str) for text in texts.values()):
            raise self._broken(key)
        if needed and not texts.get("id"):
            raise self._broken(f"{key}.id")
        return Wording(cast(dict[str, str], texts))

    def _parts(self, key: str) -> Iterator["_Reader"]:
        parts = cast(list[object], self._value(key, list, []))
        for number, part in enumerate(parts, 1):
            place = f"{self._place}{key}[{number}]"
            if not isinstance(part, dict):
                raise FormError(self._file, place)
            yield _Reader(self._file, cast(dict[str, Any], part), place + ".")

    def _broken(self, key: str) -> FormError:
        return FormError(self._file, self._place + key)
