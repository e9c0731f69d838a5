"""Small ways of putting texts together that several documents share."""

import re
from collections.abc import Sequence

from resources.lines import in_one_line

_LONGEST_LINE = 300
NUMBERED = re.compile(r"\s*[0-9]{1,3}[.)]\s")


def number_texts(texts: Sequence[str]) -> list[str]:
    """Number the texts of a list; a single one stays bare.

    Texts that somebody numbered already keep their own numbers.
    """
    if len(texts) < 2 or any(NUMBERED.match(text) for text in texts):
        return list(texts)
    return [f"{number}. {text}" for number, text in enumerate(texts, 1)]


def number_lines(texts: Sequence[str]) -> str:
    """Return a list as the forms print it in one cell, without its empty texts."""
    return "\n".join(number_texts([text for text in texts if text.strip()]))


def one_line(text: str) -> str:
    """Return a text as lists, bookmarks and properties show it; what no list could show is cut."""
    return in_one_line(text, _LONGEST_LINE)
