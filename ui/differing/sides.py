"""The values that differ, side by side, each with whence it comes and a button to take it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from resources.lines import in_one_line
from resources.words import Words
from ui.common.buttons import GhostButton
from ui.common.chip import Chip
from ui.common.differing_text import DifferingText
from ui.common.fitting_scroll import FittingScroll
from ui.common.flow_layout import FlowLayout
from ui.common.labels import PlainLabel
from ui.common.letters import px
from ui.common.look import set_look
from ui.differing.shortening import is_long, shortened
from ui.differing.view import SideView

# A text that a screen reader says of a button is no longer.
_SPOKEN = 80
_ACROSS = 3
_LEAST = 74
_GAP = 12


class Sides(QWidget):
    """Up to three values beside each other, more of them in further rows.

    The texts scroll together, so that the same passage stands at the same height; where they
    come from and the buttons stay in view.

    Attributes:
        buttons: those that choose, in order.
        is_long: whether what is equal in long texts is left out, unless it is asked for.

    Signals:
        chosen(int): one of them is to be the answer.
    """

    chosen = Signal(int)

    def __init__(self, words: Words, sides: Sequence[SideView]) -> None:
        super().__init__()
        self._words = words
        self._sides = sides
        self._frames: list[QFrame] = []
        self._texts: list[DifferingText] = []
        self.buttons: list[GhostButton] = []
        self.ground = _Texts()
        self.ground.fitted.connect(self._fit)
        heads, feet, self._grid = QGridLayout(), QGridLayout(), QGridLayout()
        # In three or fewer columns the heads stand above them; else each on its own text.
        self._inside = len(sides) > _ACROSS
        for number, side in enumerate(sides):
            self._add(number, side, heads, feet)
        self.ground.column.addLayout(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for grid in (heads, feet, self._grid):
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setSpacing(_GAP)
            for place in range(min(len(sides), _ACROSS)):
                grid.setColumnStretch(place, 1)
                grid.setColumnMinimumWidth(place, px(120))
        column.addLayout(heads)
        column.addWidget(self.ground, 1)
        column.addLayout(feet)

    def mark(self, number: int) -> None:
        """Show which one is the answer at the moment; -1 for none."""
        for place, frame in enumerate(self._frames):
            set_look(frame, "chosen", place == number)
            set_look(self.buttons[place], "chosen", place == number)
            chosen = self._words("deciding.chosen") if place == number else ""
            self.buttons[place].setAccessibleDescription(chosen)

    @property
    def is_long(self) -> bool:
        return any(is_long(side.spans) for side in self._sides)

    def show_whole(self, whole: bool) -> None:
        """Show long texts with all that is equal in them, or only what is near a change."""
        for text, side in zip(self._texts, self._sides, strict=True):
            text.show_spans(side.spans if whole else shortened(side.spans))
        self.ground.show_changes(self._texts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        """Leave room that nothing here needs to what stands below."""
        if not self.ground.is_fitted:
            return
        wanted = self.layout().totalHeightForWidth(max(self.width(), px(_LEAST)))
        others = wanted - min(self.ground.sizeHint().height(), self.ground.maximumHeight())
        self.setMaximumHeight(others + self.ground.maximumHeight())

    def _add(self, number: int, side: SideView, heads: QGridLayout, feet: QGridLayout) -> None:
        row, column = divmod(number, _ACROSS)
        frame = QFrame()
        frame.setObjectName("side")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(11, 8, 11, 8)
        head, foot = self._head(side), self._foot(number, side)
        text = DifferingText(self._words, f"{number + 1}. {side.place}. {side.origin}")
        text.show_spans(shortened(side.spans))
        self._texts.append(text)
        if self._inside:
            inner.addWidget(head)
        inner.addWidget(text)
        inner.addStretch(1)
        if self._inside:
            inner.addWidget(foot)
        else:
            heads.addWidget(head, 0, column, Qt.AlignmentFlag.AlignBottom)
            feet.addWidget(foot, 0, column)
        self._frames.append(frame)
        self._grid.addWidget(frame, row, column)

    def _head(self, side: SideView) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(PlainLabel(side.place, "head"))
        if side.origin:
            column.addWidget(PlainLabel(side.origin, "small"))
        return head

    def _foot(self, number: int, side: SideView) -> QWidget:
        foot = QWidget()
        # Facts go below the button where a column is narrow.
        row = FlowLayout(foot)
        keys = str(number + 1)
        button = GhostButton(side.act or self._words("deciding.take"), keys=keys)
        name = self._words("deciding.take_this", number=keys, text=in_one_line(side.text, _SPOKEN))
        button.setAccessibleName(name)
        button.setAutoDefault(False)
        button.setEnabled(side.able)
        button.clicked.connect(lambda _=False: self.chosen.emit(number))
        for sequence in (keys, f"Alt+{keys}"):
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(button.click)
        self.buttons.append(button)
        row.addWidget(button)
        for fact in side.facts:
            row.addWidget(Chip(fact))
        return foot


class _Texts(FittingScroll):
    """The texts under their heads, scrolled together."""

    def __init__(self) -> None:
        super().__init__(least=px(_LEAST))
        self._changes: list[DifferingText] = []
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._scroll())

    def show_changes(self, texts: Sequence[DifferingText]) -> None:
        self._changes = [*texts]
        for text in self._changes:
            text.go_to_change()
        self._scroll()

    def _scroll(self) -> None:
        """Scroll to the earliest first change; texts have their height only with their width."""
        places = [text.mapTo(self.widget(), text.cursorRect().topLeft()).y()
                  for text in self._changes]  # fmt: skip
        if places and min(places) + px(_LEAST) > self.height():
            self.verticalScrollBar().setValue(min(places) - px(_LEAST) // 2)
