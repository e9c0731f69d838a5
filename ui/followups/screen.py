"""The follow-ups of all meetings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from resources.words import Words
from ui.common.card import Card
from ui.common.chip import KeyHint
from ui.common.empty_state import EmptyState
from ui.common.labels import PlainLabel
from ui.common.screen import Screen, ScreenAction
from ui.followups.choosing import Choosing, choose, count_states
from ui.followups.filters import Filters
from ui.followups.owners import owner_picks
from ui.followups.table import FollowUpTable
from ui.followups.view import FollowUpsView

if TYPE_CHECKING:
    from db.following import FollowUpLine
    from db.overview import PlanLine

_HINTS = (("Enter", "edit"), ("", "done"), ("Delete", "drop"), ("Ctrl+O", "origin"))


class FollowUpsScreen(Screen):
    """What must happen after meetings. The table has signals of its own.

    Attributes:
        table, filters: the follow-ups, and which of them are shown.

    Signals:
        creation_requested(): one that no point asks for is to be noted.
        print_requested(): what is shown is wanted on paper.
        plan_requested(str): another plan's are wanted, "" for those of all plans.
        home_requested(), meetings_requested(): there is no plan, or no meeting yet.
    """

    creation_requested = Signal()
    print_requested = Signal()
    plan_requested = Signal(str)
    home_requested = Signal()
    meetings_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._view = FollowUpsView((), "")
        self._said: object = None
        self.table = FollowUpTable(words)
        self.filters = Filters(words)
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {
            "table": self._build_page(),
            "no_plan": self._build_empty("no_plan_", self.home_requested.emit),
            "no_meeting": self._build_empty("", self.meetings_requested.emit, "to_meetings"),
            "nothing": self._build_empty("", self.creation_requested.emit, ""),
        }
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)
        self.filters.changed.connect(self._choose)
        self.table.order_requested.connect(self.filters.ask_order)

    def show_follow_ups(self, view: FollowUpsView) -> None:
        """Show the follow-ups of a plan, or of all; the filters stay as they are."""
        self._view = view
        self.table.lines.today = view.today
        self.table.lines.with_plans = view.every_plan and len(view.plans) > 1
        self.table.choices.owners = owner_picks(view.directory, view.lines)
        self.filters.show_choices(view.lines)
        had_focus = self._has_focus()
        self._stack.setCurrentWidget(self._pages[self._page()])
        self._choose()
        if had_focus and not self._has_focus():
            self.focus_start()

    def update_lines(self, lines: Sequence[FollowUpLine]) -> None:
        """Bring some follow-ups up to date; one that is written in keeps its place."""
        from dataclasses import replace

        news = {line.id: line for line in lines}
        every = [news.get(line.id, line) for line in self._view.lines]
        self._view = replace(self._view, lines=every)
        if self.table.writing.follow_up_id in news:
            self.table.update_lines(lines)
            self._show_counts()
        else:
            self.filters.show_choices(every)
            self._choose()

    def shown(self) -> list[FollowUpLine]:
        """Return what is shown, in its order."""
        return list(self.table.lines.lines)

    def go_to(self, follow_up_id: str) -> None:
        """Make a follow-up the current one, whatever the filters were."""
        if self.table.lines.row_of(follow_up_id) is None:
            line = next((one for one in self._view.lines if one.id == follow_up_id), None)
            self.filters.show_wish(Choosing(state="open" if line and line.is_open else "all"))
            self._choose()
        self.table.go_to(follow_up_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Put the rows in order after one was written in."""
        self._choose()

    def title(self) -> str:
        return self.words("shell.screens.followups")

    def subtitle(self) -> str:
        view = self._view
        if view.every_plan:
            return self.words("follow_ups.all_plans")
        return self._name(view.plan) if view.plan else ""

    def header_actions(self) -> list[ScreenAction]:
        words, view = self.words, self._view
        if view.plan is None:
            return []
        actions: list[ScreenAction] = []
        if len(view.plans) > 1:
            actions.append(
                ScreenAction(
                    "plan", words("follow_ups.plan"), lambda: None, "chevron-down",
                    choices=self._plan_choices(),
                )
            )  # fmt: skip
        paper, new = words("follow_ups.actions.print"), words("follow_ups.actions.new")
        wish = self.print_requested.emit
        able = bool(view.lines)
        actions.append(ScreenAction("print", paper, wish, "printer", "Ctrl+P", enabled=able))
        if view.meetings:
            wish = self.creation_requested.emit
            actions.append(ScreenAction("new", new, wish, "plus", "Ctrl+N", primary=True))
        return actions

    def facts(self) -> list[str]:
        every = self._view.lines
        if not every:
            return []
        counts = count_states(every, Choosing(), self._view.today)
        said = [self.words(f"follow_ups.facts.{name}", n=counts[name]) for name in ("all", "open")]
        if counts["overdue"]:
            said.append(self.words("follow_ups.facts.overdue", n=counts["overdue"]))
        shown = len(self.table.lines.lines)
        return [*said, self.words("follow_ups.facts.shown", n=shown, all=len(every))]

    def focus_start(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, EmptyState) and page.button is not None:
            page.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._below.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filters.focus_search()

    def _page(self) -> str:
        view = self._view
        if view.plan is None:
            return "no_plan"
        if view.lines:
            return "table"
        return "nothing" if view.meetings else "no_meeting"

    def _choose(self) -> None:
        view, wish = self._view, self.filters.wish()
        had_focus = self.table.hasFocus()
        self.table.show_lines(choose(view.lines, wish, view.today))
        self.table.show_order(wish.order, wish.descending)
        self._below.setCurrentIndex(0 if self.table.lines.lines else 1)
        if had_focus and not self.table.lines.lines:
            self.filters.focus_search()
        self._show_counts()

    def _show_counts(self) -> None:
        view = self._view
        self.filters.show_counts(count_states(view.lines, self.filters.wish(), view.today))
        said = (self.subtitle(), self.facts(), bool(view.lines), view.meetings, view.plans)
        if said != self._said:
            self._said = said
            self.title_changed.emit()

    def _show_all(self) -> None:
        self.filters.show_wish(Choosing(state="all"))
        self._choose()
        self.focus_start()

    def _build_page(self) -> Card:
        card = Card(self.words("follow_ups.table.name"), padded=False)
        card.hide_head()
        self._below = QStackedWidget()
        self._below.addWidget(self.table)
        self._below.addWidget(self._build_empty("no_match_", self._show_all))
        card.body.addWidget(self.filters)
        card.body.addWidget(self._below, 1)
        card.body.addWidget(self._build_foot())
        card.body.setSpacing(0)
        return card

    def _build_empty(
        self, name: str, run: Callable[[], object], button: str | None = None
    ) -> EmptyState:
        words = self.words
        key = f"{name}button" if button is None else button
        empty = EmptyState(
            "list-checks",
            words(f"follow_ups.empty.{name}title"),
            words(f"follow_ups.empty.{name}text"),
            words(f"follow_ups.empty.{key}") if key else words("follow_ups.actions.new"),
        )
        empty.pressed.connect(run)
        return empty

    def _build_foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("cardFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(13, 6, 13, 6)
        row.setSpacing(6)
        for keys, name in _HINTS:
            row.addWidget(KeyHint(keys or self.words("follow_ups.hints.space")))
            row.addWidget(PlainLabel(self.words(f"follow_ups.hints.{name}"), "small", wraps=False))
            row.addSpacing(8)
        row.addStretch(1)
        return foot

    def _plan_choices(self) -> list[tuple[str, Callable[[], object]] | None]:
        view, words = self._view, self.words
        choices: list[tuple[str, Callable[[], object]] | None] = []
        for plan in view.plans:
            current = not view.every_plan and view.plan is not None and plan.id == view.plan.id
            choices.append(
                (
                    self._choice(self._name(plan), current),
                    partial(self.plan_requested.emit, plan.id),
                )
            )
        every = self._choice(words("follow_ups.all_plans"), view.every_plan)
        return [*choices, None, (every, partial(self.plan_requested.emit, ""))]

    def _choice(self, name: str, current: bool) -> str:
        return self.words("follow_ups.current", name=name) if current else name

    def _name(self, plan: PlanLine) -> str:
        return plan.name or self.words("follow_ups.untitled_plan")

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and focused.isVisible() and self.isAncestorOf(focused)
