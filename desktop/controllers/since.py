"""Tells the canvas in view what its last draft said, or what stood there when the meeting began."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid
from sqlmodel import Session

from db.changes import Change
from db.clock import RUNNING, begin_of, read_clock
from db.errors import CommandError
from db.queries.clock import meeting_clock
from db.queries.since import since_draft, since_moment
from db.since import Since
from desktop.controllers.since_words import since_view
from desktop.parts import Parts
from ui.canvas.screen import CommitmentsScreen

# What is typed is compared by the canvas itself; out of what it came may follow later.
_LATER_MS = 700
_SCREEN = "commitments"
_KINDS = {"commitments", "milestones", "contacts", "drafts", "points", "meetings"}


class CanvasSince(QObject):
    """Reads it behind the window whenever something of it has changed."""

    def __init__(self, parts: Parts, view: CommitmentsScreen) -> None:
        super().__init__(view)
        self._parts = parts
        self._view = view
        self._shown = ""
        self._behind = False
        self._timer = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._timer.timeout.connect(self._read)
        parts.store.changed.connect(self._on_changed)
        parts.place.moved.connect(self._on_moved)

    def refresh(self) -> None:
        """Read it for the commitment in view, soon; another commitment's is not shown on it."""
        commitment_id = self._commitment_id()
        if commitment_id != self._shown:
            self._shown = commitment_id
            self._view.canvas.cards.show_since(None)
        self._timer.start(0)

    def _commitment_id(self) -> str:
        view = self._view.canvas.view
        return view.dossier.commitment.id if view is not None else ""

    def _on_changed(self, change: Change, _: object) -> None:
        if change.kinds & _KINDS:
            self._behind = True
            self._catch_up(_LATER_MS)

    def _on_moved(self, name: str) -> None:
        # Before the first draft it is the meeting that counts.
        self._behind |= name == "meetings"
        self._catch_up(0)

    def _catch_up(self, wait: int) -> None:
        """Read it if something changed, now that the canvas is in front."""
        if self._behind and self._parts.place.screen == _SCREEN:
            self._timer.start(wait)

    def _read(self) -> None:
        commitment_id = self._commitment_id()
        if not commitment_id or not self._view.shows_canvas():
            return
        self._behind = False
        workspace = self._parts.store.workspace
        began = self._began()

        def work() -> Since | None:
            try:
                with workspace.read() as session:
                    return _since(session, commitment_id, began)
            except CommandError:  # gone meanwhile
                return None

        self._parts.workers.run(work, partial(self._show, commitment_id))

    def _began(self) -> str:
        """Return the instant at which the meeting that runs now began, "" for none."""
        store, meeting_id = self._parts.store, self._parts.place.record("meetings")
        clock = store.read(meeting_clock, meeting_id) if meeting_id else None
        now = store.workspace.now()
        if clock is None or read_clock(clock, now).state not in RUNNING:
            return ""
        began = begin_of(clock, now)
        return store.workspace.instant_of(began) if began else ""

    def _show(self, commitment_id: str, since: Since | None) -> None:
        # A switch of language may have taken this window's part apart meanwhile.
        if isValid(self._view) and commitment_id == self._commitment_id():
            year = self._parts.store.workspace.now().astimezone().year
            view = since_view(self._parts.words, since, year) if since is not None else None
            self._view.canvas.cards.show_since(view)


def _since(session: Session, commitment_id: str, began: str) -> Since | None:
    """Return the state that counts: the last draft, else the begin of a meeting."""
    since = since_draft(session, commitment_id)
    if since is None and began:
        since = since_moment(session, commitment_id, began)
    return since
