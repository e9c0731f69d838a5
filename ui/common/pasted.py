"""What comes in from Word, a browser or a mail: plain paragraphs and lists, without styles."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData

from db.text import clean

_LONGEST = 5_000_000
_LISTED = re.compile("<li[ >]", re.IGNORECASE)
_BLANKS = re.compile("[ \t\r\n\f]+")
# Word lines things up by no-break spaces; a single one keeps a number with its unit.
_WIDE = re.compile("[ \xa0]*\xa0[ \xa0]+|[ \xa0]+\xa0[ \xa0]*")
# Where a word may be parted, and where it may not: Word writes the first for itself only.
_HYPHENS = {0x1E: "-", 0x1F: "", 0xAD: ""}
# Word's own signs, of fonts that nobody else has; a tab follows them.
_SIGNS = {"·": "•", "\uf0b7": "•", "o": "◦", "§": "▪", "\uf0a7": "▪"}
_ITEM = re.compile(rf"(?m)^([ \t]*)(?:([{''.join(_SIGNS)}])|(\d{{1,3}}[.)]|[A-Za-z][.)]))\t[ \t]*")
_WORD_LEVEL = re.compile(r"mso-list:\s*l\d+\s+level(\d)", re.IGNORECASE)
_WORD_ITEM = re.compile(rf"(?:([{''.join(_SIGNS)}])|(\d{{1,3}}[.)]|[A-Za-z][.)]))(?=\xa0| )")
_LINES = frozenset(
    {
        "address", "article", "blockquote", "dd", "div", "dl", "dt", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre",
        "section", "table", "tr", "ul",
    }
)  # fmt: skip
_ROWS = frozenset({"tr", "table"})
_UNSEEN = frozenset({"head", "script", "style", "template", "title"})


def pasted_text(data: QMimeData) -> str:
    """Return what is pasted or dropped as clean text; the items of lists keep their signs."""
    text = data.text()
    # A browser leaves the signs of a list out of its plain text; some send no plain text at all.
    if data.hasHtml() and (not text.strip() or _LISTED.search(data.html()[:_LONGEST])):
        text = read_html(data.html()[:_LONGEST]) or text
    return _ITEM.sub(_item, clean(text.translate(_HYPHENS)))


def pasted_line(data: QMimeData) -> str:
    """Return what is pasted as one line, its paragraphs joined by blanks."""
    lines = (line.strip() for line in pasted_text(data).split("\n"))
    return " ".join(line for line in lines if line)


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
    """Collects lines of text; `_lists` has the number so far of each list around, or None.

    A row of a table is a line, its cells a tab apart. A paragraph that Word made an item of is
    one by its looks only: `_level` is how deep it stands, 0 for none.
    """

    def __init__(self) -> None:
        super().__init__()
        self._found: list[str] = []
        self._line = ""
        self._marker = ""
        self._lists: list[int | None] = []
        self._unseen = 0
        self._cells = 0
        self._level = 0

    def text(self) -> str:
        self._end_line()
        return "\n".join(self._found)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in _ROWS:
            self._cells = 0
        if tag in _LINES:
            self._end_line()
        if tag == "p":
            found = _WORD_LEVEL.search(dict(attrs).get("style") or "")
            self._level = int(found[1]) if found else 0
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in ("ol", "ul"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._marker = self._next_marker()
        elif tag == "br":
            self._end_line()
        elif tag in ("td", "th"):
            self._cells += 1
            self._line = self._line.rstrip(" ") + "\t" * bool(self._line)

    def handle_endtag(self, tag: str) -> None:
        if tag in _ROWS:
            self._cells = 0
        if tag in _LINES:
            self._end_line()
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag in ("td", "th"):
            self._cells = max(0, self._cells - 1)

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
        if self._cells:
            # Of several paragraphs in a cell.
            self._line += " " * (self._line[-1:] not in ("", " ", "\t"))
            return
        if line := _WIDE.sub(" ", self._line_of_item()).rstrip(" \xa0"):
            self._found.append(line)
        self._line = ""
        self._level = 0

    def _line_of_item(self) -> str:
        found = _WORD_ITEM.match(self._line) if self._level else None
        if found is None:
            return self._line
        sign = _SIGNS[found[1]] if found[1] else found[2]
        text = self._line[found.end() :].lstrip(" \xa0")
        return f"{'  ' * (self._level - 1)}{sign} {text}"

    def _next_marker(self) -> str:
        indent = "  " * (len(self._lists) - 1)
        if not self._lists or self._lists[-1] is None:
            return f"{indent}• "
        self._lists[-1] += 1
        return f"{indent}{self._lists[-1]}. "
