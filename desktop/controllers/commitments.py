"""The controller of commitments: the list, and the canvas of the one in view."""

from functools import partial

from PySide6.QtCore import QTimer
from sqlmodel import Session

from db.commands.commitments import create_commitment, move_commitment
from db.commands.records import delete_records, edit_field
from db.errors import CommandError
from db.overview import CommitmentLine
from db.queries.commitments import commitment_dossier, list_plans, plan_of_commitment
from db.queries.drafts import drafting_state
from db.queries.home import list_commitment_lines
from db.queries.organisations import list_party_names, list_working_groups
from db.records import Plan
from db.snapshot import CommitmentDossier
from desktop.canvas_writing import CanvasWriting
from desktop.controllers.base import Controller
from desktop.controllers.drafts import CommitmentDrafts
from desktop.controllers.guiding import Guiding
from desktop.controllers.since import CanvasSince
from desktop.controllers.turned import Turned
from desktop.parts import Parts
from resources.forms import form_names, form_title, usable_form
from ui.canvas.canvas import CanvasView
from ui.canvas.screen import CommitmentsScreen


class CommitmentsController(Controller):
    """Shows the commitments of the plan in view, and the canvas of the commitment in view."""

    key = "commitments"
    kinds = (
        "plans", "commitments", "milestones", "contacts",
        "organisations", "working_groups", "drafts", "agreements",
        "meetings", "points",
    )  # fmt: skip
    places = ("plans", "commitments")

    def __init__(self, parts: Parts) -> None:
        self.view = CommitmentsScreen(parts.words)
        super().__init__(parts, self.view)
        self._lines: tuple[CommitmentLine, ...] = ()
        self._connect_list()
        self._connect_canvas()
        self._drafts = CommitmentDrafts(parts, self.view)
        self._guiding = Guiding(parts, self.view)
        self._since = CanvasSince(parts, self.view)
        self._turned = Turned(parts, self.view)
        parts.place.moved.connect(self._keep_together)

    def refresh(self) -> None:
        dossier = self._dossier()
        plan = dossier.plan if dossier else self._plan()
        if plan is None:
            self.view.show_no_plan()
            return
        self._lines = self.store.read(list_commitment_lines, plan)
        name = plan.short_title or plan.title
        if dossier is None:
            self.view.show_list(name, self._lines)
        else:
            self.view.show_canvas(name, self.store.read(self._canvas_view, dossier))
            self._drafts.refresh()
            self._guiding.refresh()
            self._since.refresh()

    def _on_moved(self, name: str) -> None:
        super()._on_moved(name)
        if name in ("screen", "fields") and self.place.screen == self.key:
            # The screen that comes to the front takes the focus first.
            QTimer.singleShot(0, self, self._go_to_wanted)

    def _go_to_wanted(self) -> None:
        """Begin to write in the field that somebody was led to."""
        field = self.place.take("fields")
        if field and self.view.shows_canvas():
            self.view.canvas.go_to_field(field)

    def _dossier(self) -> CommitmentDossier | None:
        """Return the commitment in view; one that is gone gives way to the list."""
        commitment_id = self.place.record("commitments")
        if not commitment_id:
            return None
        try:
            return self.store.read(commitment_dossier, commitment_id)
        except CommandError:
            self.place.show("commitments", "")
            return None

    def _keep_together(self, moved: str) -> None:
        """See to it that the commitment in view belongs to the plan in view."""
        shown = self.place.record("commitments")
        if moved not in self.places or not shown:
            return
        plan_id = self.store.read(plan_of_commitment, shown)
        if moved == "commitments" and plan_id:
            self.place.show("plans", plan_id)
        elif plan_id != self.place.record("plans"):
            self.place.show("commitments", "")

    def _plan(self) -> Plan | None:
        return self.plan_in_view(self.store.read(list_plans))

    def _canvas_view(self, session: Session, dossier: CommitmentDossier) -> CanvasView:
        form, error = usable_form(dossier.form)
        problem = ""
        if error is not None:
            problem = self.words(f"errors.{error.key}", **error.values)
        elif dossier.form and form.name != dossier.form:
            title = form.title(self.words.language)
            problem = self.words("canvas.form_unknown", name=dossier.form, shown=title)
        ids = ["", *(line.id for line in self._lines), ""]
        here = ids.index(dossier.commitment.id)
        groups = list_working_groups(session, dossier.plan.id)
        return CanvasView(
            dossier,
            form,
            problem,
            self._form_choices(dossier.plan),
            [(None, self.words("common.choice.none")), *((g.id, g.theme) for g in groups)],
            list_party_names(session),
            ids[here - 1],
            ids[here + 1],
            drafting_state(session, dossier.commitment.id),
        )

    def _form_choices(self, plan: Plan) -> list[tuple[object, str]]:
        language = self.words.language
        usual = form_title(plan.form, language)
        names = [(name, usable_form(name)) for name in form_names()]
        return [
            ("", self.words("canvas.form_of_plan", form=usual)),
            *((name, form.title(language)) for name, (form, error) in names if error is None),
        ]

    def _connect_list(self) -> None:
        view = self.view
        view.list.opened.connect(partial(self.place.show, "commitments"))
        view.list.move_requested.connect(self._move_commitment)
        view.commitment_requested.connect(self._add_commitment)
        view.removal_requested.connect(self._remove_commitment)
        view.list_requested.connect(self._show_list)
        view.matrix_requested.connect(partial(self._go, "matrix"))
        view.export_requested.connect(partial(self._go, "documents"))
        view.projector_requested.connect(self.parts.window.projector_requested)
        view.home_requested.connect(lambda: self.place.go("home"))

    def _connect_canvas(self) -> None:
        canvas = self.view.canvas
        here = partial(self.place.record, "commitments")
        self._writing = CanvasWriting(self.parts, canvas, here, origin=self, parent=self)
        canvas.choice_made.connect(self._choose)
        canvas.step_requested.connect(self._step)

    def _add_commitment(self) -> None:
        plan = self._plan()
        change = self.store.run(create_commitment, plan.id) if plan else None
        if change is not None:
            self.place.show("commitments", change.record_id)
            self.view.canvas.go_to_title()

    def _remove_commitment(self, commitment_id: str) -> None:
        line = next((line for line in self._lines if line.id == commitment_id), None)
        if self.store.run(delete_records, "commitments", [commitment_id]) and line is not None:
            title = line.title or self.words("canvas.untitled")
            undo = (self.words("canvas.undo"), self.store.undo)
            self.parts.tell(self.words("canvas.removed", title=title), "info", undo)

    def _move_commitment(self, commitment_id: str, before_id: str) -> None:
        self.store.run(move_commitment, commitment_id, before_id or None)

    def _go(self, screen: str, commitment_id: str) -> None:
        self.place.go(screen, commitments=commitment_id)

    def _show_list(self) -> None:
        shown = self.place.record("commitments")
        self.place.show("commitments", "")
        self.view.list.set_current(shown)

    def _step(self, step: int) -> None:
        view = self.view.canvas.view
        wanted = (view.before if step < 0 else view.behind) if view else ""
        if wanted:
            self.place.show("commitments", wanted)

    def _choose(self, kind: str, record_id: str, field: str, value: object) -> None:
        self.store.run(edit_field, kind, record_id, field, value)
        if kind == "contacts":
            # It may stand in another section now.
            self.view.canvas.focus_part(record_id)
