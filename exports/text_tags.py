"""Which of a text's lines are a paragraph, and which an item of a list that somebody typed."""

from collections.abc import Sequence

from exports.tags import Nesting, Tag
from exports.text_rows import Row


class TextTags:
    """Tags the lines of one text, in their order; shared by the parts that it is split into.

    Attributes:
        tag: what the text is as a whole; None for paragraphs of what it stands in.
    """

    __slots__ = ("_body", "_lists", "tag")

    def __init__(self, tag: Tag | None) -> None:
        self.tag = tag
        self._lists: Nesting | None = None
        self._body: Tag | None = None

    def of(self, row: Row) -> tuple[Sequence[Tag | None], Tag | None]:
        """Return the tags of a line's markers, and that of its words."""
        if row.index:
            return (), self._body
        if row.is_item:
            self._lists = self._lists or Nesting()
            self._body = self._lists.item(*_marker(row))
        else:
            # What stands behind a marker's place, though it has none, is a part of that item.
            item = self._lists.around(row.indent) if self._lists else None
            self._lists = self._lists if item else None
            self._body = Tag("P", item)
        label = self.tag.label if self.tag else None
        labels = [label or self._body] * len(row.markers)
        return [*labels[:-1], self._body.label] if row.is_item else labels, self._body


def _marker(row: Row) -> tuple[float, str]:
    """Return where the marker of an item stands, and what it is."""
    place, word = row.markers[-1]
    return place, "".join(run.text for run in word).strip()
