"""The head of an office's papers: its name, its picture, a double line."""

from exports.blocks import Block, DoubleRule, Text
from exports.pen import Pen
from exports.pictures import Picture
from exports.styles import LETTERHEAD
from exports.tags import Tag

_HIGHEST = 58.0
_WIDEST = 110.0
_GUTTER = 14.0


class Letterhead(Block):
    """A picture at the left and the office's name in the page's middle; never split."""

    def __init__(self, name: str, logo: Picture | None) -> None:
        self._name = Text(name, LETTERHEAD)
        self._logo = logo

    def height(self, width: float) -> float:
        return max(self._name.height(self._inner(width)), self._size()[1])

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        whole, inner = self.height(width), self._inner(width)
        if self._logo:
            across, down = self._size()
            with pen.within(Tag("Figure", alt=self._logo.alt)):
                pen.image(self._logo.png, x, y + (whole - down) / 2, across, down)
        top = y + (whole - self._name.height(inner)) / 2
        self._name.draw(pen, x + (width - inner) / 2, top, inner)

    def _size(self) -> tuple[float, float]:
        if not self._logo:
            return (0, 0)
        scale = min(_HIGHEST / self._logo.height, _WIDEST / self._logo.width)
        return (self._logo.width * scale, self._logo.height * scale)

    def _inner(self, width: float) -> float:
        """Return the room for the name: as much is free at the right as the picture takes."""
        across, _ = self._size()
        return width - 2 * (across + _GUTTER) if across else width


def letterhead(name: str, logo: Picture | None) -> list[Block]:
    """Return the head of a paper; nothing where the office has neither name nor picture."""
    return [Letterhead(name, logo), DoubleRule()] if name or logo else []
