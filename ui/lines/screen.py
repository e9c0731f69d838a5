"""A screen that shows one kind of record as a table, below what chooses among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from resources.words import Words
from ui.common.card import Card
from ui.common.chip import KeyHint
from ui.common.empty_state import EmptyState
from ui.common.labels import PlainLabel
from ui.common.menu import Choice
from ui.common.screen import Screen, ScreenAction
from ui.lines.filters import LineFilters
from ui.lines.table import LineTable

if TYPE_CHECKING:
    from db.overview import PlanLine

Choices = list[Choice | None]


class LineScreen(Screen):
    """Lines of the plan in view. The table has signals of its own.

    A subclass sets `_view`, what is shown of the plan, and says in `chosen`, `counts` and
    `said` what is made of it.

    Attributes:
        table, filters: the lines, and which of them are shown.

    Signals:
        plan_requested(str): another plan's lines are wanted.
        home_requested(), meetings_requested(): there is no plan, or no meeting yet.
    """

    plan_requested = Signal(str)
    home_requested = Signal()
    meetings_requested = Signal()

    def __init__(
        self, words: Words, table: LineTable, filters: LineFilters, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._said: object = None
        self.table, self.filters = table, filters
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        self.column.addWidget(self._stack)
        filters.changed.connect(self.choose)
        table.order_requested.connect(filters.ask_order)

    def chosen(self) -> Sequence[Any]:
        """Return the lines that the filters let through, in their order; override."""
        raise NotImplementedError

    def counts(self) -> Mapping[str, int]:
        """Return how many lines each filter of state would show; override."""
        raise NotImplementedError

    def said(self) -> object:
        """Return what title, subtitle, actions and facts come from; override."""
        raise NotImplementedError

    def unfiltered(self) -> Any:
        """Return the wish that lets every line through; override."""
        raise NotImplementedError

    def settle(self) -> None:
        """Put the rows in order after one was written in."""
        self.choose()

    def choose(self) -> None:
        """Show what the filters let through."""
        had_focus, wish = self.table.hasFocus(), self.filters.wish()
        self.table.show_lines(self.chosen())
        self.table.show_order(wish.order, wish.descending)
        self._below.setCurrentIndex(0 if self.table.lines.lines else 1)
        if had_focus and not self.table.lines.lines:
            self.filters.focus_search()
        self.show_counts()

    def show_counts(self) -> None:
        """Say in the filters and around the screen how many lines there are."""
        self.filters.show_counts(self.counts())
        said = self.said()
        if said != self._said:
            self._said = said
            self.title_changed.emit()

    def show_page(self, name: str) -> None:
        """Show a page and its lines; the focus goes to the new page if it was in the old one."""
        had_focus = self._has_focus()
        self._stack.setCurrentWidget(self._pages[name])
        self.choose()
        if had_focus and not self._has_focus():
            self.focus_start()

    def focus_start(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, EmptyState) and page.button is not None:
            page.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._below.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filters.focus_search()

    def add_pages(self, label: str, hints: Iterable[tuple[str, str]], **pages: EmptyState) -> None:
        """Add the table's page with hints of its keys, and those for when there is none.

        `no_match` is the one of them that stands in the table's place when the filters let
        nothing through.
        """
        self._pages = {"table": self._build_page(label, hints, pages.pop("no_match")), **pages}
        for page in self._pages.values():
            self._stack.addWidget(page)

    def build_empty(self, icon: str, texts: Iterable[str], run: Callable[[], object]) -> EmptyState:
        """Return a page with a title, a text and a button."""
        empty = EmptyState(icon, *(self.words(text) for text in texts))
        empty.pressed.connect(run)
        return empty

    def show_all(self) -> None:
        """Take all filters away."""
        self.filters.show_wish(self.unfiltered())
        self.choose()
        self.focus_start()

    def plan_action(self, choices: Choices) -> ScreenAction:
        """Return the header's button that chooses the plan."""
        label = self.words("follow_ups.plan")
        return ScreenAction("plan", label, lambda: None, "chevron-down", choices=choices)

    def plan_choice(self, plan: PlanLine, current: bool) -> Choice:
        """Return a plan's line in the menu of that button."""
        name = self.current_words(self.plan_name(plan), current)
        return name, partial(self.plan_requested.emit, plan.id)

    def current_words(self, name: str, current: bool) -> str:
        """Return a name, marked where it is what is shown already."""
        return self.words("follow_ups.current", name=name) if current else name

    def plan_name(self, plan: PlanLine) -> str:
        """Return what a plan is called, also when it has no name."""
        return plan.name or self.words("follow_ups.untitled_plan")

    def _build_page(
        self, label: str, hints: Iterable[tuple[str, str]], no_match: EmptyState
    ) -> Card:
        card = Card(label, padded=False)
        card.hide_head()
        self._below = QStackedWidget()
        self._below.addWidget(self.table)
        self._below.addWidget(no_match)
        card.body.addWidget(self.filters)
        card.body.addWidget(self._below, 1)
        card.body.addWidget(_foot(hints))
        card.body.setSpacing(0)
        return card

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and focused.isVisible() and self.isAncestorOf(focused)


def _foot(hints: Iterable[tuple[str, str]]) -> QFrame:
    foot = QFrame()
    foot.setObjectName("cardFoot")
    row = QHBoxLayout(foot)
    row.setContentsMargins(13, 6, 13, 6)
    row.setSpacing(6)
    for keys, text in hints:
        row.addWidget(KeyHint(keys))
        row.addWidget(PlainLabel(text, "small", wraps=False))
        row.addSpacing(8)
    row.addStretch(1)
    return foot
