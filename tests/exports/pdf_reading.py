"""Reading finished PDFs back, as somebody else's program would."""

import json
from collections.abc import Iterable, Iterator
from io import BytesIO

from pypdf import PdfReader

# What the attached JSON says about its own shape, not about the paper's words.
_SHAPE = {"field", "form", "widths", "wide", "depth", "rows_count", "foot", "draft", "entry"}
_FIRST = ("number", "part", "organiser", "group", "label")


def open_pdf(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data), strict=True)


def page_texts(data: bytes) -> list[str]:
    return [page.extract_text() for page in open_pdf(data).pages]


def read_words(data: bytes) -> list[str]:
    return " ".join(page_texts(data)).split()


def attachment(data: bytes) -> dict:
    ((_, (content,)),) = open_pdf(data).attachments.items()
    return json.loads(content)


def printed_texts(value: object) -> Iterator[str]:
    """The texts of an attached content, in the order in which the pages have them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from printed_texts(part)
    elif isinstance(value, dict):
        keys = [key for key in _FIRST if key in value]
        keys += [key for key in value if key not in (*_FIRST, *_SHAPE)]
        for key in keys:
            yield from printed_texts(_by_row(value[key]) if key == "columns" else value[key])


def _by_row(columns: list) -> list:
    """A table's heads come before its texts."""
    if not columns or isinstance(columns[0], str):
        return columns
    return [column["label"] for column in columns] + [column["text"] for column in columns]


def lost_word(wanted: Iterable[str], found: Iterable[str]) -> str | None:
    """The first wanted word that does not stand in its place among those found, or None."""
    rest = iter(found)
    for word in wanted:
        if not any(word == other for other in rest):
            return word
    return None


def words_of(texts: Iterable[str]) -> list[str]:
    return " ".join(texts).split()


def outline_titles(data: bytes) -> list[tuple[int, str]]:
    """The bookmarks with their levels."""
    return list(_outline(open_pdf(data).outline, 0))


def _outline(entries: list, level: int) -> Iterator[tuple[int, str]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(entry, level + 1)
        else:
            yield level, entry.title
