"""Breaking words into lines, once, in time that grows with the text and not with its square."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exports.fonts import word_width
from exports.safe import Run, Word, clusters

# Where a word that no line can hold is broken first: an address after its signs.
_SIGNS = re.compile(r"[/\-–_.,;:?&=@#+|)\]}]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is drawn.

    Attributes:
        runs: the letters with the spaces between words, in drawing order; a space at the end
            parts them from the next line for who reads no lines, unless a word goes on there.
        width: how wide they are without that space, in points.
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
    for word, length, goes_on in _fitting(words, size, width):
        gap = space if current and not goes_on else 0
        if current and used + gap + length > width:
            lines.append(_line(current, font, used, broken=goes_on))
            current, used, gap = [], 0.0, 0
        if current and goes_on:
            current[-1] += word
        else:
            current.append(word)
        used += gap + length
    if current:
        lines.append(_line(current, font, used, last=True))
    return lines


def _fitting(
    words: Iterable[Word], size: float, width: float
) -> Iterator[tuple[Word, float, bool]]:
    """Yield words with their width, those that no line can hold in pieces; a piece may go on."""
    for word in words:
        length = sum(run.width for run in word) * size
        if length <= width:
            yield word, length, False
            continue
        goes_on = False
        for run in word:
            # A box stands for one letter with its marks.
            typed = list(clusters(run.typed)) if run.typed else []
            for start, end in _pieces(run, width / size):
                text, said = run.text[start:end], "".join(typed[start:end])
                piece = Run(text, run.font, word_width(text, run.font), said)
                yield (piece,), piece.width * size, goes_on
                goes_on = True


def _pieces(run: Run, width: float) -> Iterator[tuple[int, int]]:
    """Cut a long run where its parts take at most `width`, after a sign where one is near."""
    start = end = 0
    used = 0.0
    for end, letter in enumerate(run.text):
        wide = word_width(letter, run.font)
        if used + wide > width and end > start:
            cut = _last_sign(run.text, start, end)
            yield start, cut
            used = word_width(run.text[cut:end], run.font)
            start = cut
        used += wide
    if run.text:
        yield start, end + 1


def _last_sign(text: str, start: int, end: int) -> int:
    """Return where to cut: after the last sign in the second half, else at the end."""
    middle = (start + end) // 2
    signs = [found.end() for found in _SIGNS.finditer(text, middle, end)]
    return signs[-1] if signs else end


def _line(
    words: list[Word], font: str, width: float, *, last: bool = False, broken: bool = False
) -> Line:
    fonts = {run.font for word in words for run in word}
    gaps = len(words) - 1
    if fonts == {font}:
        # As nearly every line is: one run, put together at once.
        text = " ".join("".join(run.text for run in word) for word in words)
        wide = sum(run.width for word in words for run in word) + gaps * word_width(" ", font)
        run = Run(text if broken else f"{text} ", font, wide)
        return Line((run,), width, gaps, last)
    space = Run(" ", font, word_width(" ", font))
    runs: list[Run] = []
    for word in words:
        for run in word:
            _append(runs, run)
        _append(runs, space)
    return Line(tuple(_stripped(runs) if broken else runs), width, gaps, last)


def _stripped(runs: list[Run]) -> list[Run]:
    """Take the last space away, which is a run of its own or the end of one."""
    last = runs.pop()
    return [*runs, Run(last.text[:-1], last.font, last.width)] if last.text != " " else runs


def _append(runs: list[Run], run: Run) -> None:
    if runs and runs[-1].font == run.font and not (runs[-1].typed or run.typed):
        before = runs.pop()
        run = Run(before.text + run.text, run.font, before.width + run.width)
    runs.append(run)
