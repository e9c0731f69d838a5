"""The register of answers: every input of a plan, what was answered and what it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from resources.words import Words
from ui.common.card import Card
from ui.common.chip import KeyHint
from ui.common.empty_state import EmptyState
from ui.common.labels import PlainLabel
from ui.common.screen import Screen, ScreenAction
from ui.responses.choosing import Choosing, choose, count_states
from ui.responses.filters import ResponseFilters
from ui.responses.table import ResponseTable
from ui.responses.view import ResponsesView

_HINTS = (("0–4", "answer"), ("F2", "reason"), ("Ctrl+O", "point"), ("Ctrl+J", "field"))
_PAPERS = (("pdf", False), ("xlsx", False), ("pdf", True), ("xlsx", True))


class ResponsesScreen(Screen):
    """Answers to inputs. The table has signals of its own.

    Attributes:
        table, filters: the inputs, and which of them are shown.

    Signals:
        print_requested(str, bool): what is shown is wanted as pdf or xlsx, for the public.
        plan_requested(str): another plan's inputs are wanted.
        home_requested(), meetings_requested(): there is no plan, or no input yet.
    """

    print_requested = Signal(str, bool)
    plan_requested = Signal(str)
    home_requested = Signal()
    meetings_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._view = ResponsesView(())
        self._said: object = None
        self.table = ResponseTable(words)
        self.filters = ResponseFilters(words)
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {
            "table": self._build_page(),
            "no_plan": self._build_empty("no_plan", self.home_requested.emit),
            "nothing": self._build_empty("nothing", self.meetings_requested.emit),
        }
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)
        self.filters.changed.connect(self._choose)
        self.table.order_requested.connect(self.filters.ask_order)

    def show_responses(self, view: ResponsesView) -> None:
        """Show the inputs of a plan; the filters stay as they are."""
        self._view = view
        self.filters.show_choices(view.answers)
        had_focus = self._has_focus()
        page = "no_plan" if view.plan is None else "table" if view.answers else "nothing"
        self._stack.setCurrentWidget(self._pages[page])
        self._choose()
        if had_focus and not self._has_focus():
            self.focus_start()

    def put_reason(self, point_id: str, reason: str) -> None:
        """Take notice of a reason that is being typed; its row stays where it stands."""
        answers = [
            replace(one, line=replace(one.line, reason=reason)) if one.id == point_id else one
            for one in self._view.answers
        ]
        self._view = replace(self._view, answers=answers)
        self.table.lines.put_reason(point_id, reason)
        self._show_counts()

    def shown_ids(self) -> list[str]:
        """Return what is shown, in its order."""
        return [one.id for one in self.table.lines.answers]

    def go_to(self, point_id: str) -> None:
        """Make an input the current one, whatever the filters were."""
        if self.table.lines.row_of(point_id) is None:
            self.filters.show_wish(Choosing())
            self._choose()
        self.table.go_to(point_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Put the rows in order after one was written in."""
        self._choose()

    def title(self) -> str:
        return self.words("shell.screens.responses")

    def subtitle(self) -> str:
        plan = self._view.plan
        return (plan.name or self.words("follow_ups.untitled_plan")) if plan else ""

    def header_actions(self) -> list[ScreenAction]:
        words, view = self.words, self._view
        if view.plan is None:
            return []
        actions: list[ScreenAction] = []
        if len(view.plans) > 1:
            actions.append(
                ScreenAction(
                    "plan", words("follow_ups.plan"), _nothing, "chevron-down",
                    choices=self._plan_choices(),
                )
            )  # fmt: skip
        choices: list[tuple[str, Callable[[], object]] | None] = [
            (
                words(f"responses_screen.papers.{ext}{'_public' if public else ''}"),
                partial(self.print_requested.emit, ext, public),
            )
            for ext, public in _PAPERS
        ]
        label = words("responses_screen.print")
        actions.append(
            ScreenAction(
                "print", label, _nothing, "printer", "Ctrl+P", primary=True,
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
        shown = len(self.table.lines.answers)
        return [*said, self.words("follow_ups.facts.shown", n=shown, all=len(every))]

    def focus_start(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, EmptyState) and page.button is not None:
            page.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._below.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filters.focus_search()

    def _choose(self) -> None:
        had_focus, wish = self.table.hasFocus(), self.filters.wish()
        self.table.show_answers(choose(self._view.answers, wish))
        self.table.show_order(wish.order, wish.descending)
        self._below.setCurrentIndex(0 if self.table.lines.answers else 1)
        if had_focus and not self.table.lines.answers:
            self.filters.focus_search()
        self._show_counts()

    def _show_counts(self) -> None:
        view = self._view
        self.filters.show_counts(count_states(view.answers, self.filters.wish()))
        said = (self.subtitle(), self.facts(), bool(view.answers), view.plans)
        if said != self._said:
            self._said = said
            self.title_changed.emit()

    def _show_all(self) -> None:
        self.filters.show_wish(Choosing())
        self._choose()
        self.focus_start()

    def _build_page(self) -> Card:
        card = Card(self.words("responses_screen.table"), padded=False)
        card.hide_head()
        self._below = QStackedWidget()
        self._below.addWidget(self.table)
        self._below.addWidget(self._build_empty("no_match", self._show_all))
        card.body.addWidget(self.filters)
        card.body.addWidget(self._below, 1)
        card.body.addWidget(self._build_foot())
        card.body.setSpacing(0)
        return card

    def _build_empty(self, name: str, run: Callable[[], object]) -> EmptyState:
        texts: Iterable[str] = (
            self.words(f"responses_screen.empty.{name}_{part}")
            for part in ("title", "text", "button")
        )
        empty = EmptyState("scale", *texts)
        empty.pressed.connect(run)
        return empty

    def _build_foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("cardFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(13, 6, 13, 6)
        row.setSpacing(6)
        for keys, name in _HINTS:
            row.addWidget(KeyHint(keys))
            label = self.words(f"responses_screen.hints.{name}")
            row.addWidget(PlainLabel(label, "small", wraps=False))
            row.addSpacing(8)
        row.addStretch(1)
        return foot

    def _plan_choices(self) -> list[tuple[str, Callable[[], object]] | None]:
        view, words = self._view, self.words
        choices: list[tuple[str, Callable[[], object]] | None] = []
        for plan in view.plans:
            name = plan.name or words("follow_ups.untitled_plan")
            if view.plan is not None and plan.id == view.plan.id:
                name = words("follow_ups.current", name=name)
            choices.append((name, partial(self.plan_requested.emit, plan.id)))
        return choices

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and focused.isVisible() and self.isAncestorOf(focused)


def _nothing() -> None:
    """A button with choices does nothing by itself."""
