"""Texts of any length as one line of a list, and as the beginning of a sentence."""


def in_one_line(text: str, longest: int) -> str:
    """Return a text without line ends, at most so many characters; a cut one ends in "…"."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def with_capital(text: str) -> str:
    """Return a text with a capital first letter, the others as they are: "B06" stays."""
    return text[:1].upper() + text[1:]
