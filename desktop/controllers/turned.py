"""Where undo and redo lead on the canvas: to the part that they changed."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from db.changes import Change
from db.fields import DELETED
from desktop.parts import Parts
from ui.canvas.places import named_fields
from ui.canvas.screen import CommitmentsScreen

_PARTS = ("milestones", "contacts")


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
        for edit in change.edits:
            if edit.kind == "commitments" and edit.field != DELETED:
                self._place.show("commitments", edit.record_id)
                self._go_to_field(edit.field)
                return
            if edit.kind in _PARTS:
                self._go_to_part(edit.kind, edit.record_id)
                return

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
