"""What earlier meetings left open: in view while it waits, out of the way when dealt with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import IconButton
from ui.common.chip import Chip
from ui.common.labels import ElidedLabel, Line
from ui.followups.open_list import OpenFollowUps

if TYPE_CHECKING:
    from db.following import EarlierFollowUp

# More rows than these scroll in any case.
_ROWS = 12


class EarlierSection(QWidget):
    """A head that folds, and below it the follow-ups of earlier meetings.

    It unfolds by itself while something waits to be closed or carried on, folds when nothing
    does, and is gone when nothing is open at all. Whoever folds it is not overruled until
    something else waits.

    Attributes:
        open: the list, with the signals of what is done there.

    Signals:
        dealt_with(): the person has just dealt with the last of them.
    """

    dealt_with = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._waiting = 0
        self._aside = False
        self.open = OpenFollowUps(words)
        self._fold = IconButton("", "chevron-down")
        self._fold.clicked.connect(lambda _=False: self._show_list(self.open.isHidden()))
        self._chip = Chip()
        head = QHBoxLayout()
        head.setContentsMargins(13, 5, 7, 5)
        head.setSpacing(8)
        head.addWidget(ElidedLabel(words("follow_ups.earlier.head"), "head"))
        head.addWidget(self._chip)
        head.addStretch(1)
        head.addWidget(self._fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line())
        column.addLayout(head)
        column.addWidget(self.open, 1)
        self.hide()

    def show_follow_ups(self, items: Sequence[EarlierFollowUp], today: str) -> None:
        """Show what is open, as it stands on this ISO date."""
        waiting = sum(1 for item in items if not item.carried_by)
        late = any(item.line.is_overdue(today) and not item.carried_by for item in items)
        held = self.open.list.hasFocus()
        self.open.show_follow_ups(items, today)
        self.setVisible(bool(items) and not self._aside)
        if waiting:
            text = self._words("follow_ups.earlier.waiting", n=waiting)
            self._chip.show_chip(text, "danger" if late else "warning")
        else:
            text = self._words("follow_ups.earlier.all_carried", n=len(items))
            self._chip.show_chip(text if items else "", "success")
        if bool(waiting) != bool(self._waiting) or waiting > self._waiting:
            self._show_list(bool(waiting))
        self._waiting = waiting
        self._fit()
        if held and not waiting:
            self.dealt_with.emit()

    def set_aside(self, aside: bool) -> None:
        """Give the room to something else for a while."""
        self._aside = aside
        self.setVisible(bool(self.open.count()) and not aside)

    def waiting(self) -> int:
        """Return how many wait to be closed or carried on."""
        return self._waiting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _show_list(self, shown: bool) -> None:
        key = "fold" if shown else "unfold"
        if not shown and self.open.list.hasFocus():
            self._fold.setFocus(Qt.FocusReason.OtherFocusReason)
        self.open.setVisible(shown)
        self._fold.set_icon("chevron-down" if shown else "chevron-right")
        self._fold.set_label(self._words(f"follow_ups.earlier.{key}"))
        self._fit()

    def _fit(self) -> None:
        """Take no more room than the rows need; what is above has the rest."""
        rows = min(self.open.count(), _ROWS)
        heights = sum(self.open.list.sizeHintForRow(row) for row in range(rows))
        self.open.setMaximumHeight(heights + 2)
        self.open.setMinimumHeight(min(heights, 76))
