"""The matrix screen in its window, over a real register."""

from uuid import uuid4

from db.commands.commitments import create_commitment
from db.commands.plans import create_plan
from db.commands.records import add_record, edit_fields
from db.queries.commitments import commitment_dossier
from db.queries.records import get_record
from db.records import Commitment, Party, Target
from desktop.controllers.matrix import MatrixController
from tests.desktop.desk import CONTROL, KEY
from tests.desktop.room import OTHER, Room


class Table(Room):
    """The matrix screen in its window."""

    def open(self) -> None:
        self.controller = MatrixController(self.parts())
        self.view = self.controller.view
        self.grid = self.view.grid
        self.show(self.controller)

    def begin(self, *rows: dict[str, str]) -> str:
        """Make a plan with a commitment and these rows, open it and return the commitment's id."""
        self.plan_id = create_plan(self.workspace, OTHER, "ogi-2020").record_id
        values = {"short_title": "Muara Seruni", "start": "2021-01", "end": "2022-12"}
        edit_fields(self.workspace, OTHER, "plans", self.plan_id, values)
        self.commitment_id = create_commitment(self.workspace, OTHER, self.plan_id).record_id
        values = {"title": "Jadwal terbuka", "leads": (Party(name="Dinas Kesehatan"),)}
        edit_fields(self.workspace, OTHER, "commitments", self.commitment_id, values)
        for position, row in enumerate(rows, 1):
            one = Target(id=str(uuid4()), commitment_id=self.commitment_id, position=position)
            add_record(self.workspace, OTHER, one)
            edit_fields(self.workspace, OTHER, "targets", one.id, row)
        self.place.show("plans", self.plan_id)
        self.place.show("commitments", self.commitment_id)
        self.open()
        return self.commitment_id

    def targets(self) -> tuple[Target, ...]:
        return self.store.read(commitment_dossier, self.commitment_id).targets

    def column(self, field: str) -> list[str]:
        return [getattr(target, field) for target in self.targets()]

    def head(self) -> dict[str, str]:
        return self.store.read(get_record, Commitment, self.commitment_id).matrix_head

    def go(self, row: int, column: int) -> None:
        self.grid.setFocus()
        self.grid.setCurrentIndex(self.grid.table.index(row, column))

    def write(self, text: str) -> None:
        """Write in the current cell, over what it says."""
        self.press(KEY.Key_F2)
        self.press(KEY.Key_A, CONTROL)
        self.type(text)


def three_rows() -> list[dict[str, str]]:
    goal = {"goal": "Jadwal terbuka", "responsible": "Dinas"}
    return [
        {**goal, "measure": "46 posyandu", "targets.B06": "10"},
        {**goal, "measure": "papan kelurahan"},
        {"goal": "Kader terlatih", "responsible": "Forum", "measure": "92 kader"},
    ]
