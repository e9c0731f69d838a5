"""The end of a paper: who signs, side by side, with room for the pen."""

from collections.abc import Sequence
from dataclasses import replace

from exports.blocks import Block, Text
from exports.minutes_parts import Signer
from exports.pen import Pen
from exports.styles import PLAIN, STRONG

_ROOM = 54.0
_COLUMNS = 2
_GUTTER = 24.0
_CENTER = replace(PLAIN, align="center")
_NAME = replace(STRONG, align="center")
_SMALL = replace(_CENTER, size=9.5, leading=13.5)


class Signatures(Block):
    """Those who sign, two in a row, the last one at the right; it is never split."""

    before = 30
    clings = True

    def __init__(self, signers: Sequence[Signer]) -> None:
        missing = -len(signers) % _COLUMNS
        places = [*([None] * missing), *signers]
        self._lines = [places[i : i + _COLUMNS] for i in range(0, len(places), _COLUMNS)]

    def height(self, width: float) -> float:
        return sum(self._line_height(line, width) for line in self._lines)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        column = self._column(width)
        for line in self._lines:
            for place, signer in enumerate(line):
                if signer:
                    self._draw_signer(pen, signer, x + place * (column + _GUTTER), y, column)
            y += self._line_height(line, width)

    def _draw_signer(self, pen: Pen, signer: Signer, x: float, y: float, width: float) -> None:
        for text in self._texts(signer)[:1]:
            text.draw(pen, x, y, width)
            y += text.height(width)
        y += _ROOM
        _, name, *lines = self._texts(signer)
        name.draw(pen, x, y, width)
        y += max(name.height(width), _NAME.leading)
        pen.line(x + width * 0.08, y + 1, x + width * 0.92, y + 1, 0.7)
        y += 5
        for text in lines:
            text.draw(pen, x, y, width)
            y += text.height(width)

    def _line_height(self, line: Sequence[Signer | None], width: float) -> float:
        return max(self._signer_height(signer, self._column(width)) for signer in line if signer)

    def _signer_height(self, signer: Signer, width: float) -> float:
        role, name, *lines = (text.height(width) for text in self._texts(signer))
        return role + _ROOM + max(name, _NAME.leading) + 5 + sum(lines)

    def _texts(self, signer: Signer) -> list[Text]:
        lines = [Text(line, _SMALL) for line in signer.lines]
        return [Text(signer.role, _CENTER), Text(signer.name, _NAME), *lines]

    def _column(self, width: float) -> float:
        return (width - _GUTTER) / _COLUMNS
