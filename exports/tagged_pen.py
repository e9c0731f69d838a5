"""A pen that also notes what the things are that it draws, so that a paper can be read out.

Nothing stands on its pages outside an element or an artifact (PDF 1.7, 14.7 and 14.8).
"""

from codecs import BOM_UTF16_BE
from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any

from exports.anchors import Place
from exports.pen import BLACK, Colour, Pen, Properties
from exports.safe import Run
from exports.structure import Area, Piece, Structure
from exports.tags import ARTIFACT, DECORATION, Tag

# A table's rows have equal cells, so one that holds nothing is an element, too.
_ALWAYS = {"TR", "TH", "TD"}


class TaggedPen(Pen):
    """Draws as a pen does and tells in `structure` what belongs together."""

    def __init__(self, properties: Properties) -> None:
        super().__init__(properties)
        self.structure = Structure()
        self._stack: list[Tag] = [self.structure.root.tag]
        self._leave = _Leave(self._stack)
        self._marked: Tag | None = None
        self._page = -1
        self._pieces = self._areas = 0

    @property
    def is_tagging(self) -> bool:
        return not self._stack[-1].is_whole

    def start_page(self, width: float, height: float) -> None:
        self._mark(None)
        super().start_page(width, height)
        self._page += 1
        self._pieces = self._areas = 0

    def within(self, tag: Tag | None) -> AbstractContextManager[None]:
        inner = self._stack[-1]
        # Whatever stands in what says nothing says nothing either.
        if tag and inner.role != ARTIFACT:
            self.structure.begin(tag, inner)
            inner = tag
        self._stack.append(inner)
        if inner.role in _ALWAYS:
            self.structure.element(inner)
        return self._leave

    def text(
        self,
        x: float,
        baseline: float,
        runs: Iterable[Run],
        size: float,
        ink: Colour = BLACK,
        word_space: float = 0,
    ) -> None:
        self._mark(self._stack[-1])
        super().text(x, baseline, runs, size, ink, word_space)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, width: float, ink: Colour = BLACK
    ) -> None:
        self._decorate()
        super().line(x1, y1, x2, y2, width, ink)

    def fill(self, x: float, y: float, width: float, height: float, ink: Colour) -> None:
        self._decorate()
        super().fill(x, y, width, height, ink)

    def image(self, png: bytes, x: float, y: float, width: float, height: float) -> None:
        tag = self._stack[-1]
        bottom = self._height - y - height
        tag.attributes = {"BBox": (x, bottom, x + width, bottom + height)}
        self._mark(tag)
        super().image(png, x, y, width, height)

    def mark(self, place: Place) -> None:
        super().mark(place)
        self.structure.bookmarks.append(place.tag)

    def link(self, key: str, title: str, x: float, y: float, width: float, height: float) -> None:
        super().link(key, title, x, y, width, height)
        self.structure.element(self._stack[-1]).kids.append(Area(self._page, self._areas))
        self._areas += 1

    def finish(self) -> bytes:
        self._mark(None)
        return super().finish()

    def _put(self, text: Any, run: Run) -> None:
        if not run.typed:
            super()._put(text, run)
            return
        # Who copies boxes, or has them read out, gets what was typed.
        said = (BOM_UTF16_BE + run.typed.encode("utf-16-be")).hex()
        text._code.append(f"/Span <</ActualText <{said}>>> BDC")
        super()._put(text, run)
        text._code.append("EMC")

    def _decorate(self) -> None:
        inner = self._stack[-1]
        self._mark(inner if inner.role == ARTIFACT else DECORATION)

    def _mark(self, tag: Tag | None) -> None:
        """Let what is drawn from now on belong to a tag; what is drawn in one go is one piece."""
        if tag is self._marked:
            return
        if self._marked:
            self._operate("EMC")
        self._marked = tag
        if tag is None:
            return
        if tag.role == ARTIFACT:
            said = tag.attributes or {}
            listed = " ".join(f"/{key} /{value}" for key, value in said.items())
            self._operate(f"/{ARTIFACT} <<{listed}>> BDC" if said else f"/{ARTIFACT} BMC")
            return
        self.structure.element(tag).kids.append(Piece(self._page, self._pieces))
        self._operate(f"/{tag.role} <</MCID {self._pieces}>> BDC")
        self._pieces += 1


class _Leave(AbstractContextManager[None]):
    """The end of what is drawn within a tag; one for all, since they end in turn."""

    def __init__(self, stack: list[Tag]) -> None:
        self._stack = stack

    def __exit__(self, *_: object) -> None:
        self._stack.pop()
