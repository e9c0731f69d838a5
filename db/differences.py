"""What is other between two texts, word by word: for reading, not for machines."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Manner = Literal["same", "removed", "added"]

# From coarse to fine: what differs in one is looked at in the next, so that the cost stays
# near the text's length, and a moved comma does not tear two paragraphs into shreds.
_UNITS = (
    re.compile(r"[^\n]*\n+|[^\n]+"),
    re.compile(r"[^.!?;\n]*[.!?;\n]+\s*|[^.!?;\n]+"),
    re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]"),
)
_WORDS = re.compile(r"[^\W_]\S*")
# Comparing costs about as much as there are pairs of equal units, and units besides.
_MOST_PAIRS = 1_000_000
_MOST_UNITS = 5_000
_MOST_LETTERS = 20_000
_SHORT = 200
# Words that stand alone between two changes are read as part of them.
_LONELY = 3


@dataclass(frozen=True)
class Span:
    """A piece of text that is in both, only in the earlier, or only in the later."""

    manner: Manner
    text: str


def word_differences(before: str, after: str) -> tuple[Span, ...]:
    """Return both texts in one: what stayed, what went, what came, in reading order.

    The spans that are not added make up `before`, those that are not removed `after`. Texts
    too long or too alike to themselves for a fine comparison are shown as replaced in parts.
    """
    head = _shared_start(before, after)
    tail = _shared_end(before[head:], after[head:])
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    # Most edits are a word or two: no paragraph has to be looked for.
    level = len(_UNITS) - 1 if len(old) + len(new) < _SHORT else 0
    middle = _with_lonely_words(_in_runs(_compare(old, new, level)))
    spans = (Span("same", before[:head]), *middle, Span("same", before[len(before) - tail :]))
    return tuple(_in_runs(spans))


def line_differences(before: str, after: str) -> tuple[Span, ...]:
    """Return both lists in one, whole lines only: half of a name in another is no name.

    Each span but the last ends its line.
    """
    old, new = (text.split("\n") if text else [] for text in (before, after))
    spans: list[Span] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            spans.append(Span("same", "\n".join(old[a:b])))
        else:
            spans += _change("\n".join(old[a:b]), "\n".join(new[c:d]))
    ended = (Span(span.manner, f"{span.text}\n") for span in spans[:-1])
    return (*ended, *spans[-1:])


def count_words(spans: Sequence[Span]) -> tuple[int, int]:
    """Return how many words came and how many went; a lonely sign is no word."""
    added, removed = (
        sum(len(_WORDS.findall(span.text)) for span in spans if span.manner == manner)
        for manner in ("added", "removed")
    )
    return added, removed


def _shared_start(before: str, after: str) -> int:
    """Return how many letters both begin with, whole words only; most edits are small."""
    shortest = min(len(before), len(after))
    places = range(1, shortest + 1)
    shared = bisect_left(places, True, key=lambda n: before[:n] != after[:n])
    while shared and (_inside_word(before, shared) or _inside_word(after, shared)):
        shared -= 1
    return shared


def _shared_end(before: str, after: str) -> int:
    """Return how many letters both end with, whole words only."""
    shortest = min(len(before), len(after))
    places = range(1, shortest + 1)
    shared = bisect_left(places, True, key=lambda n: before[-n:] != after[-n:])
    while shared and (
        _inside_word(before, len(before) - shared) or _inside_word(after, len(after) - shared)
    ):
        shared -= 1
    return shared


def _inside_word(text: str, place: int) -> bool:
    """Tell whether a cut at this place would part a word, or a run of spaces."""
    if not 0 < place < len(text):
        return False
    left, right = text[place - 1], text[place]
    return (left.isalnum() and right.isalnum()) or (left.isspace() and right.isspace())


def _compare(before: str, after: str, level: int) -> Iterator[Span]:
    if before == after or not before or not after or level == len(_UNITS):
        yield from _replaced(before, after)
        return
    old, new = _UNITS[level].findall(before), _UNITS[level].findall(after)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    yield Span("same", "".join(old[:head]))
    end_old, end_new = len(old) - tail, len(new) - tail
    yield from _middle(old[head:end_old], new[head:end_new], level)
    yield Span("same", "".join(old[end_old:]))


def _middle(old: list[str], new: list[str], level: int) -> Iterator[Span]:
    if not old or not new:
        yield from _replaced("".join(old), "".join(new))
        return
    if _is_too_much(old, new):
        yield from _replaced("".join(old), "".join(new))
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Span("same", "".join(old[a:b]))
        else:
            for before, after in _beside(old[a:b], new[c:d]):
                yield from _compare(before, after, level + 1)


def _beside(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, str]]:
    """Return what is looked at together of two runs that share no unit: mostly all of it.

    Where that is more than can be compared, and each unit has one that stands in its place, it
    is those.
    """
    before, after = "".join(old), "".join(new)
    if len(old) == len(new) and len(before) + len(after) > _MOST_LETTERS:
        return list(zip(old, new, strict=True))
    return [(before, after)]


def _is_too_much(old: list[str], new: list[str]) -> bool:
    if max(len(old), len(new)) > _MOST_UNITS:
        return True
    counted = Counter(new)
    return sum(count * counted[unit] for unit, count in Counter(old).items()) > _MOST_PAIRS


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many units both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(old), len(new)))


def _replaced(before: str, after: str) -> Iterator[Span]:
    if before == after:
        yield Span("same", before)
        return
    yield Span("removed", before)
    yield Span("added", after)


def _with_lonely_words(spans: list[Span]) -> Iterator[Span]:
    """Take spaces and short words between two changes into them, for the reader's sake."""
    for place, span in enumerate(spans):
        inside = 0 < place < len(spans) - 1
        if inside and span.manner == "same" and _is_lonely(span.text):
            yield Span("removed", span.text)
            yield Span("added", span.text)
        else:
            yield span


def _is_lonely(text: str) -> bool:
    return "\n" not in text and len(text.strip()) <= _LONELY


def _in_runs(spans: Iterator[Span] | Sequence[Span]) -> list[Span]:
    """Join neighbours of one kind; of a change, what went stands before what came."""
    runs: list[Span] = []
    gone, came = "", ""
    for span in spans:
        if span.manner == "removed":
            gone += span.text
        elif span.manner == "added":
            came += span.text
        elif span.text:
            runs += _change(gone, came)
            gone, came = "", ""
            if runs and runs[-1].manner == "same":
                runs[-1] = Span("same", runs[-1].text + span.text)
            else:
                runs.append(span)
    return runs + _change(gone, came)


def _change(gone: str, came: str) -> list[Span]:
    return [Span("removed", gone)] * bool(gone) + [Span("added", came)] * bool(came)
