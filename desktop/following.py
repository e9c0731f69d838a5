"""Showing minutes while they are written: never on the window's thread, never far behind."""

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from db.errors import RembukError
from db.workspace import Workspace
from desktop.meeting_papers import read_proof
from desktop.preview import PdfPages
from desktop.workers import Workers
from exports.proof import Proof, Proofs

_LOG = logging.getLogger("rembuk")
# The window has the computer for itself for as long as the pages took before, but no longer.
_LONGEST_REST = 0.5

Widths = Mapping[int, float]
"""Pages (from 0), and how wide their pictures have to be."""


@dataclass(frozen=True)
class Shown:
    """What came of one round: pages laid out anew (or None), and pictures of some."""

    proof: Proof | None
    pictures: Mapping[int, QImage]


class Follower(QObject):
    """Lays out a meeting's minutes again whenever it is told to, and draws pages of them.

    One round at a time: what is asked for meanwhile waits for its end, and however much
    that is, it is one more round. Pages are drawn only when they are looked at.

    Signals:
        laid_out(Proof): there are newer pages.
        drawn(int, QImage): a page's picture.
        failed(object): why there are no newer pages: a RembukError, or None for an error of ours.
        behind_changed(bool): whether something waits to be shown.
    """

    laid_out = Signal(object)
    drawn = Signal(int, object)
    failed = Signal(object)
    behind_changed = Signal(bool)

    def __init__(
        self, workspace: Workspace, language: str, in_view: Callable[[], Widths], parent: QObject
    ) -> None:
        """Follow nothing yet; `in_view` tells which pages are looked at."""
        super().__init__(parent)
        self._workspace = workspace
        self._proofs = Proofs(language)
        self._in_view = in_view
        self._workers = Workers(self)
        self._meeting_id = ""
        self._proof: Proof | None = None
        self._renewed = False
        self._wanted: dict[int, float] = {}
        self._stopped = Event()
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._go_on)

    def follow(self, meeting_id: str) -> None:
        """Show this meeting's minutes from now on; "" shows none and ends what is under way."""
        if meeting_id == self._meeting_id:
            return
        # A round for the meeting before ends by itself; nobody waits for it.
        self._stopped.set()
        self._stopped = Event()
        self._meeting_id, self._proof = meeting_id, None
        self._wanted.clear()
        self.renew()

    def renew(self) -> None:
        """Lay the minutes out again: something in them is other than before."""
        self._renewed = bool(self._meeting_id)
        self.behind_changed.emit(self._renewed)
        self._go_on()

    def draw(self, page: int, width: float) -> None:
        """Draw a page (from 0), so many pixels wide."""
        self._wanted[page] = width
        self._go_on()

    def is_busy(self) -> bool:
        """Tell whether a round is under way, or one waits."""
        return self._workers.is_busy() or self._rest.isActive()

    def wait(self) -> None:
        """End what is under way and show nothing more."""
        self.follow("")
        self._workers.wait()

    def _go_on(self) -> None:
        if self.is_busy() or not self._meeting_id or not (self._renewed or self._wanted):
            return
        wanted = {**self._wanted, **(self._in_view() if self._renewed else {})}
        proof = None if self._renewed else self._proof
        begin = partial(self._take, time.perf_counter(), self._meeting_id)
        self._renewed = False
        self._wanted.clear()
        self._workers.run(
            partial(self._work, self._meeting_id, proof, wanted, self._stopped),
            begin,
            partial(self._fail, self._meeting_id),
        )

    def _work(self, meeting_id: str, proof: Proof | None, wanted: Widths, stopped: Event) -> Shown:
        """Make one round; on the worker's thread."""
        renewed = None
        if proof is None:
            with self._workspace.read() as session:
                read = read_proof(session, meeting_id)
            if not stopped.is_set():
                renewed = self._proofs.lay_out(*read)
        pictures: dict[int, QImage] = {}
        for page, width in wanted.items():
            shown = renewed or proof
            if shown is None or stopped.is_set():
                break
            if page < len(shown.pages):
                pictures[page] = PdfPages(shown.draw(page)).picture(0, width)
        return Shown(renewed, pictures)

    def _take(self, began: float, meeting_id: str, shown: Shown) -> None:
        if meeting_id == self._meeting_id:
            if shown.proof is not None:
                self._proof = shown.proof
                self.laid_out.emit(shown.proof)
            for page, picture in shown.pictures.items():
                self.drawn.emit(page, picture)
            self.behind_changed.emit(self._renewed)
        took = time.perf_counter() - began
        self._rest.start(round(1000 * min(took, _LONGEST_REST)) if self._renewed else 0)

    def _fail(self, meeting_id: str, error: BaseException) -> None:
        if meeting_id == self._meeting_id:
            self.behind_changed.emit(False)
            self.failed.emit(error if isinstance(error, RembukError) else None)
        if not isinstance(error, RembukError):
            # The words are safe and the paper is made anew at each change: no dialog for that.
            _LOG.error("minutes could not be shown", exc_info=error)
        self._rest.start(0)
