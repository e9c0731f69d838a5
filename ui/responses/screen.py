"""The register of answers: every input of a plan, what was answered and what it changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.common.empty_state import EmptyState
from ui.common.screen import ScreenAction, only_choices
from ui.lines.screen import Choices, LineScreen
from ui.responses.choosing import Choosing, choose, count_states
from ui.responses.filters import ResponseFilters
from ui.responses.table import ResponseTable
from ui.responses.view import ResponsesView

if TYPE_CHECKING:
    from db.canvas_changes import AnsweredInput

_HINTS = (("0–4", "answer"), ("F2", "reason"), ("Ctrl+O", "point"), ("Ctrl+J", "field"))
_PAPERS = (("pdf", False), ("xlsx", False), ("pdf", True), ("xlsx", True))


class ResponsesScreen(LineScreen):
    """Answers to inputs. The table has signals of its own.

    Signals:
        print_requested(str, bool): what is shown is wanted as pdf or xlsx, for the public.
    """

    table: ResponseTable
    filters: ResponseFilters
    print_requested = Signal(str, bool)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, ResponseTable(words), ResponseFilters(words), parent)
        self._view = ResponsesView(())
        self.add_pages(
            words("responses_screen.table"),
            [(keys, words(f"responses_screen.hints.{name}")) for keys, name in _HINTS],
            no_match=self._build_empty("no_match", self.show_all),
            no_plan=self._build_empty("no_plan", self.home_requested.emit),
            nothing=self._build_empty("nothing", self.meetings_requested.emit),
        )

    def show_responses(self, view: ResponsesView) -> None:
        """Show the inputs of a plan; the filters stay as they are."""
        self._view = view
        self.filters.show_choices(view.answers)
        page = "no_plan" if view.plan is None else "table" if view.answers else "nothing"
        self.show_page(page)

    def put_reason(self, point_id: str, reason: str) -> None:
        """Take notice of a reason that is being typed; its row stays where it stands."""
        answers = [
            replace(one, line=replace(one.line, reason=reason)) if one.id == point_id else one
            for one in self._view.answers
        ]
        self._view = replace(self._view, answers=answers)
        self.table.lines.put(point_id, "reason", reason)
        self.show_counts()

    def shown_ids(self) -> list[str]:
        """Return what is shown, in its order."""
        return [one.id for one in self.table.lines.lines]

    def go_to(self, point_id: str) -> None:
        """Make an input the current one, whatever the filters were."""
        if self.table.lines.row_of(point_id) is None:
            self.filters.show_wish(Choosing())
            self.choose()
        self.table.go_to(point_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def title(self) -> str:
        return self.words("shell.screens.responses")

    def subtitle(self) -> str:
        plan = self._view.plan
        return self.plan_name(plan) if plan else ""

    def header_actions(self) -> list[ScreenAction]:
        words, view = self.words, self._view
        if view.plan is None:
            return []
        actions: list[ScreenAction] = []
        if len(view.plans) > 1:
            actions.append(self.plan_action(self._plan_choices()))
        choices: Choices = [
            (
                words(f"responses_screen.papers.{ext}{'_public' if public else ''}"),
                partial(self.print_requested.emit, ext, public),
            )
            for ext, public in _PAPERS
        ]
        label = words("responses_screen.print")
        actions.append(
            ScreenAction(
                "print", label, only_choices, "printer", "Ctrl+P", primary=True,
                enabled=bool(view.answers), choices=choices,
            )
        )  # fmt: skip
        return actions

    def facts(self) -> list[str]:
        every = self._view.answers
        if not every:
            return []
        waiting = count_states(every, Choosing())["unanswered"]
        said = [self.words("responses_screen.facts.all", n=len(every))]
        if waiting:
            said.append(self.words("responses_screen.facts.unanswered", n=waiting))
        shown = len(self.table.lines.lines)
        return [*said, self.words("follow_ups.facts.shown", n=shown, all=len(every))]

    def chosen(self) -> list[AnsweredInput]:
        return choose(self._view.answers, self.filters.wish())

    def counts(self) -> dict[str, int]:
        return count_states(self._view.answers, self.filters.wish())

    def said(self) -> object:
        view = self._view
        return self.subtitle(), self.facts(), bool(view.answers), view.plans

    def unfiltered(self) -> Choosing:
        return Choosing()

    def _build_empty(self, name: str, run: Callable[[], object]) -> EmptyState:
        keys = (f"responses_screen.empty.{name}_{part}" for part in ("title", "text", "button"))
        return self.build_empty("scale", keys, run)

    def _plan_choices(self) -> Choices:
        here = self._view.plan.id if self._view.plan is not None else None
        return [self.plan_choice(plan, plan.id == here) for plan in self._view.plans]
