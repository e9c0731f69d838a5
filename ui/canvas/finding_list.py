"""What a draft asks for and is not there: a line each, with the way to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.buttons import LinkButton
from ui.common.icons import IconLabel
from ui.common.labels import PlainLabel
from ui.common.letters import px
from ui.common.scroll import ScrollColumn

_ROW = 30
_GAP = 2
# Where the window is low, so many are in view and the others are scrolled to.
_LEAST = 3


class _Rows(ScrollColumn):
    """Wants all the height that it may have; Qt would be content with the least."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())


class FindingList(QWidget):
    """Lists findings below a line that says how many there are.

    Signals:
        place_requested(int): the person wants to mend a finding, by its number.
    """

    place_requested = Signal(int)

    def __init__(self, words: Words, most_rows: int = 6) -> None:
        super().__init__()
        self._words = words
        self._most = most_rows
        self._rows: list[QWidget] = []
        self._head = PlainLabel("", "label")
        self._found = _Rows()
        self._found.column.setSpacing(_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addWidget(self._found)

    def show_findings(self, findings: Sequence[str]) -> None:
        """Show these, in words."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        count = len(findings)
        met = self._words("drafts.freeze.met")
        self._head.setText(self._words("drafts.freeze.unmet", n=count) if count else met)
        self._rows = [self._row(number, text) for number, text in enumerate(findings)]
        for row in self._rows:
            self._found.column.addWidget(row)
        self._found.setVisible(bool(findings))
        self._found.setMinimumHeight(min(count, _LEAST) * px(_ROW))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        """Be as high as the rows in view are, of which long ones wrap."""
        width = self._found.viewport().width()
        shown = self._rows[: self._most]
        heights = [max(row.heightForWidth(width), row.sizeHint().height()) for row in shown]
        self._found.setMaximumHeight(sum(heights) + _GAP * len(heights) + 2)
        self._found.updateGeometry()

    def _row(self, number: int, text: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 4, 0)
        line.setSpacing(8)
        go = LinkButton(self._words("drafts.freeze.go"), "")
        go.setAccessibleName(self._words("drafts.freeze.go_to", finding=text))
        go.setAutoDefault(False)
        go.clicked.connect(lambda _=False: self.place_requested.emit(number))
        line.addWidget(IconLabel("triangle-alert", "warning", 16))
        line.addWidget(PlainLabel(text), 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(go)
        return row
