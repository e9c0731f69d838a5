"""How the texts of the documents look: one family, few sizes, one ink for headings."""

from dataclasses import dataclass, replace
from typing import Literal

from exports.fonts import BOLD, REGULAR
from exports.pen import BLACK, Colour, colour

INK = colour("#1B2F4B")
MUTED = colour("#566170")
LINE = colour("#8592A3")
SHADE = colour("#E9EDF3")
DEEP_SHADE = colour("#D5DEE9")
ALARM = colour("#9B1C1C")


@dataclass(frozen=True)
class Style:
    """How a text looks; sizes in points.

    Attributes:
        gap: what is left free above each of its paragraphs but the first.
    """

    font: str = REGULAR
    size: float = 10.5
    leading: float = 14.8
    align: Literal["left", "center", "right", "justify"] = "left"
    ink: Colour = BLACK
    gap: float = 5

    @property
    def baseline(self) -> float:
        """Return how far the baseline stands below the line's top."""
        return (self.leading + 0.71 * self.size) / 2


PLAIN = Style()
BODY = Style(align="justify")
STRONG = Style(font=BOLD)
LABEL = replace(PLAIN, font=BOLD, ink=INK)
NOTE = Style(size=9, leading=12.8, ink=MUTED)
NOTE_CENTER = replace(NOTE, align="center")

LETTERHEAD = Style(font=BOLD, size=13, leading=18, align="center", ink=INK)
TITLE = Style(font=BOLD, size=14, leading=20, align="center", ink=INK)
SUBTITLE = Style(size=11, leading=16, align="center")
HEADING = Style(font=BOLD, size=11, leading=16, ink=INK)

CELL = Style(size=9.4, leading=13.2, gap=4)
CELL_STRONG = replace(CELL, font=BOLD)
CELL_CENTER = replace(CELL, align="center", gap=0.5)
CELL_HEAD = replace(CELL, font=BOLD, align="center", ink=INK)
FORM_NUMBER = Style(font=BOLD, size=11, leading=16, align="center", ink=MUTED)
FORM_TITLE = Style(font=BOLD, size=13, leading=18, ink=INK)
FORM_TITLE_CENTER = replace(FORM_TITLE, align="center")

MATRIX_TEXT = Style(size=8.2, leading=11.2, gap=3)
MATRIX_HEAD = replace(MATRIX_TEXT, font=BOLD, align="center", ink=INK)
MATRIX_FACT = Style(size=9.4, leading=13.2, gap=2)
MATRIX_LABEL = replace(MATRIX_FACT, font=BOLD, ink=INK)

COVER_TITLE = Style(font=BOLD, size=24, leading=32, align="center", ink=INK)
COVER_LINE = Style(size=13, leading=19, align="center", ink=MUTED)
CHAPTER = Style(font=BOLD, size=15, leading=21, ink=INK)
CHAPTER_TEXT = Style(align="justify", gap=7)
CONTENTS_OUTER = Style(font=BOLD, size=10.5, leading=15)
CONTENTS_INNER = Style(size=10, leading=14)
