"""The logical structure of a drawn paper: which element each piece on its pages belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from exports.tags import Tag


class Piece(NamedTuple):
    """What was drawn in one go: a number of its own on a page (both from 0)."""

    page: int
    number: int


class Area(NamedTuple):
    """A part of a page that can be clicked; `number` is its place among those of the page."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """A tag with what was drawn under it, in the order of reading."""

    tag: Tag
    kids: "list[Element | Piece | Area]" = field(default_factory=list["Element | Piece | Area"])


class Structure:
    """The tree of a paper's elements, which grows while the paper is drawn.

    Attributes:
        root: the document itself.
        bookmarks: the tags that the bookmarks lead to, in their order.
    """

    def __init__(self) -> None:
        self.root = Element(Tag("Document"))
        self.bookmarks: list[Tag] = []
        self._elements: dict[Tag, Element] = {self.root.tag: self.root}
        self._around: dict[Tag, Tag] = {}

    def begin(self, tag: Tag, within: Tag) -> None:
        """Note what a tag stands in that names no parent; it has no element yet."""
        outermost = tag
        while outermost.parent:
            outermost = outermost.parent
        self._around.setdefault(outermost, within)

    def find(self, tag: Tag) -> Element | None:
        """Return the element of a tag; None when nothing was drawn under it."""
        return self._elements.get(tag)

    def element(self, tag: Tag) -> Element:
        """Return the element of a tag that has begun; a new one comes last in its parent."""
        if found := self._elements.get(tag):
            return found
        parent = self.element(tag.parent or self._around[tag])
        made = self._elements[tag] = Element(tag)
        parent.kids.append(made)
        return made

    def walk(self) -> Iterator[Element]:
        """Give every element, each before what is in it."""
        rest = [self.root]
        while rest:
            element = rest.pop()
            yield element
            rest += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
