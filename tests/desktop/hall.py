"""The screen of commitments in its window, over a real register."""

from db.commands.plans import create_plan
from db.commands.records import edit_field, edit_fields
from db.queries.commitments import commitment_dossier
from db.queries.records import get_record
from db.records import Commitment
from desktop.controllers.commitments import CommitmentsController
from tests.desktop.room import OTHER, Room


class Hall(Room):
    """The screen of commitments in its window."""

    def open(self) -> None:
        self.controller = CommitmentsController(self.parts())
        self.view = self.controller.view
        self.canvas = self.view.canvas
        self.show(self.controller)

    def begin(self, form: str = "ogi-2018") -> str:
        """Make a plan, open its list and return the plan's id."""
        plan_id = create_plan(self.workspace, OTHER, form).record_id
        edit_field(self.workspace, OTHER, "plans", plan_id, "short_title", "Muara Seruni")
        self.place.show("plans", plan_id)
        self.open()
        return plan_id

    def add(self, **values) -> str:
        """Add a commitment as a person would and fill in some of it."""
        self.view.commitment_requested.emit()
        commitment_id = self.place.record("commitments")
        if values:
            self.store.run(edit_fields, "commitments", commitment_id, values)
        return commitment_id

    def commitment(self) -> Commitment:
        return self.store.read(get_record, Commitment, self.place.record("commitments"))

    def dossier(self):
        return self.store.read(commitment_dossier, self.place.record("commitments"))

    def listed(self) -> list[str]:
        return [f"{row.lead} {row.title}" for row in self.view.list.list.rows()]

    def go(self, field: str) -> None:
        key = next(s.key for s in self.canvas._sections if s.field == field)
        self.canvas.go_to(key)

    def saved(self) -> None:
        """Wait for the autosave, as a person would."""
        with self.qtbot.waitSignal(self.store.saved, timeout=10_000):
            pass
