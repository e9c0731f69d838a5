"""The words by which a text is known to name an office or a body, and not a person."""

import re
from functools import cache

from resources import FOLDER

_WORD = re.compile(r"[^\W\d_]+")


def names_a_body(text: str) -> bool:
    """Tell whether a text has a word that only bodies and offices have: `Kepala Bidang Data`."""
    return not _words().isdisjoint(_WORD.findall(text.casefold()))


@cache
def _words() -> frozenset[str]:
    return frozenset((FOLDER / "bodies.txt").read_text("utf-8").split())
