"""What is written in the cards of a canvas goes into the register, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db.commands.commitments import add_contact, add_milestone, move_part
from db.commands.records import delete_records
from db.records import ContactSide
from desktop.parts import Parts

if TYPE_CHECKING:
    from ui.canvas.canvas import Canvas
    from ui.canvas.cards import CanvasCards


class CanvasWriting(QObject):
    """Takes what is typed in cards, and adds, moves and removes milestones and contacts.

    Args:
        commitment_id: returns the commitment that the cards show.
        origin: who shows already what is typed there, as for `Store.edit`.
    """

    def __init__(
        self,
        parts: Parts,
        cards: Canvas | CanvasCards,
        commitment_id: Callable[[], str],
        origin: object,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._parts, self._words, self._store = parts, parts.words, parts.store
        self._cards, self._commitment_id, self._origin = cards, commitment_id, origin
        cards.field_edited.connect(self._edit)
        cards.field_left.connect(parts.store.leave)
        cards.part_wanted.connect(self._add)
        cards.part_move_requested.connect(self._move)
        cards.part_removal_requested.connect(self._remove)

    def _edit(self, kind: str, record_id: str, field: str, value: object) -> None:
        self._store.edit(kind, record_id, field, value, origin=self._origin)

    def _add(self, kind: str, side: ContactSide) -> None:
        commitment_id = self._commitment_id()
        if kind == "milestones":
            change = self._store.run(add_milestone, commitment_id)
        else:
            change = self._store.run(add_contact, commitment_id, side)
        if change is not None:
            self._cards.focus_part(change.record_id)

    def _move(self, kind: str, record_id: str, before_id: str) -> None:
        self._store.run(move_part, kind, record_id, before_id or None)

    def _remove(self, kind: str, record_id: str) -> None:
        if self._store.run(delete_records, kind, [record_id]):
            undo = (self._words("canvas.undo"), self._store.undo)
            self._parts.tell(self._words(f"canvas.{kind}.removed"), "info", undo)
