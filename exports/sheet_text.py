"""How much room a text takes in a cell of a workbook, and where it has to be cut.

Neither Excel nor LibreOffice grows a row that has merged cells or a height of its own, so
heights are computed here. Widths are those of Arial (and Liberation Sans, its equal), which
every office program has; the result is rather a little too high than too low.
"""

import re
import unicodedata
from functools import lru_cache

CELL_LIMIT = 32_767
"""How many UTF-16 units Excel keeps in a cell."""
ROW_LIMIT = 409.0
"""How many points high Excel shows a row."""

_WIDTHS = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft\t",
    333: "()-`r“”‘’",
    334: "{}",
    355: '"•',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@—…→←✓",
}
_WIDTH_OF = {char: width / 1000 for width, chars in _WIDTHS.items() for char in chars}
_OTHER_WIDTH = 0.72
_WIDE_WIDTH = 1.05
_BOLD = 1.09
# Screens and printers round letters differently; Excel wraps earlier on some of them.
_CAUTION = 1.03
_LINE = 1.275
_PADDING = 5.0
_CELL_MARGIN = 11.0
_POINTS_PER_CHARACTER = 5.25
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_WORD = re.compile(r"\S+|\s+")


def column_points(width: float) -> float:
    """Return the room for text in a column (or several) of so many characters, in points."""
    return max(width * _POINTS_PER_CHARACTER - _CELL_MARGIN, 10.0)


def text_height(text: str, width: float, size: float = 10, *, bold: bool = False) -> float:
    """Return how many points high a text stands, wrapped in a column of `width` characters."""
    room = column_points(width) / (size * _CAUTION * (_BOLD if bold else 1))
    lines = sum(_count_lines(line, room) for line in text.split("\n"))
    return lines * size * _LINE + _PADDING


def split_text(text: str, limit: int = CELL_LIMIT) -> tuple[str, ...]:
    """Cut a text into pieces that a cell can hold, at the end of a word where one is near.

    The pieces joined are the text. Most texts come back as one piece.
    """
    pieces: list[str] = []
    while cell_length(text) > limit:
        cut = _cut_at(text, limit)
        pieces.append(text[:cut])
        text = text[cut:]
    return (*pieces, text)


def escape_text(text: str) -> str:
    """Keep what looks like one of Excel's own character codes (`_x0041_`) as it was typed."""
    return _CODE.sub("_x005F_", text) if "_x" in text else text


def cell_length(text: str) -> int:
    """Return how many UTF-16 units a text takes in a cell's XML."""
    codes = len(_CODE.findall(text)) if "_x" in text else 0
    astral = 0 if text.isascii() else sum(char > "\uffff" for char in text)
    return len(text) + astral + codes * len("x005F_")


def _cut_at(text: str, limit: int) -> int:
    cut = limit
    while (excess := cell_length(text[:cut]) - limit) > 0:
        cut -= max(1, excess // 8)
    near = cut - cut // 8
    spaces = [match.end() for match in re.finditer(r"\s+", text[near:cut])]
    return near + spaces[-1] if spaces else cut


def _count_lines(line: str, room: float) -> int:
    """Count the lines of one paragraph, in a room of so many ems."""
    count = 1
    used = 0.0
    for word in _WORD.findall(line):
        width = _word_width(word)
        if used + width <= room:
            used += width
        elif word.isspace():
            used = room
        else:
            # A word that no line can hold is broken wherever the line ends.
            broken = int(width // room)
            count += broken + (1 if used else 0)
            used = width - broken * room
    return count


@lru_cache(maxsize=20_000)
def _word_width(word: str) -> float:
    return sum(_char_width(char) for char in word)


@lru_cache(maxsize=5_000)
def _char_width(char: str) -> float:
    known = _WIDTH_OF.get(char)
    if known is not None:
        return known
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE_WIDTH
    base = unicodedata.normalize("NFD", char)[0]
    return _WIDTH_OF.get(base, _OTHER_WIDTH)
