"""The home screen: the plan in view, what it holds, and what waits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from resources.forms import form_title
from resources.words import Words
from ui.common.dates import format_month
from ui.common.menu import Choice
from ui.common.screen import Screen, ScreenAction
from ui.home.overview import OverviewPage
from ui.home.plan_page import PlanPage
from ui.home.welcome import WelcomePage

if TYPE_CHECKING:
    from db.overview import DifferingRecord, PlanLine, PlanOverview
    from db.records import Plan

# As many other plans as a menu can show without becoming a list to search.
_MOST_PLANS = 20


class HomeScreen(Screen):
    """Welcome while there is no plan, else the overview of one, or its data.

    Signals:
        opened(Destination): the person wants to go there.
        plan_chosen(str): another plan shall be in view.
        plan_requested(), meeting_requested(str), commitment_requested(): something new, a
            meeting of this kind ("" for another).
        receive_requested(): a session file shall be received.
        sample_requested(), sample_removal_requested(): the sample shall come, or go.
        plan_removal_requested(): the plan in view shall go.
        field_edited(str, str, object), field_left(str, str): the plan's data were typed.
    """

    opened = Signal(object)
    plan_chosen = Signal(str)
    plan_requested = Signal()
    meeting_requested = Signal(str)
    commitment_requested = Signal()
    receive_requested = Signal()
    sample_requested = Signal()
    sample_removal_requested = Signal()
    plan_removal_requested = Signal()
    field_edited = Signal(str, str, object)
    field_left = Signal(str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._overview: PlanOverview | None = None
        self._plans: Sequence[PlanLine] = ()
        self._said: tuple[object, ...] = ()
        self.welcome = WelcomePage(words)
        self.page = OverviewPage(words)
        self.plan_page = PlanPage(words)
        self._stack = QStackedWidget()
        for page in (self.welcome, self.page, self.plan_page):
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)
        self._connect()

    def show_welcome(self) -> None:
        """Say what Rembuk is and how to begin."""
        self._overview = None
        self._plans = ()
        self._go_to(self.welcome)

    def show_overview(
        self,
        overview: PlanOverview,
        plans: Sequence[PlanLine],
        differing: Sequence[DifferingRecord],
        today: str,
    ) -> None:
        """Show a plan with what it holds and what waits, or go on showing its data."""
        before = self._overview.plan.id if self._overview else ""
        self._overview = overview
        self._plans = plans
        self.page.show_overview(overview, differing, today)
        self.plan_page.show_plan(overview.plan)
        if self._stack.currentWidget() is self.welcome or before != overview.plan.id:
            self._go_to(self.page)
        self._tell_title()

    def show_plan(self, plan: Plan) -> None:
        """Bring up to date what is said about the plan while its data are typed."""
        from dataclasses import replace

        if self._overview is not None and self._overview.plan.id == plan.id:
            self._overview = replace(self._overview, plan=plan)
            self._tell_title()

    def edit_plan(self) -> None:
        """Open the plan's data."""
        if self._overview is not None:
            self._go_to(self.plan_page)

    def is_editing_plan(self) -> bool:
        """Whether the plan's data are open."""
        return self._stack.currentWidget() is self.plan_page

    def title(self) -> str:
        if self._overview is None:
            return self.words("home.title")
        plan = self._overview.plan
        return plan.short_title or plan.title or self.words("home.band.untitled")

    def subtitle(self) -> str:
        if self._overview is None:
            return ""
        plan = self._overview.plan
        form = form_title(plan.form, self.words.language)
        parts = (self._period(plan), self._stage(self._overview), form)
        return " · ".join(part for part in parts if part)

    def header_actions(self) -> list[ScreenAction]:
        words = self.words
        if self._overview is None:
            return []
        if self.is_editing_plan():
            remove = self.plan_removal_requested.emit
            done = words("home.actions.done")
            return [
                ScreenAction("delete", words("home.actions.delete_plan"), remove, "trash-2"),
                ScreenAction("done", done, self._close_plan, "check", primary=True),
            ]
        receive, meeting = words("home.actions.receive"), words("home.actions.new_meeting")
        return [
            ScreenAction("plan", words("home.band.plan"), self.edit_plan, "flag",
                         choices=self._plan_choices()),
            ScreenAction("receive", receive, self.receive_requested.emit, "inbox"),
            ScreenAction("meeting", meeting, lambda: None, "plus", "Ctrl+N", True,
                         choices=self._meeting_choices()),
        ]  # fmt: skip

    def new_actions(self) -> list[ScreenAction]:
        """Return what begins something new in the plan in view."""
        meeting, commitment = (
            self.words(f"home.actions.{name}") for name in ("new_meeting", "new_commitment")
        )
        return [
            ScreenAction("meeting", meeting, lambda: None, "plus", choices=self._meeting_choices()),
            ScreenAction("commitment", commitment, self.commitment_requested.emit, "plus"),
        ]

    def facts(self) -> list[str]:
        if self._overview is None:
            return []
        counts = {
            "meetings": len(self._overview.meetings),
            "commitments": len(self._overview.commitments),
        }
        return [self.words(f"home.facts.{name}", n=n) for name, n in counts.items()]

    def focus_start(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, WelcomePage | OverviewPage | PlanPage):
            page.focus_start()

    def _plan_choices(self) -> list[Choice | None]:
        words, shown = self.words, self._overview.plan.id if self._overview else ""
        choices: list[Choice | None] = [
            (words("home.band.edit"), self.edit_plan),
            (words("home.band.new"), self.plan_requested.emit),
        ]
        if len(self._plans) > 1:
            choices.append(None)
        for plan in self._plans[:_MOST_PLANS] if len(self._plans) > 1 else ():
            name = plan.name or words("home.band.untitled")
            name = words("home.band.current", name=name) if plan.id == shown else name
            choices.append((name, lambda key=plan.id: self.plan_chosen.emit(key)))
        return choices

    def _meeting_choices(self) -> list[Choice | None]:
        kinds = self.words.table("documents.meeting_kinds")
        choices: list[Choice | None] = [
            (name, lambda kind=kind: self.meeting_requested.emit(kind))
            for kind, name in kinds.items()
        ]
        other = self.words("home.actions.other_meeting")
        return [*choices, None, (other, lambda: self.meeting_requested.emit(""))]

    def _period(self, plan: Plan) -> str:
        months = [format_month(self.words, month) for month in (plan.start, plan.end) if month]
        if len(months) < 2:
            return "".join(months)
        return self.words("home.band.period", start=months[0], end=months[1])

    def _stage(self, overview: PlanOverview) -> str:
        """Say where the plan stands: the stage of its latest meeting that names one."""
        stages = overview.plan.stages
        number = next((line.stage for line in overview.meetings if line.stage), None)
        if number is None or number > len(stages):
            return ""
        return self.words("home.band.stage", n=number, of=len(stages), stage=stages[number - 1])

    def _close_plan(self) -> None:
        self._go_to(self.page)

    def _go_to(self, page: WelcomePage | OverviewPage | PlanPage) -> None:
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        changed = self._stack.currentWidget() is not page
        self._stack.setCurrentWidget(page)
        self._tell_title()
        if changed and (had_focus or page is self.plan_page) and self.isVisible():
            page.focus_start()

    def _tell_title(self) -> None:
        said = (
            self.title(),
            self.subtitle(),
            self.facts(),
            self._plans,
            self._stack.currentIndex(),
        )
        if said != self._said:
            self._said = said
            self.title_changed.emit()

    def _connect(self) -> None:
        self.welcome.plan_requested.connect(self.plan_requested)
        self.welcome.receive_requested.connect(self.receive_requested)
        self.welcome.sample_requested.connect(self.sample_requested)
        self.page.opened.connect(self.opened)
        self.page.meeting_requested.connect(lambda: self.meeting_requested.emit(""))
        self.page.commitment_requested.connect(self.commitment_requested)
        self.page.sample_removal_requested.connect(self.sample_removal_requested)
        self.plan_page.edited.connect(self.field_edited)
        self.plan_page.left.connect(self.field_left)
        self.plan_page.closed.connect(self._close_plan)
