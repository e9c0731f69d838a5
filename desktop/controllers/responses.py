"""The controller of the register of answers."""

from collections.abc import Collection, Sequence
from functools import partial

from db.canvas_changes import AnsweredInput
from db.changes import Change
from db.queries.canvas_changes import list_answers
from db.queries.home import list_plan_lines
from desktop.answer_papers import responses_jobs
from desktop.controllers.answering import go_to_input
from desktop.controllers.base import Controller
from desktop.controllers.linking import link_offers, note_link
from desktop.documents import local_day
from desktop.meeting_papers import Printing
from desktop.parts import Parts
from desktop.printing import write_picked
from desktop.selection import Choice
from ui.common.picker import Pick
from ui.common.screen import ScreenAction
from ui.responses.links import LinkOffer
from ui.responses.screen import ResponsesScreen
from ui.responses.view import ResponsesView

_MOST = 60


class ResponsesController(Controller):
    """Shows the inputs of the plan in view, and carries out what is answered."""

    key = "responses"
    kinds = (
        "plans", "organisations", "commitments", "milestones", "targets", "meetings", "points",
    )  # fmt: skip
    places = ("plans",)

    def __init__(self, parts: Parts) -> None:
        self.view = ResponsesScreen(parts.words)
        super().__init__(parts, self.view)
        self._answers: dict[str, AnsweredInput] = {}
        self._connect()

    def refresh(self) -> None:
        plans = self.store.read(list_plan_lines)
        plan = self.plan_in_view(plans)
        answers = self.store.read(list_answers, plan.id) if plan else ()
        self._answers = {one.id: one for one in answers}
        self.view.show_responses(ResponsesView(answers, plan, plans))

    def commands(self) -> list[ScreenAction]:
        label = self.words("responses_screen.print_command")
        return [ScreenAction("print-responses", label, self._print_all, "printer")]

    def show_echo(self, change: Change) -> None:
        """What is typed stands in the cell already; counts are brought along."""
        for edit in change.edits:
            if edit.kind == "points" and edit.field == "reason":
                self.view.put_reason(edit.record_id, str(edit.after))

    def _connect(self) -> None:
        view, table = self.view, self.view.table
        view.print_requested.connect(self._print_shown)
        view.plan_requested.connect(partial(self.place.show, "plans"))
        view.home_requested.connect(partial(self.place.go, "home"))
        view.meetings_requested.connect(partial(self.place.go, "meetings", meetings=""))
        table.response_chosen.connect(self._answer)
        table.changes_wanted.connect(self._offer_changes)
        table.change_linked.connect(self._link)
        table.point_requested.connect(self._go_to_point)
        table.field_requested.connect(self._go_to_field)
        table.writing.edited.connect(self._write)
        table.writing.left.connect(self._leave)

    def _write(self, point_id: str, field: str, value: object) -> None:
        self.edit("points", point_id, field, value)

    def _leave(self, point_id: str, field: str) -> None:
        self.leave("points", point_id, field)
        self.show_kept()
        self.view.settle()

    def _answer(self, ids: Sequence[str], response: str) -> None:
        # Kept like what is typed, where the disk takes nothing just now.
        self.store.edit("points", ids[0], "response", response, alike=tuple(ids[1:]))
        for point_id in ids:
            self.store.leave("points", point_id, "response")
        self.show_kept()
        # The row goes where answered ones stand; the focus follows it.
        if len(ids) == 1:
            self.view.table.go_to(ids[0])

    def _offer_changes(self, point_id: str) -> None:
        """Offer what may have followed from an input; what is linked to it stands first."""
        offers = link_offers(self.words, self.store, self._answers[point_id], _MOST)
        if not offers:
            self.parts.tell(self.words("responses_screen.no_changes"), "info", None)
            return
        self.view.table.offer_changes([self._pick(offer) for offer in offers])

    def _pick(self, offer: LinkOffer) -> Pick:
        linked = self.words("responses_screen.linked", note=offer.note)
        note = linked if offer.linked else offer.note
        return Pick((offer.linked, offer.revisions), offer.text, note)

    def _link(self, point_id: str, value: tuple[bool, tuple[str, ...]]) -> None:
        linked, revisions = value
        note_link(self.store, point_id, revisions, not linked)

    def _go_to_point(self, point_id: str) -> None:
        go_to_input(self.parts, self._answers[point_id].line)

    def _go_to_field(self, point_id: str) -> None:
        line = self._answers[point_id].line
        commitment = line.commitment_id or next(iter(line.about), "")
        if not commitment:
            self.parts.tell(self.words("responses_screen.no_commitment"), "info", None)
            return
        self.store.flush()
        if line.canvas_field == "targets":
            self.place.go("matrix", commitments=commitment)
        else:
            self.place.go("commitments", commitments=commitment, fields=line.canvas_field)

    def _print_shown(self, ext: str, public: bool) -> None:
        self._print(ext, public, self.view.shown_ids())

    def _print_all(self) -> None:
        self._print("pdf", False, None)

    def _print(self, ext: str, public: bool, only: Collection[str] | None) -> None:
        plan = self.plan_in_view(self.store.read(list_plan_lines))
        if plan is None or not self.store.flush():
            return
        jobs = self.store.read(
            responses_jobs, Choice(plan.id), self.words.language,
            local_day(self.store.workspace), Printing(ext, public), only,
        )  # fmt: skip
        write_picked(self.parts, jobs)
