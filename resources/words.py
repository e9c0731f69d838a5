"""The words of the program and of its documents, by language.

A language is a folder of TOML files under i18n/; a sentence is found by its file, table and
key: `words("meeting.points.added", n=3)` reads i18n/id/meeting.toml, table points, key added.
A sentence may be a table {one, other}, chosen by the value of `n`.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import Any, cast

from resources import FOLDER

LANGUAGES = ("id", "en")
# What refusals call the times of day that they speak of.
_TIMES = ("began", "now")


class Words:
    """One language's sentences, called with a key and the values that the sentence names.

    Attributes:
        language: "id" or "en".
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._tables = _load(language)

    def __call__(self, key: str, /, **values: Any) -> str:
        """Return the sentence; KeyError for a key that no file has."""
        found = self._find(key)
        if isinstance(found, dict):
            found = cast(str, found["one" if values.get("n") == 1 else "other"])
        # Values are put in once and never read again, so braces typed by a person stay text.
        return Formatter().vformat(found, (), values) if values else found

    def error(self, key: str, values: Mapping[str, Any]) -> str:
        """Return a refusal's sentence; what it names as people call and write it."""
        return self.about(f"errors.{key}", values)

    def about(self, key: str, values: Mapping[str, Any]) -> str:
        """Return a sentence in which lists, fields and times of day are worded for people."""
        named = dict(values)
        for name in ("kind", "list"):
            if name in values:
                named[name] = self.list_name(str(values[name]))
        for name in _TIMES:
            if name in values:
                named[name] = str(values[name]).replace(":", self("common.time.separator"))
        if "field" in values:
            named["field"] = self.field_name(str(values.get("kind")), str(values["field"]))
        return self(key, **named)

    def list_name(self, kind: str) -> str:
        """Return what people call a list, in the middle of a sentence."""
        return self._called(f"lists.{kind}", kind)

    def field_name(self, kind: str, field: str) -> str:
        """Return what people call a list's field, in the middle of a sentence."""
        # A checkpoint is a field of a field: targets.B06.
        name, _, part = field.partition(".")
        return f"{self._called(f'fields.{kind}.{name}', name)} {part}".rstrip()

    def table(self, key: str) -> dict[str, str]:
        """Return a whole table of sentences, in the file's order."""
        found = self._find(key)
        if not isinstance(found, dict):
            raise KeyError(key)
        return cast(dict[str, str], found)

    def _called(self, key: str, otherwise: str) -> str:
        try:
            return cast(str, self._find(f"records.{key}"))
        except KeyError:
            return otherwise

    def _find(self, key: str) -> Any:
        found: Any = self._tables
        for part in key.split("."):
            if not isinstance(found, dict) or part not in found:
                raise KeyError(f"no word for {key!r} in {self.language!r}")
            found = cast(dict[str, Any], found)[part]
        return found


@cache
def _load(language: str) -> dict[str, Any]:
    folder = FOLDER / "i18n" / language
    return {
        file.stem: tomllib.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.toml"))
    }
