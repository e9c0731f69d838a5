"""Reading the shape of a typed text: its paragraphs, and the lists that people write by hand."""

import re
from dataclasses import dataclass

from exports.fonts import word_width
from exports.safe import LINE_ENDS, make_word

_ITEM = re.compile(
    "([ \t\u00a0]*)"
    "(?:(?:(?P<number>[0-9]{1,3}[.)])|(?P<letter>[A-Za-z][.)])|(?P<sign>[•◦▪●○■–—*✓✔-]))"
    "[ \t\u00a0]+)?(?=\\S)"
)
# Narrow markers stand as far off as ordinary ones, so that lists of several cells line up.
_LEAST_HANG = {"number": 1.3, "letter": 1.45, "sign": 0.9}
_TAB = 4


@dataclass(frozen=True)
class Paragraph:
    """A line of the input; widths are for a font size of 1.

    Attributes:
        text: its words; empty for a blank line.
        marker: `1.`, `a.` or `•` where it is an item of a list.
        indent: where it, or its marker, starts.
        hang: how far the text of an item stands behind its marker.
    """

    text: str
    marker: str = ""
    indent: float = 0
    hang: float = 0


def read_lines(text: str) -> list[Paragraph]:
    """Return the lines of a text as they are, for a text that is not set from the left."""
    return [Paragraph(line.strip()) for line in LINE_ENDS.split(text)]


def read_paragraphs(text: str, font: str) -> list[Paragraph]:
    """Return the lines of a text; items under a numbered one stand further in.

    No word is added or taken away: the markers with the texts are the input.
    """
    lines = LINE_ENDS.split(text)
    found = [_ITEM.match(line) for line in lines]
    hangs = _hangs([match for match in found if match], font)
    paragraphs: list[Paragraph] = []
    nested = 0.0
    for line, match in zip(lines, found, strict=True):
        if not match:
            paragraphs.append(Paragraph(""))
            continue
        kind = match.lastgroup
        typed = len(match[1].expandtabs(_TAB)) * word_width(" ", font)
        if kind is None:
            nested = 0.0
            paragraphs.append(Paragraph(line[match.end() :], indent=typed))
            continue
        indent = typed + (0.0 if kind == "number" else nested)
        paragraphs.append(Paragraph(line[match.end() :], match[kind], indent, hangs[kind]))
        nested = hangs["number"] if kind == "number" else nested
    return paragraphs


def _hangs(matches: list[re.Match[str]], font: str) -> dict[str, float]:
    """Return for each kind of marker the room that the widest one of the text needs."""
    hangs = dict.fromkeys(_LEAST_HANG, 0.0)
    for match in matches:
        if kind := match.lastgroup:
            width = sum(run.width for run in make_word(match[kind], font))
            hangs[kind] = max(hangs[kind], width + 0.45, _LEAST_HANG[kind])
    return hangs
