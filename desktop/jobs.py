"""Documents to be made: their names, chosen so that no two of a workspace collide."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from db.records import Record
from desktop.selection import Choice
from exports.document import Document
from exports.file_names import unique_names

ALL = Choice()
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Job:
    """A document to be made: its file's name, and how its bytes come about."""

    name: str
    render: Callable[[], Document]


def names_of(records: Iterable[R], name_of: Callable[[R], str]) -> dict[str, str]:
    """Return the file names of records by id, numbered where they would collide."""
    every = tuple(records)
    names = unique_names(name_of(record) for record in every)
    return {record.id: name for record, name in zip(every, names, strict=True)}
