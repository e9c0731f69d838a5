"""The directory: all organisations at the left, the chosen one beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resources.words import Words
from ui.common.card import Card
from ui.common.empty_state import EmptyState
from ui.common.row_list import RowList
from ui.organisations.detail import AppearancesCard, JoiningCard, OrganisationCard
from ui.organisations.filters import Filters
from ui.organisations.rows import JOINED, fits, organisation_row
from ui.organisations.side_by_side import SideBySide
from ui.organisations.similar import SimilarBanner

if TYPE_CHECKING:
    from db.overview import Appearance, OrganisationLine

_WIDE = 660


class DirectoryPage(QWidget):
    """All organisations with search and filters, and one in detail.

    Signals:
        chosen(str): the person went to an organisation.
        new_requested(): a first organisation is wanted.
        removal_requested(str): this organisation shall be deleted.
    """

    chosen = Signal(str)
    new_requested = Signal()
    removal_requested = Signal(str)

    def __init__(self, words: Words, sectors: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: Sequence[OrganisationLine] = ()
        self._by_id: Mapping[str, OrganisationLine] = {}
        self.filters = Filters(words, sectors)
        self.list = RowList(words("organisations.directory.list"), chooses=True, title_lines=1)
        self.detail = OrganisationCard(words, sectors)
        self.joining = JoiningCard(words)
        self.appearances = AppearancesCard(words)
        self.similar = SimilarBanner(words)
        self._arrange()
        self.filters.changed.connect(self._filter)
        self.list.current_changed.connect(self.chosen)
        self.list.opened.connect(lambda _: self.detail.name.setFocus())
        self.list.removal_requested.connect(self.removal_requested)
        self.detail.removal_requested.connect(
            lambda: self.removal_requested.emit(self.list.current_key())
        )
        self.joining.opened.connect(self.chosen)

    def show_lines(self, lines: Sequence[OrganisationLine], current: str) -> None:
        """Show the directory, with one organisation marked."""
        self._lines = lines
        self._by_id = {line.id: line for line in lines}
        self._stack.setCurrentWidget(self._whole if lines else self._empty)
        self._card.set_badge(str(len(lines)) if lines else "")
        self.filters.show_counts(lines)
        wanted = self._by_id.get(current)
        if wanted is not None and not fits(wanted, self.filters.sector(), self.filters.text()):
            # Whoever comes from elsewhere shall see it.
            self.filters.clear(JOINED if wanted.same_as else "")
        self._show_rows()
        if current != self.list.current_key():
            self.list.set_current(current)

    def show_organisation(self, line: OrganisationLine | None, found: Sequence[Appearance]) -> None:
        """Show one organisation in detail, None for none."""
        self._right.setCurrentIndex(0 if line else 1)
        if line is not None:
            self.detail.show_line(line)
            self.joining.show_line(line, self._by_id)
            self.appearances.show_appearances(found)

    def neighbour(self, organisation_id: str) -> str:
        """Return the organisation that stands after one in the list, or else before it."""
        keys = [row.key for row in self.list.rows()]
        if organisation_id not in keys:
            return ""
        place = keys.index(organisation_id)
        others = [*keys[place + 1 : place + 2], *keys[max(0, place - 1) : place]]
        return next(iter(others), "")

    def focus_start(self) -> None:
        """Put the focus where an organisation is searched for."""
        if self._lines:
            self.filters.line.setFocus()
        elif self._empty.button:
            self._empty.button.setFocus()

    def _filter(self) -> None:
        self._show_rows()
        # What is shown beside the list is one that the list has.
        if not self.list.current_key() and self.list.first_key():
            self.list.set_current(self.list.first_key())
            self.chosen.emit(self.list.first_key())

    def _show_rows(self) -> None:
        sector, text = self.filters.sector(), self.filters.text()
        shown = [line for line in self._lines if fits(line, sector, text)]
        self.list.set_rows([organisation_row(self._words, line, self._by_id) for line in shown])
        self._found.setCurrentIndex(0 if shown else 1)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._build_list(), 4)
        row.addWidget(self._build_right(), 8)
        self._whole = QWidget()
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self.similar)
        whole.addLayout(row, 1)
        self._empty = self._build_empty()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._whole)
        self._stack.addWidget(self._empty)
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _build_empty(self) -> EmptyState:
        words = self._words
        empty = EmptyState(
            "building-2", words("organisations.directory.empty_title"),
            words("organisations.directory.empty_text"),
            words("organisations.directory.new"), "plus",
        )  # fmt: skip
        empty.pressed.connect(self.new_requested)
        return empty

    def _build_list(self) -> Card:
        self._found = QStackedWidget()
        self._found.addWidget(self.list)
        nothing = self._words("organisations.directory.nothing_found")
        self._found.addWidget(EmptyState("search", nothing, ""))
        self._card = Card(self._words("organisations.directory.title"), keys="Alt+1", padded=False)
        self._card.body.setSpacing(0)
        self._card.body.addWidget(self.filters)
        self._card.body.addWidget(self._found, 1)
        return self._card

    def _build_right(self) -> QStackedWidget:
        words = self._words
        nothing_chosen = EmptyState(
            "building-2", words("organisations.directory.nothing_chosen_title"),
            words("organisations.directory.nothing_chosen_text"),
        )  # fmt: skip
        cards = ([self.detail, self.joining], [self.appearances], [self.appearances], _WIDE)
        self._right = QStackedWidget()
        self._right.addWidget(SideBySide(*cards))
        self._right.addWidget(nothing_chosen)
        return self._right
