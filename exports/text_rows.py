"""A typed text as the lines that it takes at a width, with what hangs before them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from exports.lines import Line, break_words
from exports.paragraphs import Paragraph, read_lines, read_paragraphs
from exports.safe import Word, make_word, split_words
from exports.styles import Style

_BALANCED_LINES = 5
# Minutes that are followed while they are written say nearly the same each time. Some megabytes.
_KEPT_TEXTS = 2000
_LONGEST_KEPT = 3000


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its place in the text.

    Attributes:
        indent: where the line starts.
        markers: what hangs before it, each with the place where it starts.
        above: free room above it.
        index, count: the line's number in its paragraph, and how many lines that has.
        is_item: whether its paragraph is an item of a list, behind the last of the markers.
    """

    line: Line
    indent: float
    markers: tuple[tuple[float, Word], ...]
    above: float
    index: int
    count: int
    is_item: bool


@dataclass(frozen=True, slots=True)
class TextSetting:
    """A text and how it is set: what its lines follow from, once a width is given."""

    text: str
    style: Style
    marker: str
    indent: float
    hang: float


def lay_rows(text: TextSetting, width: float) -> Sequence[Row]:
    """Break a text into the lines that it takes at a width."""
    return (_kept_rows if len(text.text) <= _LONGEST_KEPT else _make_rows)(text, width)


def without_lone_lines(rows: Sequence[Row], fit: int) -> int:
    """Return a smaller number of lines that leaves no paragraph's single line on either side."""
    if fit == 0:
        return 0
    row = rows[fit]
    if row.count - row.index == 1 and row.index >= 3:
        return fit - 1
    if row.index == 1 or (row.count - row.index == 1 and row.index):
        return fit - row.index
    return fit


@lru_cache(maxsize=_KEPT_TEXTS)
def _kept_rows(text: TextSetting, width: float) -> Sequence[Row]:
    return _make_rows(text, width)


def _make_rows(text: TextSetting, width: float) -> Sequence[Row]:
    style = text.style
    rows: list[Row] = []
    markers = [(text.indent, _marker(text.marker, style))] if text.marker else []
    above = 0.0
    centred = style.align in ("center", "right")
    read = read_lines(text.text) if centred else read_paragraphs(text.text, style.font)
    for paragraph in read:
        if not paragraph.text:
            above = style.leading / 2
            continue
        indent = text.indent + text.hang + min(paragraph.indent * style.size, width / 3)
        if paragraph.marker:
            markers.append((indent, _marker(paragraph.marker, style)))
            indent += paragraph.hang * style.size
        item = bool(paragraph.marker)
        lines = _break(paragraph, style, width - indent)
        for index, line in enumerate(lines):
            rows.append(Row(line, indent, tuple(markers), above, index, len(lines), item))
            above = 0.0
            markers = []
        above = style.gap * (0.4 if paragraph.marker else 1)
    return tuple(rows)


def _marker(text: str, style: Style) -> Word:
    """Return a marker with a space, which parts it from the words for who has them read out."""
    return make_word(f"{text} ", style.font)


def _break(paragraph: Paragraph, style: Style, width: float) -> list[Line]:
    words = split_words(paragraph.text, style.font)
    width = max(width, 2 * style.size)
    lines = break_words(words, style.font, style.size, width)
    if style.align != "center" or not 1 < len(lines) <= _BALANCED_LINES:
        return lines
    # A title looks best when its lines are about as long: the narrowest that takes no more.
    longest = max(sum(run.width for run in word) for word in words) * style.size
    narrow, wide = max(width / len(lines), longest), width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        fits = len(break_words(words, style.font, style.size, middle)) <= len(lines)
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return break_words(words, style.font, style.size, wide)
