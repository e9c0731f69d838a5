"""Texts that are higher than their room: scrolled by whole lines, so that none is cut in two."""

import math
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from ui.common.look import set_look
from ui.projector.fitting import Line, line_in_view, line_on_top, whole_lines


class LineKeeper:
    """Lets the first and the last line in view be whole ones, wherever a text is scrolled to.

    Qt itself scrolls by pixels; the rest of the last line becomes a margin at the foot.
    """

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self._room, self._place, self._leads = 0, -1, False
        self._busy = False
        # A bar that comes and goes would break lines anew, and with them change what fits.
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def rest(self) -> None:
        """Leave the text alone until it is settled again: it is being written anew."""
        self._room = 0

    def keep(self, room: int, place: int = -1, leads: bool = False) -> None:
        """Settle a text in a room of this height; a place in it (-1: none) comes into view.

        `leads` brings it to the top, as where one begins to read.
        """
        self._room, self._place, self._leads = room, place, leads
        self._settle(place)

    def resize(self, room: int) -> None:
        """Settle anew what is settled, in a room of another height."""
        if self._room not in (0, room):
            self.keep(room, self._place, self._leads)

    def _on_scrolled(self) -> None:
        if self._room:
            self._settle(-1)

    def _settle(self, place: int) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            self._scroll(place)
        finally:
            self._busy = False

    def _scroll(self, place: int) -> None:
        view, room = self._view, self._room
        high = view.document().documentLayout().documentSize().height()
        set_look(view.verticalScrollBar(), "idle", high <= room)
        if high <= room:
            view.setViewportMargins(0, 0, 0, 0)
            return
        bar, lines = view.verticalScrollBar(), line_places(view)
        top = float(bar.value())
        if place >= 0:
            line = _line_of(view, place)
            led = self._leads
            top = line_on_top(lines, room, line) if led else line_in_view(lines, top, room, line)
        top, rest = whole_lines(lines, top, room)
        view.setViewportMargins(0, 0, 0, int(rest))
        # A step of less than a line would be taken back.
        steps = (after - line for (line, _), (after, _) in pairwise(lines))
        bar.setSingleStep(math.ceil(max(steps, default=1)))
        # Qt itself finds that out a moment later, and would not scroll so far now.
        bar.setMaximum(math.ceil(high) - view.viewport().height())
        bar.setValue(round(top))


def line_places(view: QTextEdit) -> list[Line]:
    """Return from where to where each line goes, in the document's pixels."""
    found: list[Line] = []
    block = view.document().begin()
    while block.isValid():
        layout = block.layout()
        top = layout.position().y()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            found.append((top + line.y(), top + line.y() + line.height()))
        block = block.next()
    return found


def _line_of(view: QTextEdit, place: int) -> Line:
    """Return from where to where the line goes that a place in the text stands in."""
    place = max(0, min(place, view.document().characterCount() - 1))
    block = view.document().findBlock(place)
    layout = block.layout()
    top = layout.position().y()
    line = layout.lineForTextPosition(place - block.position())
    return (top + line.y(), top + line.y() + line.height()) if line.isValid() else (top, top)
