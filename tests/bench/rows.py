"""A line of the table, and whether its limit is met."""

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """A line of the table; without a limit it is there to be compared with."""

    what: str
    value: float
    unit: str = "s"
    limit: float | None = None


def is_missed(row: Row) -> bool:
    return row.limit is not None and not row.value < row.limit


def describe(row: Row) -> str:
    told = f"{row.what:<58} {row.value:8.3f} {row.unit:<3}"
    if row.limit is None:
        return told.rstrip()
    met = "MISSED" if is_missed(row) else "met"
    return f"{told}  must be under {row.limit:g} {row.unit}".rstrip() + f": {met}"


def summarise(rows: Iterable[Row]) -> str:
    """Return in a line how many limits there are and which are missed."""
    limited = [row for row in rows if row.limit is not None]
    missed = [row.what for row in limited if is_missed(row)]
    if not missed:
        return f"All of {len(limited)} limits are met."
    return f"Missed {len(missed)} of {len(limited)} limits: " + "; ".join(missed) + "."
