"""What comes in from Word, a browser or a mail: plain paragraphs and lists, without styles."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData

from db.text import clean

_LONGEST = 5_000_000
_LISTED = re.compile("<li[ >]", re.IGNORECASE)
_BLANKS = re.compile("[ \t\r\n\f]+")
# Word's own signs, of fonts that nobody else has; a tab follows them.
_SIGNS = {"·": "•", "\uf0b7": "•", "o": "◦", "§": "▪", "\uf0a7": "▪"}
_ITEM = re.compile(rf"(?m)^([ \t]*)(?:([{''.join(_SIGNS)}])|(\d{{1,3}}[.)]|[A-Za-z][.)]))\t[ \t]*")
_LINES = frozenset(
    {
        "address", "article", "blockquote", "dd", "div", "dl", "dt", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre",
        "section", "table", "tr", "ul",
    }
)  # fmt: skip
_UNSEEN = frozenset({"head", "script", "style", "template", "title"})


def pasted_text(data: QMimeData) -> str:
    """Return what is pasted or dropped as clean text; the items of lists keep their signs."""
    text = data.text()
    # A browser leaves the signs of a list out of its plain text; some send no plain text at all.
    if data.hasHtml() and (not text.strip() or _LISTED.search(data.html()[:_LONGEST])):
        text = read_html(data.html()[:_LONGEST]) or text
    return _ITEM.sub(_item, clean(text))


def can_be_pasted(data: QMimeData) -> bool:
    """Tell whether there is any text in it."""
    return data.hasText() or data.hasHtml()


def read_html(html: str) -> str:
    """Return the words of a page, a paragraph or an item to a line; "" for what can't be read."""
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:  # what the library says of declarations that it does not know
        return ""
    return reader.text()


def _item(found: re.Match[str]) -> str:
    return f"{found[1]}{_SIGNS[found[2]] if found[2] else found[3]} "


class _Reader(HTMLParser):
    """Collects lines of text; `_lists` has the number so far of each list around, or None."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[str] = []
        self._line = ""
        self._marker = ""
        self._lists: list[int | None] = []
        self._unseen = 0

    def text(self) -> str:
        self._end_line()
        return "\n".join(self._found)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in _LINES:
            self._end_line()
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in ("ol", "ul"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._marker = self._next_marker()
        elif tag == "br":
            self._end_line()
        elif tag in ("td", "th") and self._line:
            self._line += "\t"

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES:
            self._end_line()
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in ("ol", "ul") and self._lists:
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        words = "" if self._unseen else _BLANKS.sub(" ", data)
        if not self._line:
            words = words.lstrip(" ")
            if words:
                self._line, self._marker = self._marker, ""
        elif self._line[-1] in " \t":
            words = words.lstrip(" ")
        self._line += words

    def _end_line(self) -> None:
        if line := self._line.rstrip(" "):
            self._found.append(line)
        self._line = ""

    def _next_marker(self) -> str:
        indent = "  " * (len(self._lists) - 1)
        if not self._lists or self._lists[-1] is None:
            return f"{indent}• "
        self._lists[-1] += 1
        return f"{indent}{self._lists[-1]}. "
