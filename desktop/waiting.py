"""What waits in the workspace, kept up to date for the frame and the home screen."""

import datetime as dt
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from db.changes import Change
from db.commands.conflicts import DECIDE
from db.overview import DifferingRecord, PlanLine
from db.queries.differing import list_differing
from db.queries.follow_ups import count_follow_ups
from db.queries.home import count_waiting, list_plan_lines
from db.workspace import Workspace
from desktop.parts import Parts

# Fields whose change makes something wait or not.
_DECISIVE = {
    "points": {"deleted", "kind", "response", "reason"},
    "follow_ups": {"deleted", "status", "due"},
    "meetings": {"deleted"},
}
_SOON_MS = 40
# After the last letter typed into a field that differs.
_CALM_MS = 800


class Waiting(QObject):
    """Knows the plans, which one is in view, and what waits in it.

    It sees to it that a plan is in view as long as there is one.

    Attributes:
        plans: all plans, the latest period first.
        answers: inputs of the plan in view without an answer, with its overdue follow-ups.
        overdue, unanswered: these follow-ups and those inputs alone.
        differing: the records of all plans with an open conflict; found in the background.

    Signals:
        changed(): one of these is other than before.
    """

    changed = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = parts.store
        self._place = parts.place
        self._workers = parts.workers
        self.plans: tuple[PlanLine, ...] = ()
        self.answers = 0
        self.overdue = 0
        self.differing: tuple[DifferingRecord, ...] = ()
        self._recount = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._recount.timeout.connect(self._count)
        self._search = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._search.timeout.connect(self._find_differing)
        parts.store.changed.connect(self._on_changed)
        parts.store.replaced.connect(self._read_all)
        parts.place.moved.connect(self._on_moved)
        self._read_all()

    def today(self) -> str:
        """Return the ISO date that overdue is measured against."""
        return dt.date.today().isoformat()

    def plan(self) -> PlanLine | None:
        """Return the plan in view, None when there is none at all."""
        wanted = self._place.record("plans")
        return next((plan for plan in self.plans if plan.id == wanted), None)

    @property
    def unanswered(self) -> int:
        return self.answers - self.overdue

    def _read_all(self) -> None:
        self._read_plans()
        self._find_differing()

    def _read_plans(self) -> None:
        self.plans = self._store.read(list_plan_lines)
        if self.plan() is None:
            # Asks for the count too, unless there was no plan before either.
            self._place.show("plans", self.plans[0].id if self.plans else "")
        self._count()

    def _count(self) -> None:
        plan_id = self._place.record("plans")
        self.answers = self._store.read(count_waiting, plan_id, self.today())
        self.overdue = self._store.read(count_follow_ups, plan_id, self.today()).overdue
        self.changed.emit()

    def _on_moved(self, name: str) -> None:
        if name == "plans":
            self._count()

    def _on_changed(self, change: Change, _origin: object) -> None:
        if "plans" in change.kinds:
            self._read_plans()
        elif decisive := {e.field for e in change.edits if e.field in _DECISIVE.get(e.kind, ())}:
            # What somebody decided is told at once; points come and go all the time.
            self._recount.start() if decisive == {"deleted"} else self._count()
        if change.name == DECIDE:
            self._find_differing()
        elif self._touches_differing(change):
            self._search.start()

    def _touches_differing(self, change: Change) -> bool:
        known = {record.id for record in self.differing}
        # A record that comes back may bring what differs in it along.
        restored = any(e.field == "deleted" and e.before and e.revision_id for e in change.edits)
        return restored or not known.isdisjoint(change.ids)

    def _find_differing(self) -> None:
        workspace = self._store.workspace
        self._workers.run(lambda: _read_differing(workspace), self._take_differing)

    def _take_differing(self, found: tuple[DifferingRecord, ...]) -> None:
        from shiboken6 import isValid

        # A switch of language may have taken this window's part apart meanwhile.
        if isValid(self) and found != self.differing:
            self.differing = found
            self.changed.emit()


def _read_differing(workspace: Workspace) -> Any:
    with workspace.read() as session:
        return list_differing(session)
