"""Notices where is written and what changes, so that the room can follow."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from db.changes import Change
from desktop.parts import Parts
from desktop.pending import PendingEdit
from desktop.room_reading import RoomReading
from desktop.room_state import RoomState
from ui.canvas.canvas import Canvas
from ui.projector.fitting import written_place
from ui.projector.page import RoomPage
from ui.projector.sections import milestone_place

_COMMITMENT = {"plans", "commitments", "milestones", "drafts", "agreements"}
_MEETING = {"meetings", "attendances", "points", "follow_ups"}


class RoomFollowing(QObject):
    """Keeps the state of what the room is shown in step with the desk.

    Args:
        page: returns what the room sees now, None where it sees nothing.

    Signals:
        moved(): something else is to be shown, soon.
        meeting_changed(): the meeting is to be read anew.
        closed(): something must not be seen any more, at once.
    """

    moved = Signal()
    meeting_changed = Signal()
    closed = Signal()

    def __init__(
        self,
        parts: Parts,
        state: RoomState,
        reading: RoomReading,
        canvas: Canvas,
        page: Callable[[], RoomPage | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._words, self._place = parts.words, parts.place
        self._state, self._reading, self._canvas, self._page = state, reading, canvas, page
        self._written = ("", "", "")
        parts.store.typed.connect(self._on_typed)
        parts.store.finished.connect(self.moved)
        parts.store.changed.connect(self._on_changed)
        parts.store.replaced.connect(self._on_replaced)
        canvas.section_changed.connect(self._on_section)
        parts.place.moved.connect(self._on_moved)

    def _on_typed(self, edit: PendingEdit) -> None:
        kind, record_id, field = edit.field
        if kind == "commitments":
            self._note_writing(record_id, field, edit.value)
        elif kind == "milestones" and self._page() is not None:
            shown = self._reading.now().commitment
            place = milestone_place(self._words, shown, record_id) if shown is not None else -1
            if place >= 0:
                self._state.section, self._state.caret = "milestones", place
        elif kind != "points":
            return
        self.moved.emit()

    def _note_writing(self, commitment_id: str, field: str, value: object) -> None:
        """Note where is written; the caret stands behind what is other than before."""
        caret = -1
        if isinstance(value, str):
            before = self._text_before((commitment_id, field))
            caret = len(value) if before is None else written_place(before, value)
            self._written = (commitment_id, field, value)
        self._state.follow(commitment_id, field, caret)

    def _text_before(self, place: tuple[str, str]) -> str | None:
        """Return what stood in a field before this letter, None where that is not known.

        While the display is away there is no page, and one goes on writing.
        """
        page = self._page()
        if page is not None and (page.record_id, page.field) == place:
            return page.passages[0].text
        return self._written[2] if self._written[:2] == place else None

    def _on_section(self) -> None:
        section, view = self._canvas.current(), self._canvas.view
        if section is not None and view is not None:
            self._state.follow(view.dossier.commitment.id, section.field)
            self.moved.emit()

    def _on_moved(self, name: str) -> None:
        if name == "commitments" and self._place.record("commitments"):
            self._state.enter(self._place.record("commitments"))
        if name in ("commitments", "meetings", "screen"):
            self.moved.emit()

    def _on_changed(self, change: Change, origin: object) -> None:
        if change.kinds & _COMMITMENT:
            self._reading.kept.forget_commitment()
            self.moved.emit()
        if any((edit.kind, edit.field) == ("points", "visibility") for edit in change.edits):
            # What is closed now must not stay in view until a worker has time.
            self._reading.kept.forget_meeting()
            self.closed.emit()
        elif change.kinds & _MEETING:
            self.meeting_changed.emit()

    def _on_replaced(self) -> None:
        self._reading.kept.forget_meeting()
        self.moved.emit()
