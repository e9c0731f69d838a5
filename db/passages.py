"""What is other in a long text, short enough to be read in a line of a list or a paper."""

from collections.abc import Sequence

from db.differences import Manner, Span, word_differences

_ELLIPSIS = "…"
_CONTEXT = 40
"""How many letters of what stayed the same are kept on either side of a change."""


def changed_passages(before: str, after: str, most: int = 0) -> tuple[str, str]:
    """Return of two texts what differs, with a few words around it.

    What changed is given whole, or only `most` letters of it where that is more than 0.
    """
    spans = word_differences(before, after)
    return (
        _shorten(_passage(spans, "removed", before), most),
        _shorten(_passage(spans, "added", after), most),
    )


def shorten(text: str, most: int) -> str:
    """Return a text in one line, its middle left out where it is longer than so many letters."""
    return _shorten(" ".join(text.split()), most)


def _passage(spans: Sequence[Span], manner: Manner, whole: str) -> str:
    if not any(span.manner == "same" and span.text.strip() for span in spans):
        return whole
    last = len(spans) - 1
    parts = [
        _around(span.text, head=place > 0, tail=place < last)
        if span.manner == "same"
        else span.text
        for place, span in enumerate(spans)
        if span.manner in ("same", manner)
    ]
    return "".join(parts).strip()


def _around(text: str, *, head: bool, tail: bool) -> str:
    """Return the ends of what stayed the same that touch a change, of its own paragraph each."""
    if len(text) <= _CONTEXT * (head + tail) + 20:
        return text
    begin = _begin(text[:_CONTEXT]) if head else ""
    end = _end(text[-_CONTEXT:]) if tail else ""
    found = f"{begin} {_ELLIPSIS} {end}"
    return found if head and tail else found.rstrip() if head else found.lstrip()


def _begin(text: str) -> str:
    line, is_whole, _ = text.partition("\n")
    return line if is_whole else text.rpartition(" ")[0]


def _end(text: str) -> str:
    _, is_whole, line = text.rpartition("\n")
    return line if is_whole else text.partition(" ")[2]


def _shorten(text: str, most: int) -> str:
    if not most or len(text) <= most:
        return text
    half = (most - 3) // 2
    begin = text[:half].rpartition(" ")[0] or text[:half]
    end = text[-half:].partition(" ")[2] or text[-half:]
    return f"{begin} {_ELLIPSIS} {end}"
