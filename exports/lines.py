"""Breaking words into lines, once, in time that grows with the text and not with its square."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exports.fonts import word_width
from exports.safe import Run, Word

# Where a word that no line can hold is broken first: an address after its signs.
_SIGNS = re.compile(r"[/\-–_.,;:?&=@#+|)\]}]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is drawn.

    Attributes:
        runs: the letters with the spaces between words, in drawing order.
        width: how wide they are, in points.
        gaps: how many of the spaces may be stretched.
        last: whether the paragraph ends here.
    """

    runs: tuple[Run, ...]
    width: float
    gaps: int
    last: bool


def break_words(words: Iterable[Word], font: str, size: float, width: float) -> list[Line]:
    """Return the lines of a paragraph that is `width` points wide.

    A word stays whole unless it is wider than a line.
    """
    space = word_width(" ", font) * size
    lines: list[Line] = []
    current: list[Word] = []
    used = 0.0
    for word, length in _fitting(words, size, width):
        if current and used + space + length > width:
            lines.append(_line(current, font, used))
            current, used = [], 0.0
        used += length + (space if current else 0)
        current.append(word)
    if current:
        lines.append(_line(current, font, used, last=True))
    return lines


def _fitting(words: Iterable[Word], size: float, width: float) -> Iterator[tuple[Word, float]]:
    """Yield words with their width, those that no line can hold in pieces."""
    for word in words:
        length = sum(run.width for run in word) * size
        if length <= width:
            yield word, length
            continue
        for run in word:
            for text in _pieces(run, width / size):
                piece = Run(text, run.font, word_width(text, run.font))
                yield (piece,), piece.width * size


def _pieces(run: Run, width: float) -> Iterator[str]:
    """Cut a long run into texts of at most `width`, after a sign where one is near."""
    start = end = 0
    used = 0.0
    for end, letter in enumerate(run.text):
        wide = word_width(letter, run.font)
        if used + wide > width and end > start:
            cut = _last_sign(run.text, start, end)
            yield run.text[start:cut]
            used = word_width(run.text[cut:end], run.font)
            start = cut
        used += wide
    if run.text:
        yield run.text[start : end + 1]


def _last_sign(text: str, start: int, end: int) -> int:
    """Return where to cut: after the last sign in the second half, else at the end."""
    middle = (start + end) // 2
    signs = [found.end() for found in _SIGNS.finditer(text, middle, end)]
    return signs[-1] if signs else end


def _line(words: list[Word], font: str, width: float, *, last: bool = False) -> Line:
    fonts = {run.font for word in words for run in word}
    if fonts == {font}:
        # As nearly every line is: one run, put together at once.
        text = " ".join("".join(run.text for run in word) for word in words)
        wide = sum(run.width for word in words for run in word)
        wide += (len(words) - 1) * word_width(" ", font)
        return Line((Run(text, font, wide),), width, len(words) - 1, last)
    runs: list[Run] = []
    for number, word in enumerate(words):
        if number:
            _append(runs, Run(" ", font, word_width(" ", font)))
        for run in word:
            _append(runs, run)
    return Line(tuple(runs), width, len(words) - 1, last)


def _append(runs: list[Run], run: Run) -> None:
    if runs and runs[-1].font == run.font:
        before = runs.pop()
        run = Run(before.text + run.text, run.font, before.width + run.width)
    runs.append(run)
