"""What would be drawn, without drawing it: far quicker, and it can be compared."""

from collections.abc import Iterable

from exports.pen import BLACK, Colour, Pen
from exports.safe import Run

Stroke = tuple[object, ...]


class Strokes(Pen):
    """A pen that only notes what it is told to draw on one page.

    Attributes:
        made: the strokes, in their order.
    """

    def __init__(self) -> None:
        self.made: list[Stroke] = []

    def text(
        self,
        x: float,
        baseline: float,
        runs: Iterable[Run],
        size: float,
        ink: Colour = BLACK,
        word_space: float = 0,
    ) -> None:
        letters = tuple((run.text, run.font) for run in runs)
        self.made.append((x, baseline, letters, size, ink, word_space))

    def line(
        self, x1: float, y1: float, x2: float, y2: float, width: float, ink: Colour = BLACK
    ) -> None:
        self.made.append((x1, y1, x2, y2, width, ink))

    def dots(self, x1: float, x2: float, y: float, ink: Colour) -> None:
        self.made.append((x1, x2, y, ink))

    def fill(self, x: float, y: float, width: float, height: float, ink: Colour) -> None:
        self.made.append((x, y, width, height, ink))

    def image(self, png: bytes, x: float, y: float, width: float, height: float) -> None:
        self.made.append((png, x, y, width, height))

    def link(self, key: str, title: str, x: float, y: float, width: float, height: float) -> None:
        """A link is not seen."""
