"""What happened to a section of the canvas of late, and the way to all that it ever said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.canvas.panel_head import PanelHead
from ui.common.buttons import LinkButton
from ui.common.labels import PlainLabel
from ui.common.rows import Row
from ui.common.whole_list import WholeList


class SectionPast(QWidget):
    """The latest changes and the drafts between them.

    Signals:
        opened(str): a row was opened, by its key.
        history_requested(): the whole past of the section is wanted.
    """

    opened = Signal(str)
    history_requested = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.list = WholeList(words("canvas.past.title"), title_lines=1)
        self.list.opened.connect(self.opened)
        self._none = PlainLabel(words("canvas.past.none"), "small")
        self._none.setContentsMargins(13, 9, 13, 2)
        self.history = LinkButton(words("canvas.past.all"), "history", "Ctrl+Shift+H")
        self.history.clicked.connect(lambda _=False: self.history_requested.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        column.addWidget(PanelHead(words("canvas.past.title")))
        column.addWidget(self._none)
        column.addWidget(self.list)
        column.addSpacing(6)
        line = QVBoxLayout()
        line.setContentsMargins(7, 0, 7, 0)
        line.addWidget(self.history, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(line)
        self.show_rows(None)

    def show_rows(self, rows: Sequence[Row] | None) -> None:
        """Show these; None while they are still to be read."""
        self.list.set_rows(rows or ())
        self.list.setVisible(bool(rows))
        self._none.setVisible(rows is not None and not rows)
