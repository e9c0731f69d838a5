"""The controller of the target matrix."""

from collections.abc import Sequence
from functools import partial

from db.changes import Change
from db.commands.commitments import move_part
from db.commands.records import delete_records
from db.commands.targets import RowTexts, add_target, clear_cells, paste_cells
from db.errors import CommandError
from db.queries.commitments import commitment_dossier, list_commitments, list_plans
from db.queries.memory import longest_past
from db.records import Commitment, Plan
from db.snapshot import CommitmentDossier
from desktop.controllers.base import Controller
from desktop.controllers.past import show_past
from desktop.parts import Parts
from exports.matrix import derive_head, head_lines, matrix_columns
from ui.matrix.screen import MatrixScreen
from ui.matrix.selection import RowWish
from ui.matrix.view import GridColumn, HeadField, MatrixView


class MatrixController(Controller):
    """Shows the matrix of the commitment in view, or of its plan's first one."""

    key = "matrix"
    kinds = ("plans", "commitments", "contacts", "targets")
    places = ("plans", "commitments")

    def __init__(self, parts: Parts) -> None:
        self.view = MatrixScreen(parts.words)
        super().__init__(parts, self.view)
        self._shown = ""
        self._connect()

    def refresh(self) -> None:
        plan = self._plan()
        commitments = self.store.read(list_commitments, plan.id) if plan else ()
        dossier = self._dossier(commitments)
        self._shown = dossier.commitment.id if dossier else ""
        name = (plan.short_title or plan.title) if plan else ""
        choices = tuple((c.id, self._name(c)) for c in commitments)
        if dossier is None:
            self.view.show_matrix(MatrixView(name, choices))
        else:
            self.view.show_matrix(self._matrix(name, choices, dossier))

    def show_echo(self, change: Change) -> None:
        """The cell shows it already."""

    def _plan(self) -> Plan | None:
        return self.plan_in_view(self.store.read(list_plans))

    def _dossier(self, commitments: Sequence[Commitment]) -> CommitmentDossier | None:
        ids = [commitment.id for commitment in commitments]
        wanted = self.place.record("commitments")
        shown = wanted if wanted in ids else self._shown if self._shown in ids else ""
        shown = shown or next(iter(ids), "")
        try:
            return self.store.read(commitment_dossier, shown) if shown else None
        except CommandError:
            return None

    def _matrix(
        self, plan: str, choices: tuple[tuple[str, str], ...], dossier: CommitmentDossier
    ) -> MatrixView:
        language = self.words.language
        derived = derive_head(dossier)
        commitment = dossier.commitment
        return MatrixView(
            plan=plan,
            commitments=choices,
            commitment_id=commitment.id,
            number=commitment.number,
            title=commitment.title,
            head=tuple(
                HeadField(line.key, line.label, derived.get(line.key, ""))
                for line in head_lines(dossier, language)
            ),
            own_head=commitment.matrix_head,
            columns=tuple(
                GridColumn(column.field, column.label)
                for column in matrix_columns(dossier, language)
            ),
            rows=dossier.targets,
        )

    def _name(self, commitment: Commitment) -> str:
        title = commitment.title or self.words("canvas.untitled")
        return title if commitment.number is None else f"{commitment.number}. {title}"

    def _connect(self) -> None:
        view = self.view
        view.commitment_chosen.connect(partial(self.place.show, "commitments"))
        view.canvas_requested.connect(partial(self._go, "commitments"))
        view.export_requested.connect(partial(self._go, "documents"))
        view.commitments_requested.connect(lambda: self.place.go("commitments"))
        view.history_requested.connect(self._show_past)
        view.head_history_requested.connect(self._show_past_of_head)
        view.row_wanted.connect(self._add_row)
        view.head.edited.connect(self._edit_head)
        view.head.left.connect(self._leave_head)
        grid = view.grid
        grid.writing.edited.connect(self._edit_cell)
        grid.writing.left.connect(self._leave_cell)
        grid.row_move_requested.connect(self._move_row)
        grid.rows_removal_requested.connect(self._remove_rows)
        grid.clear_requested.connect(self._clear)
        grid.paste_requested.connect(self._paste)

    def _go(self, screen: str, commitment_id: str) -> None:
        self.place.go(screen, commitments=commitment_id)

    def _show_past(self) -> None:
        """Show the past of the current cell; a merged one stands for all its rows."""
        cell, ids = self.view.grid.current_cell(), self.view.grid.current_ids()
        if cell is not None and self.store.flush():
            row, column = cell
            name = self.words("matrix.facts.place", column=column.label, row=row + 1)
            oldest = self.store.read(longest_past, ids, column.field)
            show_past(self.parts, name, [("targets", oldest, column.field)], alike=ids)

    def _show_past_of_head(self) -> None:
        name = self.words("matrix.head.title")
        show_past(self.parts, name, [("commitments", self._shown, "matrix_head")])

    def _edit_cell(self, ids: tuple[str, ...], field: str, text: str) -> None:
        self.store.edit("targets", ids[0], field, text, origin=self, alike=ids[1:])

    def _leave_cell(self, ids: tuple[str, ...], field: str) -> None:
        for target_id in ids:
            self.leave("targets", target_id, field)

    def _edit_head(self, commitment_id: str, own: dict[str, str]) -> None:
        self.edit("commitments", commitment_id, "matrix_head", own)
        self.view.show_own_head(own)

    def _leave_head(self, commitment_id: str) -> None:
        self.leave("commitments", commitment_id, "matrix_head")

    def _add_row(self, after_id: str) -> None:
        change = self.store.run(add_target, self._shown, after_id or None)
        if change is not None:
            self.view.grid.go_to_row(change.record_id)

    def _move_row(self, target_id: str, before_id: str) -> None:
        self.store.run(move_part, "targets", target_id, before_id or None)

    def _remove_rows(self, ids: list[str]) -> None:
        if self.store.run(delete_records, "targets", ids):
            text = self.words("matrix.removed", n=len(ids))
            self.parts.tell(text, "info", (self.words("canvas.undo"), self.store.undo))

    def _clear(self, rows: list[RowWish]) -> None:
        self.store.run(clear_cells, self._shown, [RowTexts(*row) for row in rows])

    def _paste(self, rows: list[RowWish], dropped: int) -> None:
        change = self.store.run(paste_cells, self._shown, [RowTexts(*row) for row in rows])
        if change is not None and dropped:
            self.parts.tell(self.words("matrix.no_room", n=dropped), "warning", None)
