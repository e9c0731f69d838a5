"""Writing off the window's thread: a slow disk must not be felt between two letters."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from db.changes import Change


class _Teller(QObject):
    """Tells of a writer's end on its thread: it is there as long as that may happen.

    Signals:
        ended(): as the writer's.
    """

    ended = Signal()


class Writer(QObject):
    """Carries out one write at a time.

    Signals:
        ended(): the write that was begun is over; `take` gives what became of it.
    """

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = pool = ThreadPoolExecutor(1, "writer")
        self._teller = _Teller()
        # It tells on the writer's thread, so that this comes as a queued signal.
        self._teller.ended.connect(self.ended)
        self._under_way: Future[Change] | None = None
        # A result can be taken before its end was told: who is told must not go in between.
        self.destroyed.connect(lambda: pool.shutdown())

    def is_done(self) -> bool:
        """Tell whether `take` need not wait."""
        return self._under_way is not None and self._under_way.done()

    def begin(self, write: Callable[[], Change]) -> None:
        """Begin a write; the one before must have been taken."""
        self._under_way = self._pool.submit(write)
        teller = self._teller
        self._under_way.add_done_callback(lambda _: teller.ended.emit())

    def take(self) -> Change:
        """Wait for the write, and return its change or raise what it raised."""
        assert self._under_way is not None
        under_way, self._under_way = self._under_way, None
        return under_way.result()
