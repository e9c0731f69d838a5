"""Places in a paper that can be led to: by bookmarks, and by the table of contents."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from exports.phrases import one_line
from exports.tags import Tag, heading_tag


@dataclass(frozen=True)
class Anchor:
    """A place that bookmarks and the table of contents lead to.

    Attributes:
        level: 0 is the outermost.
        folded: whether bookmarks show what is inside of it only when somebody opens it.
    """

    key: str
    title: str
    level: int = 0
    folded: bool = False

    @property
    def line(self) -> str:
        """Return its title on one line, cut where no list could show it."""
        return one_line(self.title)

    @cached_property
    def heading(self) -> Tag:
        """Return the tag of the heading that stands there."""
        return heading_tag(self.level)


class Place(NamedTuple):
    """Where an anchor stands, from a page's top, and the tag of what it leads to."""

    anchor: Anchor
    top: float
    tag: Tag
