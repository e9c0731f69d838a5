"""What waits, by reason, each line leading to where it can be settled."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from resources.words import Words
from ui.common.card import Card
from ui.common.empty_state import EmptyState
from ui.common.row_list import Row, RowList
from ui.home.rows import Destination, Group

# As many lines of a reason are shown at first; the rest is one press away.
_FIRST = 4


class WaitingCard(Card):
    """The list of what waits.

    Signals:
        opened(Destination): the person wants to go there.
    """

    opened = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("home.waiting.title"), padded=False, parent=parent)
        self._words = words
        self._groups: Sequence[Group] = ()
        self._whole: set[str] = set()
        self._leads: dict[str, Destination] = {}
        self.list = RowList(words("home.waiting.list"))
        self.list.opened.connect(self._open)
        nothing = EmptyState(
            "circle-check", words("home.waiting.nothing_title"), words("home.waiting.nothing_text")
        )
        self._pages = QStackedLayout()
        # Before its pages: it shows the first at once, which would be a window of its own.
        self.body.addLayout(self._pages, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(nothing)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show what waits."""
        self._groups = groups
        count = sum(len(group.rows) for group in groups)
        self.set_badge(str(count) if count else "")
        self._pages.setCurrentIndex(0 if groups else 1)
        self._show()

    def _show(self) -> None:
        self._leads = {}
        rows: list[Row] = []
        for group in self._groups:
            rows += self._rows_of(group)
        self.list.set_rows(rows)

    def _rows_of(self, group: Group) -> list[Row]:
        words = self._words
        count = (str(len(group.rows)), group.kind)
        head = Row(
            f"head:{group.key}", words(f"home.waiting.{group.key}"), chips=(count,), heading=True
        )
        # One line more is shown rather than a line that says so.
        few = len(group.rows) <= _FIRST + 1
        shown = group.rows if few or group.key in self._whole else group.rows[:_FIRST]
        self._leads |= {row.key: lead for row, lead in shown}
        rows = [head, *(row for row, _ in shown)]
        if not few:
            left = len(group.rows) - len(shown)
            text = words("home.waiting.more", n=left) if left else words("home.waiting.less")
            rows.append(Row(f"more:{group.key}", text, link=True))
        return rows

    def _open(self, key: str) -> None:
        kind, _, name = key.partition(":")
        if kind == "more":
            self._whole ^= {name}
            self._show()
        else:
            self.opened.emit(self._leads[key])
