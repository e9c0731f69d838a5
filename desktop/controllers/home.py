"""The home screen's controller."""

from functools import partial

from db.changes import Change
from db.commands.commitments import create_commitment
from db.commands.meetings import create_meeting
from db.commands.plans import create_plan, delete_plan
from db.queries.frozen import frozen_papers
from db.queries.home import plan_overview
from db.queries.records import get_record
from db.records import MeetingKind, Plan
from desktop.controllers.base import Controller
from desktop.controllers.deciding import ALL
from desktop.parts import Parts
from desktop.sample_plan import SamplePlan
from desktop.waiting import Waiting
from resources.forms import FALLBACK_FORM
from ui.common.screen import ScreenAction
from ui.dialogs.ask import confirm
from ui.home.rows import Destination
from ui.home.screen import HomeScreen


class HomeController(Controller):
    """Shows the plan in view with what it holds and what waits, and begins new things."""

    key = "home"
    kinds = (
        "plans", "meetings", "attendances", "points", "follow_ups",
        "commitments", "milestones", "contacts", "targets", "drafts", "minutes",
    )  # fmt: skip
    places = ("plans",)

    def __init__(self, parts: Parts, waiting: Waiting) -> None:
        self.view = HomeScreen(parts.words)
        super().__init__(parts, self.view)
        self._waiting = waiting
        self._sample = SamplePlan(parts)
        waiting.changed.connect(self.invalidate)
        self._connect()

    def refresh(self) -> None:
        plan = self._waiting.plan()
        if plan is None:
            self.view.show_welcome()
            return
        overview = self.store.read(plan_overview, plan.id)
        waiting = self._waiting
        self.view.show_overview(overview, waiting.plans, waiting.differing, waiting.today())
        self.view.page.show_sample(plan.id if self._sample.is_sample(plan.id) else "")

    def commands(self) -> list[ScreenAction]:
        plan = ScreenAction("new-plan", self.words("home.band.new"), self._begin_plan, "plus")
        decide = ScreenAction(
            "decide", self.words("deciding.command"), self._decide, "arrow-left-right"
        )
        waiting = [decide] if self._waiting.differing else []
        return [*waiting, *(self.view.new_actions() if self._waiting.plan() else []), plan]

    def _decide(self) -> None:
        self.place.show("differing", ALL)

    def show_echo(self, change: Change) -> None:
        self.view.show_plan(self.store.read(get_record, Plan, change.record_id))

    def _connect(self) -> None:
        view = self.view
        view.opened.connect(self._go)
        view.plan_chosen.connect(partial(self.place.show, "plans"))
        view.plan_requested.connect(self._add_plan)
        view.meeting_requested.connect(self._add_meeting)
        view.commitment_requested.connect(self._add_commitment)
        view.receive_requested.connect(lambda: self.place.go("documents"))
        view.sample_requested.connect(self._sample.add)
        view.sample_removal_requested.connect(self._sample.remove)
        view.plan_removal_requested.connect(self._delete_plan)
        view.field_edited.connect(partial(self.edit, "plans"))
        view.field_left.connect(partial(self.leave, "plans"))

    def _go(self, destination: Destination) -> None:
        self.place.go(destination.screen, **destination.records)
        if destination.screen == self.key:
            self.view.edit_plan()

    def _begin_plan(self) -> None:
        self.place.go(self.key)
        self._add_plan()

    def _add_plan(self) -> None:
        change = self.store.run(create_plan, FALLBACK_FORM)
        if change is not None:
            self.place.show("plans", change.record_id)
            self.view.edit_plan()

    def _add_meeting(self, kind: MeetingKind) -> None:
        change = self.store.run(create_meeting, self.place.record("plans"), kind)
        if change is not None:
            self.place.go("meetings", meetings=change.record_id)

    def _add_commitment(self) -> None:
        change = self.store.run(create_commitment, self.place.record("plans"))
        if change is not None:
            self.place.go("commitments", commitments=change.record_id)

    def _delete_plan(self) -> None:
        plan = self._waiting.plan()
        if plan is None:
            return
        words, name = self.words, plan.name or self.words("home.band.untitled")
        if self._is_kept(plan.id, name):
            return
        overview = self.store.read(plan_overview, plan.id)
        text = words(
            "home.plan.delete_text",
            name=name,
            meetings=len(overview.meetings),
            commitments=len(overview.commitments),
        )
        title, ok = words("home.plan.delete_title"), words("home.plan.delete_ok")
        if confirm(self.parts.window, words, title, text, ok, danger=True) and self.store.run(
            delete_plan, plan.id
        ):
            undo = (words("home.undo"), self.store.undo)
            self.parts.tell(words("home.plan.deleted", name=name), "info", undo)

    def _is_kept(self, plan_id: str, name: str) -> bool:
        """Say why a plan cannot be deleted, before anybody is asked; whether it cannot."""
        frozen = self.store.read(frozen_papers, plan_id)
        said = [self.words(f"home.plan.frozen_{kind}", n=n) for kind, n in frozen.items() if n]
        if said:
            *first, last = said
            papers = self.words("since.and", first=first[0], last=last) if first else last
            text = self.words("home.plan.has_frozen", name=name, papers=papers)
            self.parts.tell(text, "warning", None)
        return bool(said)
