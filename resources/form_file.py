"""Reading a form's file, whose keys are the attributes of `Form`, `Section` and `Column`."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from resources.form import Column, Form, Section, Wording

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
