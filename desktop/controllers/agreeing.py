"""How a field of a canvas stands: stored while the dialog about it is written in."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject

from db.commands.records import add_record, delete_records
from db.queries.commitments import commitment_dossier
from db.queries.drafts import list_agreements
from db.records import Agreement
from desktop.parts import Parts
from resources.part_names import part_name
from ui.canvas.agreement_dialog import AgreementDialog


class Agreeing(QObject):
    """Stores what the dialog about a field's agreement says."""

    def __init__(self, parts: Parts, commitment_id: str, field: str, names: list[str]) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._commitment_id = commitment_id
        self._field = field
        self._added: set[str] = set()
        form = parts.store.read(commitment_dossier, commitment_id).form
        label = part_name(parts.words, field, form)
        self._dialog = AgreementDialog(parts.words, label, names, parts.window)
        self._dialog.field_edited.connect(partial(parts.store.edit, "agreements"))
        self._dialog.field_left.connect(partial(parts.store.leave, "agreements"))
        self._dialog.wanted.connect(self._add)
        self._dialog.removal_requested.connect(self._remove)

    def run(self) -> None:
        """Show it until the person is done."""
        found = self._show()
        self._dialog.focus_line(found[0].id if found else "")
        self._dialog.run()
        self._parts.store.flush()
        self._drop_unsaid()
        self.deleteLater()

    def _drop_unsaid(self) -> None:
        """Let go of what was only begun: an objection of nobody to nothing."""
        every = self._parts.store.read(list_agreements, self._commitment_id)
        unsaid = [
            one.id
            for one in every
            if one.id in self._added
            and one.state == "disputed"
            and not (one.organisation or one.note)
        ]
        if unsaid:
            self._parts.store.run(delete_records, "agreements", unsaid)

    def _show(self) -> tuple[Agreement, ...]:
        every = self._parts.store.read(list_agreements, self._commitment_id)
        found = tuple(one for one in every if one.canvas_field == self._field)
        self._dialog.show_agreements(found)
        return found

    def _add(self) -> None:
        agreement = Agreement(
            id=str(uuid4()), commitment_id=self._commitment_id, canvas_field=self._field,
            state="disputed",
        )  # fmt: skip
        if self._parts.store.run(add_record, agreement):
            self._added.add(agreement.id)
            self._show()
            self._dialog.focus_line(agreement.id)

    def _remove(self, agreement_id: str) -> None:
        parts = self._parts
        if parts.store.run(delete_records, "agreements", [agreement_id]):
            self._show()
            undo = (parts.words("canvas.undo"), parts.store.undo)
            parts.tell(parts.words("drafts.agreement.removed"), "info", undo)
