"""What the parts of a paper are, for who hears it read out: headings, lists, tables.

The names are those of PDF 1.7, 14.8.4. A tag says it apart from drawing; only a tagged pen
(`tagged_pen.py`) makes a tree of elements from what was drawn under them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

ARTIFACT = "Artifact"
# In these, text stands as it is: no paragraph or list is told apart within.
_WHOLE = {"H1", "H2", "H3", "H4", "H5", "H6", "P", "Lbl", "TH", "Link", ARTIFACT}
_DEEPEST_HEADING = 6
_DISCS = {"•": "Disc", "●": "Disc", "◦": "Circle", "○": "Circle", "▪": "Square", "■": "Square"}


@dataclass(eq=False, slots=True)
class Tag:
    """An element of a paper: all that is drawn under one tag, on whatever pages, belongs to it.

    Attributes:
        role: the standard's name of what it is.
        parent: what it is a part of; None means what is being drawn when it begins.
        attributes: what the standard lets such an element say besides.
        alt: what is read out instead of a picture.
        label: the tag of the number or sign before it, where it is the text of a list's item.
    """

    role: str
    parent: "Tag | None" = None
    attributes: Mapping[str, object] | None = None
    alt: str = ""
    label: "Tag | None" = None

    @property
    def is_whole(self) -> bool:
        """Tell whether text within it is not parted into paragraphs."""
        return self.role in _WHOLE


DECORATION = Tag(ARTIFACT)
"""Lines and grounds, which say nothing."""

FOOT = Tag(ARTIFACT, attributes={"Type": "Pagination", "Subtype": "Footer"})
"""What stands at the foot of every page."""

HEAD_AGAIN = Tag(ARTIFACT, attributes={"Type": "Pagination", "Subtype": "Header"})
"""The heads of a table, on the pages where it goes on."""


def heading_tag(level: int) -> Tag:
    """Return the tag of a heading; level 0 is the outermost."""
    return Tag(f"H{min(level + 1, _DEEPEST_HEADING)}")


def item_tag(group: Tag) -> Tag:
    """Return the tag of the text of a list's next item; its label has one of its own."""
    item = Tag("LI", group)
    return Tag("LBody", item, label=Tag("Lbl", item))


class Nesting:
    """Items of lists within lists, one after the other, told by how deep they stand."""

    def __init__(self) -> None:
        self._open: list[tuple[float, Tag, Tag]] = []

    def item(self, depth: float, marker: str) -> Tag:
        """Return the tag of the next item's text, in the list of this depth or in a new one."""
        while self._open and self._open[-1][0] > depth + 0.01:
            self._open.pop()
        if self._open and self._open[-1][0] >= depth - 0.01:
            group = self._open.pop()[1]
        else:
            outer = self._open[-1][2] if self._open else None
            group = Tag("L", outer, {"ListNumbering": _numbering(marker)})
        body = item_tag(group)
        self._open.append((depth, group, body))
        return body

    def around(self, depth: float) -> Tag | None:
        """Return the tag of the last item that stands less deep; None ends all lists."""
        while self._open and self._open[-1][0] > depth - 0.01:
            self._open.pop()
        return self._open[-1][2] if self._open else None


def _numbering(marker: str) -> str:
    """Return the standard's name of how a list is numbered, told by its first marker."""
    if marker[:1].isdecimal():
        return "Decimal"
    if marker[:1].isalpha():
        return "UpperAlpha" if marker[:1].isupper() else "LowerAlpha"
    return _DISCS.get(marker, "Disc")
