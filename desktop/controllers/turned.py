"""Where undo and redo lead on the canvas: to the part that they changed."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from db.changes import Change
from db.fields import DELETED
from db.queries.canvas_places import commitment_of
from desktop.parts import Parts
from ui.canvas.places import named_fields
from ui.canvas.screen import CommitmentsScreen

_CANVAS = ("commitments", "milestones", "contacts")


class Turned(QObject):
    """Goes where a step was taken back or done again, while a canvas is in front.

    Whoever writes in that part already stays where the caret is.
    """

    def __init__(self, parts: Parts, view: CommitmentsScreen) -> None:
        super().__init__(view)
        self._store, self._place, self._view = parts.store, parts.place, view
        parts.store.changed.connect(self._on_changed)

    def _on_changed(self, change: Change, origin: object) -> None:
        view = self._view
        if origin is not self._store or not (view.isVisible() and view.shows_canvas()):
            return
        edit = next((one for one in change.edits if not one.settled and one.kind in _CANVAS), None)
        commitment_id = self._store.read(commitment_of, change)
        # A commitment that comes or goes is told; it takes nobody away from where they are.
        if (
            edit is None
            or not commitment_id
            or edit.place == ("commitments", commitment_id, DELETED)
        ):
            return
        self._place.show("commitments", commitment_id)
        if edit.kind == "commitments":
            self._go_to_field(edit.field)
        else:
            self._go_to_part(edit.kind, edit.record_id)

    def _go_to_field(self, field: str) -> None:
        canvas = self._view.canvas
        card = canvas.cards.card_of(QApplication.focusWidget())
        if card is None or field not in named_fields(card.section):
            canvas.go_to_field(field)

    def _go_to_part(self, kind: str, record_id: str) -> None:
        canvas = self._view.canvas
        shown = canvas.view.dossier if canvas.view is not None else None
        if shown is None or canvas.cards.part_of(QApplication.focusWidget()) == record_id:
            return
        if any(part.id == record_id for part in getattr(shown, kind)):
            canvas.focus_part(record_id)
        else:
            canvas.go_to_field(kind)
