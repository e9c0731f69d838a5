"""Long texts without the passages in which nothing differs."""

from collections.abc import Iterator, Sequence

from db.differences import Span

# Up to this length a text is shown whole; beyond it, so much is kept around a change.
_SHORT = 900
_AROUND = 160
_GAP = " … "


def is_long(spans: Sequence[Span]) -> bool:
    """Tell whether something of a text can be left out."""
    return shortened(spans) != tuple(spans)


def shortened(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return a text's differences with some words around each, the rest as …."""
    if sum(len(span.text) for span in spans) <= _SHORT:
        return tuple(spans)
    return tuple(_around_changes(spans))


def _around_changes(spans: Sequence[Span]) -> Iterator[Span]:
    for place, span in enumerate(spans):
        behind = _AROUND if place > 0 else 0
        before = _AROUND if place < len(spans) - 1 else 0
        # A text that is nowhere other is shown by its beginning.
        behind = behind or (0 if before else _SHORT)
        if span.manner != "same" or len(span.text) <= behind + before + _AROUND:
            yield span
            continue
        head, tail = span.text[:behind], span.text[len(span.text) - before :]
        yield Span("same", _whole_words(head, at_end=True) + _GAP + _whole_words(tail))


def _whole_words(text: str, at_end: bool = False) -> str:
    """Take half a word away where a text was cut."""
    if at_end:
        return text.rpartition(" ")[0]
    return text.partition(" ")[2]
