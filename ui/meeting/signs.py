"""The signs that are typed in a point's text: where one counts, and what is typed after it."""

import re
from dataclasses import dataclass

BY, KIND, ABOUT = "@", "!", "#"
SIGNS = (BY, KIND, ABOUT)

_LONGEST = 64
# A sign counts where a word begins: behind a blank, or a bracket or quote that opens.
_SIGN = re.compile(r"(?:^|(?<=[\s(\[{\"'“‘«]))([@!#])([^@!#\n]*)\Z")
_MOST_WORDS = 5


@dataclass(frozen=True)
class TypedSign:
    """A sign and what was typed after it.

    Attributes:
        start: where the sign stands in the text.
        sign: one of SIGNS.
        part: what follows it up to the caret.
    """

    start: int
    sign: str
    part: str

    @property
    def goes_on(self) -> bool:
        """Whether a blank was typed, so that more than a name may be meant."""
        return any(character.isspace() for character in self.part)


def sign_before(text: str) -> TypedSign | None:
    """Return the sign that a text up to the caret ends with, and what was typed after it.

    A blank at the end, or more words than a name has, is text again.
    """
    skipped = max(0, len(text) - _LONGEST)
    found = _SIGN.search(text, skipped)
    if found is None:
        return None
    part = found[2]
    if part != part.rstrip() or part != part.lstrip() or len(part.split()) > _MOST_WORDS:
        return None
    return TypedSign(found.start(1), found[1], part)


def units(text: str) -> int:
    """Return the length of a text as Qt counts it, in halves of UTF-16."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)
