"""A list of records in a card, or what to do while there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.common.card import Card
from ui.common.empty_state import EmptyState
from ui.common.row_list import Row, RowList


class RecordCard(Card):
    """Rows that lead to their record.

    Args:
        title: the card's head.
        label: the list's name for the screen reader.
        empty: what stands there while there are no rows, with its button.

    Signals:
        opened(str): the person wants to go to a record.
        first_requested(): the button of the empty card was used.
    """

    opened = Signal(str)
    first_requested = Signal()

    def __init__(
        self, title: str, label: str, empty: EmptyState, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, padded=False, parent=parent)
        self.list = RowList(label)
        self.list.opened.connect(self.opened)
        self.empty = empty
        empty.pressed.connect(self.first_requested)
        self._pages = QStackedLayout()
        # Before its pages: it shows the first at once, which would be a window of its own.
        self.body.addLayout(self._pages, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(empty)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these records."""
        self.set_badge(str(len(rows)) if rows else "")
        self._pages.setCurrentIndex(0 if rows else 1)
        self.list.set_rows(rows)
