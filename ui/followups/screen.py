"""The follow-ups of all meetings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.common.empty_state import EmptyState
from ui.common.screen import ScreenAction
from ui.followups.choosing import Choosing, choose, count_states
from ui.followups.filters import FollowUpFilters
from ui.followups.owners import owner_picks
from ui.followups.table import FollowUpTable
from ui.followups.view import FollowUpsView
from ui.lines.screen import Choices, LineScreen

if TYPE_CHECKING:
    from db.following import FollowUpLine

_HINTS = (("Enter", "edit"), ("", "done"), ("Delete", "drop"), ("Ctrl+O", "origin"))


class FollowUpsScreen(LineScreen):
    """What must happen after meetings. The table has signals of its own.

    Signals:
        creation_requested(): one that no point asks for is to be noted.
        print_requested(): what is shown is wanted on paper.
        plan_requested(str) has "" for the follow-ups of all plans.
    """

    table: FollowUpTable
    filters: FollowUpFilters
    creation_requested = Signal()
    print_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, FollowUpTable(words), FollowUpFilters(words), parent)
        self._view = FollowUpsView((), "")
        space = words("follow_ups.hints.space")
        self.add_pages(
            words("follow_ups.table.name"),
            [(keys or space, words(f"follow_ups.hints.{name}")) for keys, name in _HINTS],
            no_match=self._build_empty("no_match_", self.show_all),
            no_plan=self._build_empty("no_plan_", self.home_requested.emit),
            no_meeting=self._build_empty("", self.meetings_requested.emit, "empty.to_meetings"),
            nothing=self._build_empty("", self.creation_requested.emit, "actions.new"),
        )

    def show_follow_ups(self, view: FollowUpsView) -> None:
        """Show the follow-ups of a plan, or of all; the filters stay as they are."""
        self._view = view
        self.table.lines.today = view.today
        self.table.lines.with_plans = view.every_plan and len(view.plans) > 1
        self.table.choices.owners = owner_picks(view.directory, view.lines)
        self.filters.show_choices(view.lines)
        self.show_page(self._page())

    def update_lines(self, lines: Sequence[FollowUpLine]) -> None:
        """Bring some follow-ups up to date; one that is written in keeps its place."""
        news = {line.id: line for line in lines}
        every = [news.get(line.id, line) for line in self._view.lines]
        self._view = replace(self._view, lines=every)
        if self.table.writing.line_id in news:
            self.table.update_lines(lines)
            self.show_counts()
        else:
            self.filters.show_choices(every)
            self.choose()

    def shown(self) -> list[FollowUpLine]:
        """Return what is shown, in its order."""
        return list(self.table.lines.lines)

    def go_to(self, follow_up_id: str) -> None:
        """Make a follow-up the current one, whatever the filters were."""
        if self.table.lines.row_of(follow_up_id) is None:
            line = next((one for one in self._view.lines if one.id == follow_up_id), None)
            self.filters.show_wish(Choosing(state="open" if line and line.is_open else "all"))
            self.choose()
        self.table.go_to(follow_up_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def title(self) -> str:
        return self.words("shell.screens.followups")

    def subtitle(self) -> str:
        view = self._view
        if view.every_plan:
            return self.words("follow_ups.all_plans")
        return self.plan_name(view.plan) if view.plan else ""

    def header_actions(self) -> list[ScreenAction]:
        words, view = self.words, self._view
        if view.plan is None:
            return []
        actions: list[ScreenAction] = []
        if len(view.plans) > 1:
            actions.append(self.plan_action(self._plan_choices()))
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

    def _page(self) -> str:
        view = self._view
        if view.plan is None:
            return "no_plan"
        if view.lines:
            return "table"
        return "nothing" if view.meetings else "no_meeting"

    def chosen(self) -> list[FollowUpLine]:
        return choose(self._view.lines, self.filters.wish(), self._view.today)

    def counts(self) -> dict[str, int]:
        return count_states(self._view.lines, self.filters.wish(), self._view.today)

    def said(self) -> object:
        view = self._view
        return self.subtitle(), self.facts(), bool(view.lines), view.meetings, view.plans

    def unfiltered(self) -> Choosing:
        return Choosing(state="all")

    def _build_empty(self, name: str, run: Callable[[], object], button: str = "") -> EmptyState:
        keys = (f"empty.{name}title", f"empty.{name}text", button or f"empty.{name}button")
        return self.build_empty("list-checks", (f"follow_ups.{key}" for key in keys), run)

    def _plan_choices(self) -> Choices:
        view = self._view
        one = None if view.every_plan or view.plan is None else view.plan.id
        every = self.current_words(self.words("follow_ups.all_plans"), view.every_plan)
        plans = [self.plan_choice(plan, plan.id == one) for plan in view.plans]
        return [*plans, None, (every, partial(self.plan_requested.emit, ""))]
