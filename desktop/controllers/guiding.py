"""What stands beside the section in view: its inputs are answered there, its past is told."""

from PySide6.QtCore import QObject, QTimer

from db.changes import Change
from db.errors import CommandError
from db.following import InputLine
from db.queries.drafts import drafting_state
from db.queries.section_past import section_past
from desktop.controllers.answering import Answering, go_to_input
from desktop.controllers.guide_words import past_rows
from desktop.documents import local_day
from desktop.parts import Parts
from ui.canvas.screen import CommitmentsScreen

# Whoever leafs through the sections isn't kept; whoever writes is told when a pause is made.
SOON_MS = 40
PAUSE_MS = 600
_KINDS = {"commitments", "milestones", "contacts", "points", "agreements"}


class Guiding(QObject):
    """Fills the panel beside the canvas for the section in view, never while a key is pressed."""

    def __init__(self, parts: Parts, view: CommitmentsScreen) -> None:
        super().__init__(view)
        self._parts, self._view, self._canvas = parts, view, view.canvas
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.show_past)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._catch_up)
        self._canvas.telling.section_shown.connect(self._soon.start)
        parts.store.changed.connect(self._on_changed)
        parts.store.typed.connect(self._on_typed)
        guide = self._canvas.guide
        guide.answer_requested.connect(self.answer)
        guide.point_requested.connect(self.go_to_point)
        guide.past_opened.connect(self._open_past)

    def refresh(self) -> None:
        """Tell the past of the section in view anew: the canvas was shown again."""
        self._pause.stop()
        self._soon.start()

    def show_past(self) -> None:
        """Read what happened to the section in view, and show it."""
        view, places = self._canvas.view, self._canvas.telling.places()
        if view is None or not self._view.shows_canvas():
            return
        past = self._parts.store.read(section_past, places, view.standing.drafts)
        today = local_day(self._parts.store.workspace)
        rows = past_rows(self._parts.words, past.entries, today, places)
        self._canvas.guide.show_past(rows)
        self._view.show_revisions(past.revisions)

    def answer(self, point_id: str) -> None:
        """Let the person answer an input; where nothing can be written, lead to its point."""
        line = self._line(point_id)
        if line is None or not self._parts.store.flush():
            return
        if self._parts.store.workspace.read_only:
            go_to_input(self._parts, line)
        else:
            Answering(self._parts, line).run()

    def go_to_point(self, point_id: str) -> None:
        """Open an input where it was put down."""
        line = self._line(point_id)
        if line is not None:
            go_to_input(self._parts, line)

    def _line(self, point_id: str) -> InputLine | None:
        inputs = self._canvas.view.standing.inputs if self._canvas.view else ()
        return next((line for line in inputs if line.id == point_id), None)

    def _open_past(self, key: str) -> None:
        drafts = self._canvas.view.standing.drafts if self._canvas.view else ()
        if any(draft.id == key for draft in drafts):
            self._view.draft_requested.emit(key)
        else:
            self._view.history_requested.emit()

    def _on_changed(self, change: Change, _: object) -> None:
        if change.kinds & _KINDS and self._view.isVisible() and self._view.shows_canvas():
            self._pause.start()

    def _on_typed(self, _: object) -> None:
        # Nothing is read as long as letters come, however often they are stored meanwhile.
        if self._pause.isActive():
            self._pause.start()

    def _catch_up(self) -> None:
        """Read again what the drafts depend on: something was typed that is stored by now."""
        view = self._canvas.view
        if view is None or not self._view.shows_canvas():
            return
        try:
            state = self._parts.store.read(drafting_state, view.dossier.commitment.id)
        except CommandError:  # gone meanwhile; the list comes next
            return
        self._canvas.telling.show_standing(state)
        self.show_past()
