"""How much room the rows of a RowList take, and where their parts stand."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetrics

from ui.common.letters import px, sized
from ui.common.rows import Row, RowChip
from ui.common.wrapping import break_lines

if TYPE_CHECKING:
    from ui.common.row_list import RowList

SIDE = 13
BAR = 5
CHIP_HEIGHT = 19
LEAD_GAP = 10
_GAP = 8
_CHIP_SIDE = 9
_LEAST_TITLE = 96
_KEPT = 4000


@dataclass(frozen=True)
class RowShape:
    """Where a row's parts stand: the title's lines, the row's height, the chips beside the title.

    The other chips stand beside the note; where the title has none, they have their own line.
    """

    lines: tuple[str, ...]
    cut: bool
    height: int
    beside: int = 0


class RowShapes:
    """Measures rows, each once for a width.

    Args:
        title_lines: how many lines a title may take.
        top: the room above and below a row.
        aside: tells the room beside a row's title that something else is drawn in.
    """

    def __init__(
        self, view: "RowList", title_lines: int, top: int, aside: Callable[[Row], int]
    ) -> None:
        self._view = view
        self._title_lines = title_lines
        self._top = top
        self._aside = aside
        self._shapes: dict[tuple[Row, int], RowShape] = {}
        self._lead = -1

    def forget(self, clear: bool = True) -> None:
        """Measure anew: the letters or the width (all), or only the rows, are other ones."""
        self._lead = -1
        if clear or len(self._shapes) > _KEPT:
            self._shapes.clear()

    def of(self, row: Row) -> RowShape:
        """Return the shape of a row at the list's width, measured once."""
        width = self._view.viewport().width()
        key = (row, width)
        if key not in self._shapes:
            self._shapes[key] = self._measure(row, width)
        return self._shapes[key]

    def is_cut(self, row: Row) -> bool:
        """Tell whether not all of a row's words can be seen."""
        room = self._view.viewport().width() - 2 * SIDE - self.lead_width()
        metrics = QFontMetrics(self.font(12))
        note = max(metrics.horizontalAdvance(line) for line in row.note.split("\n"))
        shape = self.of(row)
        if shape.beside:
            rest = self.chip_widths(row.chips[: len(row.chips) - shape.beside])
            room -= sum(width + 5 for width in rest)
        return shape.cut or note > room

    def chip_widths(self, chips: tuple[RowChip, ...]) -> list[int]:
        """Return how wide each chip is."""
        metrics = QFontMetrics(self.font(12, QFont.Weight.DemiBold))
        return [metrics.horizontalAdvance(text) + 2 * _CHIP_SIDE for text, _ in chips]

    def lead_width(self) -> int:
        """Return the room for what stands before the titles, the same for all rows."""
        if self._lead < 0:
            metrics = QFontMetrics(self.font())
            leads = {row.lead for row in self._view.rows() if row.lead}
            widest = max((metrics.horizontalAdvance(lead) for lead in leads), default=0)
            self._lead = widest + LEAD_GAP if widest else 0
        return self._lead

    def title_font(self, row: Row) -> QFont:
        """Return the letters of a row's title."""
        return self.font(0, QFont.Weight.DemiBold if row.strong else QFont.Weight.Normal)

    def font(self, size: int = 0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return letters of a size (0: the list's own)."""
        return sized(self._view.font(), size, weight)

    def _measure(self, row: Row, width: int) -> RowShape:
        if row.heading:
            return RowShape((row.title,), False, px(34))
        font = self.title_font(row)
        whole = width - 2 * SIDE - self.lead_width() - self._aside(row)
        beside, room = self._beside(row.chips, whole)
        lines, cut = break_lines(row.title, font, max(60, room), self._title_lines)
        height = 2 * self._top + len(lines) * line_height(font)
        lines_below = row.note.count("\n") + 1 if row.note else 0
        note = QFontMetrics(self.font(12)).lineSpacing() * lines_below + 3 if row.note else 0
        below = px(CHIP_HEIGHT) + 5 if beside < len(row.chips) else 0
        height += max(note, below) if beside else note + below
        if row.bar is not None:
            height += BAR + 4
        return RowShape(lines, cut, height, beside)

    def _beside(self, chips: tuple[RowChip, ...], whole: int) -> tuple[int, int]:
        """Return how many chips stand beside a title, and the room that they leave it.

        A name is not broken into pieces for the sake of what stands beside it.
        """
        if not chips:
            return 0, whole
        for number in dict.fromkeys((len(chips), 1)):
            widths = self.chip_widths(chips[-number:])
            room = whole - sum(widths) - 5 * (number - 1) - _GAP
            if room >= px(_LEAST_TITLE):
                return number, room
        return 0, whole


def line_height(font: QFont) -> int:
    """Return how far the lines of a title stand from each other."""
    return round(QFontMetrics(font).lineSpacing() * 1.15)
