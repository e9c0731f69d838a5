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
from exports.strokes import Stroke

_LOG = logging.getLogger("rembuk")
# What is done with a change in the window comes first: the next empty point, the next letter.
_BREATH = 0.06
# And it has the computer for itself for as long as the pages took before, but no longer. Nor
# does a round that is under way stand aside for longer than this, whatever comes in between.
_LONGEST_REST = 0.5

Widths = Mapping[int, float]
"""Pages (from 0), and how wide their pictures have to be."""
Look = tuple[float, tuple[Stroke, ...]]
"""What a page looks like in a picture of this width."""


@dataclass(frozen=True)
class Shown:
    """What came of one round: pages laid out anew (or None), and pictures of some.

    Attributes:
        looks: what the pages look like that were to be drawn; those without a picture look
            as they did.
    """

    proof: Proof | None
    pictures: dict[int, QImage]
    looks: dict[int, Look]


class Follower(QObject):
    """Lays out a meeting's minutes again whenever it is told to, and draws pages of them.

    One round at a time: what is asked for meanwhile waits for its end, and however much
    that is, it is one more round. Pages are drawn only when they are looked at. While the window
    stores and paints, a round waits between two of its pieces: Python does one thing at a time.

    Attributes:
        meeting_id: whose minutes are followed, "" for none.

    Signals:
        laid_out(Proof, set): there are newer pages, and the numbers (from 0) of those that are
            known to look as before.
        drawn(int, QImage): a page's picture.
        failed(object): why there are no newer pages: a RembukError, or None for an error of ours.
        behind_changed(bool): whether something waits to be shown.
    """

    laid_out = Signal(object, object)
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
        self.meeting_id = ""
        self._proof: Proof | None = None
        self._renewed = False
        self._wanted: dict[int, float] = {}
        self._looks: dict[int, Look] = {}
        self._stopped = Event()
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._go_on)
        self._may_work = Event()
        self._may_work.set()
        self._aside = QTimer(self, singleShot=True, interval=round(1000 * _BREATH))
        self._aside.timeout.connect(self._may_work.set)

    def follow(self, meeting_id: str) -> None:
        """Show this meeting's minutes from now on; "" shows none and ends what is under way."""
        if meeting_id == self.meeting_id:
            return
        # A round for the meeting before ends by itself; nobody waits for it.
        self._stopped.set()
        self._stopped = Event()
        self.meeting_id, self._proof = meeting_id, None
        self._wanted.clear()
        self._looks = {}
        self.renew()

    def renew(self) -> None:
        """Lay the minutes out again: something in them is other than before."""
        self._renewed = bool(self.meeting_id)
        self.behind_changed.emit(self._renewed)
        if not self.is_busy():
            self._rest_for(_BREATH)

    def stand_aside(self) -> None:
        """Let the window have the computer for what it begins now, and until that is painted."""
        self._may_work.clear()
        # A timer comes after what was posted before it: the paints.
        self._aside.start()

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
        self._may_work.set()
        self._workers.wait()

    def _go_on(self) -> None:
        if self.is_busy() or not self.meeting_id or not (self._renewed or self._wanted):
            return
        wanted = {**self._wanted, **(self._in_view() if self._renewed else {})}
        # What was asked for is drawn, whatever it looks like.
        looks = {page: look for page, look in self._looks.items() if page not in self._wanted}
        proof = None if self._renewed else self._proof
        begin = partial(self._take, time.perf_counter(), self.meeting_id)
        self._renewed = False
        self._wanted.clear()
        self._workers.run(
            partial(self._work, self.meeting_id, proof, wanted, looks, self._stopped),
            begin,
            partial(self._fail, self.meeting_id, wanted if proof is None else {}),
        )

    def _work(
        self,
        meeting_id: str,
        proof: Proof | None,
        wanted: Widths,
        looks: Mapping[int, Look],
        stopped: Event,
    ) -> Shown:
        """Make one round; on the worker's thread."""
        renewed = None
        until = time.perf_counter() + _LONGEST_REST
        if proof is None:
            self._let_window_work(until)
            with self._workspace.read() as session:
                read = read_proof(session, meeting_id)
            self._let_window_work(until)
            if not stopped.is_set():
                proof = renewed = self._proofs.lay_out(*read)
        shown = Shown(renewed, {}, {})
        for page, width in wanted.items():
            self._let_window_work(until)
            if proof is None or stopped.is_set():
                break
            if page < len(proof.pages):
                look = shown.looks[page] = (width, proof.strokes(page))
                if looks.get(page) != look:
                    drawn = proof.draw(page)
                    self._let_window_work(until)
                    shown.pictures[page] = PdfPages(drawn).picture(0, width)
        return shown

    def _let_window_work(self, until: float) -> None:
        """Wait while the window is at work, on the worker's thread; never inside of a read."""
        self._may_work.wait(max(0.0, until - time.perf_counter()))

    def _take(self, began: float, meeting_id: str, shown: Shown) -> None:
        if meeting_id == self.meeting_id:
            if shown.proof is not None:
                self._proof = shown.proof
                # What the others look like is not known any more.
                self._looks = {}
                self.laid_out.emit(shown.proof, shown.looks.keys() - shown.pictures.keys())
            self._looks |= shown.looks
            for page, picture in shown.pictures.items():
                self.drawn.emit(page, picture)
            self.behind_changed.emit(self._renewed)
        took = time.perf_counter() - began
        self._rest_for(min(_BREATH + took, _LONGEST_REST) if self._renewed else 0)

    def _fail(self, meeting_id: str, undrawn: Widths, error: BaseException) -> None:
        if meeting_id == self.meeting_id:
            if self._proof is not None:
                # The pages of before stay, with the pictures that were to come of newer ones.
                self._wanted = {**undrawn, **self._wanted}
            self.behind_changed.emit(False)
            self.failed.emit(error if isinstance(error, RembukError) else None)
        if not isinstance(error, RembukError):
            # The words are safe and the paper is made anew at each change: no dialog for that.
            _LOG.error("minutes could not be shown", exc_info=error)
        self._rest_for(0)

    def _rest_for(self, seconds: float) -> None:
        self._rest.start(round(1000 * seconds))
