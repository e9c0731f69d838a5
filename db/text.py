"""What a text may hold, decided in one place for typed, pasted and received text."""

import re
import unicodedata

# C0 and C1 controls but tab and newline, lone surrogates, and the two noncharacters
# that XML-based formats (xlsx, docx) cannot carry.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\x0b\x0c\x85]")


def clean(text: str) -> str:
    """Return typed or pasted text as the register keeps it.

    Composed to NFC, every kind of line end as a newline, and without the characters
    that no document format can carry. Text that is already clean comes back equal.
    """
    lines = _LINE_ENDS.sub("\n", text)
    return unicodedata.normalize("NFC", _FORBIDDEN.sub("", lines))


def find_forbidden(text: str) -> str | None:
    """Return the first character that a session file may not hold, or None."""
    found = _FORBIDDEN.search(text)
    return found.group() if found else None
