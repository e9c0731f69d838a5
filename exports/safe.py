"""What people typed, made ready for drawing: words of runs, each in a font that has its letters.

Nothing here reads markup, so a `<` or an `&` is a letter like any other. Nothing is dropped but
what cannot be seen; a letter that no font has becomes a box, and `find_notices` reports it.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from exports.document import Notice
from exports.fonts import BOX, REGULAR, font_for, letters_of, word_width

LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029]")
# The spaces at which a line may end; a no-break space is a letter of its word.
SPACES = re.compile("[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
# Joiners, direction marks, soft hyphens, variation selectors, tags: they have no picture.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_RIGHT_TO_LEFT = {"R", "AL"}
# Scripts whose letters change with their neighbours, which only a shaping engine can do.
_SHAPED = re.compile(
    "[\u0900-\u0dff\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u1900-\u1cff\ua980-\ua9df]"
)
_LISTED = 12


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one font.

    Attributes:
        width: for a font size of 1.
        typed: what was typed where boxes stand in for it, else empty.
    """

    text: str
    font: str
    width: float
    typed: str = ""


Word = tuple[Run, ...]


def split_words(line: str, font: str) -> list[Word]:
    """Return the words of a line; the spaces between them are the drawing's business."""
    return [word for text in SPACES.split(line) if text and (word := make_word(text, font))]


def widest_word(text: str, font: str) -> float:
    """Return the width of a text's widest word, for a font size of 1."""
    words = split_words(LINE_ENDS.sub(" ", text), font)
    return max((sum(run.width for run in word) for word in words), default=0)


def make_word(text: str, font: str) -> Word:
    """Return a text as runs of fonts that have its letters, the given font first."""
    return _make_short(text, font) if len(text) < 80 else _make(text, font)


@lru_cache(maxsize=50_000)
def _make_short(text: str, font: str) -> Word:
    return _make(text, font)


def _make(text: str, font: str) -> Word:
    seen = _UNSEEN.sub("", text)
    if not seen:
        return ()
    if letters_of(font).issuperset(map(ord, seen)):
        return (Run(seen, font, word_width(seen, font)),)
    runs: list[Run] = []
    for name, found in groupby(clusters(seen), lambda cluster: font_for(cluster, font)):
        pieces = list(found)
        typed = "".join(pieces)
        if name:
            runs.append(Run(typed, name, word_width(typed, name)))
        else:
            boxes, name = BOX * len(pieces), font_for(BOX, font) or font
            runs.append(Run(boxes, name, word_width(boxes, name), typed))
    return tuple(runs)


def clusters(text: str) -> Iterable[str]:
    """Cut a text into letters with the marks that stand on them, where one font has both."""
    cluster = ""
    for letter in text:
        joined = cluster + letter
        if cluster and unicodedata.category(letter) in ("Mn", "Me") and font_for(joined, REGULAR):
            cluster = joined
            continue
        if cluster:
            yield cluster
        cluster = letter
    yield cluster


def find_notices(text: str) -> tuple[Notice, ...]:
    """Return what a reader should know about letters that do not print as they were typed."""
    letters = {letter for letter in set(_UNSEEN.sub("", text)) if not letter.isspace()}
    missing = sorted(letter for letter in letters if not font_for(letter, REGULAR))
    notices: list[Notice] = []
    if missing:
        listed = " ".join(f"{letter} (U+{ord(letter):04X})" for letter in missing[:_LISTED])
        if len(missing) > _LISTED:
            listed += " …"
        notices.append(Notice("letters_missing", {"n": len(missing), "letters": listed}))
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in letters):
        notices.append(Notice("right_to_left"))
    if any(_SHAPED.match(letter) and letter not in missing for letter in letters):
        notices.append(Notice("letters_unshaped"))
    return tuple(notices)
