"""A window on one commitment's canvas, with the projector."""

from pathlib import Path

from db.commands.records import add_record
from db.queries.records import get_record
from db.records import Commitment, Plan
from desktop.controllers.commitments import CommitmentsController
from desktop.controllers.projector import ProjectorController
from tests.desktop.room import Room

PLAN, COMMITMENT = "5f1f6f1c-0c3e-4a52-9d0e-3a4f5b6c7d8e", "6f1f6f1c-0c3e-4a52-9d0e-3a4f5b6c7d8e"


class ProjectedRoom(Room):
    """Shows the canvas of a commitment; `values` are its fields beside number and title."""

    def __init__(self, qtbot, folder: Path, **values) -> None:
        super().__init__(qtbot, folder)
        self.store.run(add_record, Plan(id=PLAN, title="Rencana", form="ogi-2018"))
        record = Commitment(id=COMMITMENT, plan_id=PLAN, number=4, title="Data", **values)
        self.store.run(add_record, record)
        self.place.show("commitments", COMMITMENT)
        parts = self.parts()
        self.canvas = CommitmentsController(parts)
        self.projector = ProjectorController(parts, self.canvas.view.canvas)
        self.show(self.canvas)

    def stored(self) -> Commitment:
        """Return what the register holds of the commitment when all that was typed is there."""
        self.store.flush()
        return self.store.read(get_record, Commitment, COMMITMENT)
