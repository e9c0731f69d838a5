"""The marks on the canvas, in the matrix and on points where fields differ, kept true."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from db.fields import DELETED
from desktop.parts import Parts
from desktop.waiting import Waiting
from ui.canvas.differing_marks import show_marks
from ui.canvas.screen import CommitmentsScreen

if TYPE_CHECKING:
    from ui.matrix.screen import MatrixScreen
    from ui.meeting.point_list import PointList


class CanvasMarks(QObject):
    """Keeps the cards of the canvas marked whose fields differ, and leads to the question."""

    def __init__(self, parts: Parts, waiting: Waiting, view: CommitmentsScreen) -> None:
        super().__init__(view)
        self._parts = parts
        self._waiting = waiting
        self._canvas = view.canvas
        view.deciding_requested.connect(self._lead)
        # The canvas is filled first; cards may be made anew then.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show)
        for signal in (waiting.changed, parts.place.moved, parts.store.changed):
            signal.connect(self._look_again)
        parts.store.replaced.connect(self._look_again)
        self._look_again()

    def _lead(self, _kind: str, record_id: str, field: str) -> None:
        self._parts.place.show("differing", f"{record_id}/{field}")

    def _look_again(self, *_: object) -> None:
        self._later.start()

    def _show(self) -> None:
        if self._canvas.view is None:
            return
        dossier = self._canvas.view.dossier
        here = [r for r in self._waiting.differing if r.commitment_id == dossier.commitment.id]
        places = [(one.kind, one.id, field) for one in here for field in one.fields]
        lead = partial(self._parts.place.show, "differing")
        show_marks(self._parts.words, self._canvas.cards, dossier, places, lead)


class MatrixMarks(QObject):
    """Keeps the cells of the matrix marked that differ, and leads to the question."""

    def __init__(self, parts: Parts, waiting: Waiting, view: "MatrixScreen") -> None:
        super().__init__(view)
        self._waiting = waiting
        self._grid = view.grid
        view.deciding_requested.connect(partial(parts.place.show, "differing"))
        waiting.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        targets = [one for one in self._waiting.differing if one.kind == "targets"]
        # A contradicted deletion concerns the whole row, which its first cell stands for.
        self._grid.show_differing(
            {
                (one.id, "goal" if field == DELETED else field): (one.kind, one.id, field)
                for one in targets
                for field in reversed(one.fields)
            }
        )


class PointMarks(QObject):
    """Keeps the points of a meeting marked that differ, and leads to the question."""

    def __init__(self, parts: Parts, waiting: Waiting, points: "PointList") -> None:
        super().__init__(points)
        self._waiting = waiting
        self._points = points
        points.commands.deciding_requested.connect(partial(parts.place.show, "differing"))
        waiting.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        here = [one for one in self._waiting.differing if one.kind in ("points", "follow_ups")]
        self._points.show_differing({one.id: f"{one.id}/{one.fields[0]}" for one in here})
