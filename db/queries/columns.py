"""Reading a few columns of many rows: beyond what SQLModel's types follow, so untyped here once."""

from typing import Any, cast

from sqlmodel import Session
from sqlmodel import select as typed_select

from db.models import TABLES


def table(name: str) -> Any:
    """Return a list's table with its columns as anything that SQL can compute with."""
    return TABLES[name]


def select(*columns: Any) -> Any:
    """Begin a query for these columns."""
    return cast(Any, typed_select)(*columns)


def fetch(session: Session, query: Any) -> list[Any]:
    """Return a query's rows: tuples, or values where one column was asked for."""
    return list(cast(Any, session).exec(query))
