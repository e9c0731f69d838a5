"""How large letters may be on a display, so that they are read from the back of a room."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from db.differences import word_differences
from ui.projector.page import Span

LARGEST, LEAST, CAPTION, CARD, TITLE = 40, 24, 18, 24, 26
"""Points on a display of 1280 × 720; a larger display has them larger."""
SIZES = (40, 36, 34, 32, 30, 28, 26, 24)
WITH_CARDS = 26
"""Below this the text needs the room that the cards would take."""
Line = tuple[float, float]
"""From where to where a line goes, down the page."""
_BASE = (1280, 720)
SURELY_LONG = 3_000
"""A text of more letters fits no display even in the least size: nothing has to be tried."""
_PIXELS = 96 / 72
# Where a text was written anew, colour on every word says less than none.
_MOST_SPANS = 400


def pixels(points: float, width: int, height: int) -> int:
    """Return how many pixels so many points are on a display of this size."""
    share = min(width / _BASE[0], height / _BASE[1])
    return max(1, round(points * _PIXELS * share))


def fit_size(
    height_at: Callable[[int], float], room: float, sizes: Sequence[int], guess: int = 0
) -> tuple[int, bool]:
    """Return the largest of sizes (falling) at which something fits, and whether it does.

    `height_at` tells how high it is at a size; it is asked as seldom as possible. Where even
    the least does not fit, that one it is, and the rest is to be scrolled. `guess` is the size
    that was right a letter ago.
    """
    if guess in sizes and _is_right(height_at, room, sizes, sizes.index(guess)):
        return guess, height_at(guess) <= room
    first, behind = 0, len(sizes)
    while first < behind:
        middle = (first + behind) // 2
        if height_at(sizes[middle]) <= room:
            behind = middle
        else:
            first = middle + 1
    fits = first < len(sizes)
    return sizes[min(first, len(sizes) - 1)], fits


def _is_right(
    height_at: Callable[[int], float], room: float, sizes: Sequence[int], place: int
) -> bool:
    if place and height_at(sizes[place - 1]) <= room:
        return False
    return place == len(sizes) - 1 or height_at(sizes[place]) <= room


def whole_lines(lines: Sequence[Line], top: float, room: float) -> tuple[float, float]:
    """Return where to begin so that no line is cut, and how much room that leaves at the foot.

    `top` is where the page begins now. A line that is whole at present stays whole.
    """
    begin = next((first for first, _ in lines if first >= top - 1), top)
    foot = begin + room
    end = max((last for first, last in lines if begin <= first and last <= foot), default=foot)
    return begin, foot - end


def line_in_view(lines: Sequence[Line], top: float, room: float, line: Line) -> float:
    """Return where to begin so that a line is seen whole, near to where the page begins now."""
    first, last = line
    begin, rest = whole_lines(lines, top, room)
    if begin <= first and last <= begin + room - rest:
        return top
    if first < begin:
        return first
    return next((place for place, _ in lines if last - place <= room), first)


def line_on_top(lines: Sequence[Line], room: float, line: Line) -> float:
    """Return where to begin so that a line is the first, or as near to it as the end allows."""
    end = lines[-1][1] if lines else 0
    return min(line[0], next((first for first, _ in lines if end - first <= room), line[0]))


def changed_places(before: str, after: str) -> tuple[tuple[Span, ...], tuple[tuple[int, str], ...]]:
    """Return where in a text stands what an earlier one did not have, and where what is gone stood.

    Both word by word; what is gone is a place in the later text and the words.
    """
    added: list[Span] = []
    gone: list[tuple[int, str]] = []
    place = 0
    for span in word_differences(before, after):
        if span.manner == "removed":
            if span.text.strip():
                gone.append((place, span.text))
            continue
        if span.manner == "added" and span.text.strip():
            blank = len(span.text) - len(span.text.lstrip())
            added.append((place + blank, place + len(span.text.rstrip())))
        place += len(span.text)
    return tuple(added[:_MOST_SPANS]), tuple(gone[:_MOST_SPANS])


def written_place(before: str, after: str) -> int:
    """Return where the caret stands after a text was written in: behind what is other."""
    # Letter by letter, a long text would be felt between two keys.
    places = range(1, min(len(before), len(after)) + 1)
    tail = bisect_left(places, True, key=lambda n: before[-n:] != after[-n:])
    return len(after) - tail
