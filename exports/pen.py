"""The one place that draws: a PDF canvas with no more than the documents need.

Every position is in points from the page's top left corner; text is placed by its baseline.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from io import BytesIO
from typing import Any, cast

from exports.anchors import Place
from exports.fonts import REGULAR, letters_of
from exports.phrases import one_line
from exports.safe import Run
from exports.tags import Tag

Colour = tuple[float, float, float]
BLACK: Colour = (0, 0, 0)
_NOWHERE = nullcontext()


def colour(code: str) -> Colour:
    """Return a colour for its code: `#1F3864`."""
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (red, green, blue)


@dataclass(frozen=True)
class Properties:
    """What a PDF says about itself outside its pages."""

    title: str
    author: str
    language: str


class Pen:
    """Draws on one page after the other; `finish` gives the file. Equal strokes, equal bytes."""

    def __init__(self, properties: Properties) -> None:
        from reportlab.pdfgen.canvas import Canvas

        # The font that a page starts with has to be embedded too.
        letters_of(REGULAR)
        self._file = BytesIO()
        self._canvas: Any = cast(Any, Canvas)(
            self._file,
            invariant=1,
            # What is archived is compressed then, all at once and far quicker.
            pageCompression=0,
            initialFontName=REGULAR,
            pdfVersion=(1, 7),
            lang=properties.language,
        )
        self._canvas.setTitle(one_line(properties.title))
        self._canvas.setAuthor(one_line(properties.author))
        self._canvas.setCreator("Rembuk")
        self._canvas.setSubject("")
        self._height = 0.0
        # What the page was told last, so that it is not told again: tables are many equal lines.
        self._ink: Colour | None = None
        self._stroke: tuple[float, Colour] | None = None

    def start_page(self, width: float, height: float) -> None:
        """Begin a page; what was set on the one before does not reach it."""
        if self._height:
            self._canvas.showPage()
        self._height = height
        self._ink = self._stroke = None
        self._canvas.setPageSize((width, height))

    def text(
        self,
        x: float,
        baseline: float,
        runs: Iterable[Run],
        size: float,
        ink: Colour = BLACK,
        word_space: float = 0,
    ) -> None:
        """Draw runs one after the other on a line, its spaces widened by `word_space`."""
        text = self._canvas.beginText(x, self._height - baseline)
        if ink != self._ink:
            text.setFillColorRGB(*ink)
            self._ink = ink
        if word_space:
            text.setWordSpace(word_space)
        for run in runs:
            text.setFont(run.font, size)
            self._put(text, run)
        if word_space:
            text.setWordSpace(0)
        self._canvas.drawText(text)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, width: float, ink: Colour = BLACK
    ) -> None:
        """Draw a straight line."""
        if (width, ink) != self._stroke:
            self._canvas.setStrokeColorRGB(*ink)
            self._canvas.setLineWidth(width)
            self._stroke = (width, ink)
        self._canvas.line(x1, self._height - y1, x2, self._height - y2)

    def dots(self, x1: float, x2: float, y: float, ink: Colour) -> None:
        """Draw a dotted leader."""
        self._canvas.setDash(0.6, 3)
        self.line(x1, y, x2, y, 0.6, ink)
        self._canvas.setDash()

    def fill(self, x: float, y: float, width: float, height: float, ink: Colour) -> None:
        """Fill a box whose top left corner is at x, y."""
        if ink != self._ink:
            self._canvas.setFillColorRGB(*ink)
            self._ink = ink
        self._canvas.rect(x, self._height - y - height, width, height, stroke=0, fill=1)

    def image(self, png: bytes, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture into a box whose top left corner is at x, y."""
        from reportlab.lib.utils import ImageReader

        picture: Any = cast(Any, ImageReader)(BytesIO(png))
        self._canvas.drawImage(picture, x, self._height - y - height, width, height)

    @property
    def is_tagging(self) -> bool:
        """Tell whether what is drawn now is parted into elements; only a tagged pen knows any."""
        return False

    def within(self, tag: Tag | None) -> AbstractContextManager[None]:
        """Draw what follows as a part of an element; for a pen that makes no tags, all is one."""
        return _NOWHERE

    def mark(self, place: Place) -> None:
        """Put a place of the page into the reader's bookmarks."""
        anchor, top = place.anchor, self._height - place.top
        self._canvas.bookmarkPage(anchor.key, fit="XYZ", top=top, left=0, zoom=0)
        self._canvas.addOutlineEntry(anchor.line, anchor.key, anchor.level, anchor.folded)

    def link(self, key: str, title: str, x: float, y: float, width: float, height: float) -> None:
        """Make a box lead to a marked place when it is clicked; `title` names that place."""
        box = (x, self._height - y - height, x + width, self._height - y)
        self._canvas.linkRect(title, key, box, Border="[0 0 0]")

    def finish(self) -> bytes:
        """End the last page and return the file."""
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()

    def _put(self, text: Any, run: Run) -> None:
        """Write a run into a text of the page's language, its font being set."""
        text.textOut(run.text)

    def _operate(self, operator: str) -> None:
        """Write an operator of the page's language as it is."""
        self._canvas.addLiteral(operator)
