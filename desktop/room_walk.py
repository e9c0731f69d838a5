"""From section to section in the room view, and into those that are no text."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QTextEdit

from db.changes import Change
from desktop.controllers.base import TYPED
from desktop.parts import Parts
from desktop.room_in_window import RoomInWindow
from desktop.room_reading import RoomReading
from desktop.room_state import RoomState
from ui.canvas.canvas import Canvas
from ui.canvas.sections import CanvasSection
from ui.projector.body import put_caret
from ui.projector.sections import shown_sections


class RoomWalk(QObject):
    """Turns the pages of the room view for the one who writes in it.

    Args:
        show: shows the page that is wanted by then.
    """

    def __init__(
        self,
        parts: Parts,
        state: RoomState,
        reading: RoomReading,
        room: RoomInWindow,
        show: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._words, self._desk = parts.words, parts.window
        self._state, self._reading, self._room, self._show = state, reading, room, show
        room.step_requested.connect(self._step)
        room.writing_requested.connect(self._write)
        # After the one who reads it anew: a milestone that was added is to be written in.
        parts.store.changed.connect(self._on_changed)

    def begin(self, canvas: Canvas) -> None:
        """Open the room view on what is written in at the desk."""
        field = self._desk.focusWidget()
        wrote, part = canvas.isAncestorOf(field), canvas.cards.part_of(field)
        self._room.open()
        self._show()
        self._room.begin()
        view = self._room.view
        if wrote and view is not None and view.page().manner == "section":
            self._write(0)
            if view.fields is not None and part:
                view.fields.focus_part(part)

    def end(self, canvas: Canvas) -> None:
        """Close the room view while somebody writes, and write on in the same field at the desk.

        Where a dialog is open, that is done after it, unless the room's display went by then.
        """
        view, dialog = self._room.view, QApplication.activeModalWidget()
        if view is None or self._state.lost:
            return
        if isinstance(dialog, QDialog):
            # It would go with the view, and so would what is typed in it.
            dialog.finished.connect(partial(self._end_after, canvas))
            return
        page, focused = view.page(), QApplication.focusWidget()
        caret = focused.textCursor().position() if isinstance(focused, QTextEdit) else -1
        part = name = ""
        if view.fields is not None:
            part = view.fields.part_of(focused)
            name = view.fields.form_of(focused).name_of(focused)
        self._room.close()
        if (name or page.field) and canvas.isVisible() and _shows(canvas, page.record_id):
            canvas.go_to_field(page.section)
            if part:
                canvas.focus_part(part)
            canvas.cards.form_of(QApplication.focusWidget()).focus(name)
            field = QApplication.focusWidget()
            if isinstance(field, QTextEdit):
                put_caret(field, caret)

    def _end_after(self, canvas: Canvas, _result: int) -> None:
        # First the dialog gives the focus back.
        QTimer.singleShot(0, self, lambda: self.end(canvas))

    def _on_changed(self, change: Change, _origin: object) -> None:
        if self._room.view is not None and self._room.view.fields and change.name not in TYPED:
            self._show()

    def _step(self, step: int) -> None:
        """Show the section before or behind."""
        sections, view = self._sections(), self._room.view
        if not sections or view is None:
            return
        fields = [section.field for section in sections]
        now = view.page().section
        here = fields.index(now) if now in fields else 0
        self._go_to(fields[max(0, min(here + step, len(fields) - 1))])

    def _write(self, place: int) -> None:
        """Write in the section in view, or in one of the whole canvas, by its place there."""
        view, sections = self._room.view, self._sections()
        if view is None or not sections or self._state.subject not in ("follow", "canvas"):
            return
        field = view.page().section or sections[place].field
        if not view.page().section:
            self._go_to(field)
        if view.page().manner == "section":
            section = next(one for one in sections if one.field == field)
            self._room.open_fields(section, self._reading.now())

    def _go_to(self, field: str) -> None:
        state = self._state
        if state.subject == "canvas":
            state.commitment_id = state.pinned
        state.subject, state.section, state.caret = "follow", field, -1
        self._show()
        if self._room.view is not None:
            self._room.view.focus_start()

    def _sections(self) -> tuple[CanvasSection, ...]:
        dossier = self._reading.now().commitment
        return shown_sections(self._words, dossier) if dossier is not None else ()


def _shows(canvas: Canvas, commitment_id: str) -> bool:
    return canvas.view is not None and canvas.view.dossier.commitment.id == commitment_id
