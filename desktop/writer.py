"""Writing off the window's thread: a slow disk must not be felt between two letters."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from db.changes import Change


class Writer(QObject):
    """Carries out one write at a time.

    Signals:
        ended(): the write that was begun is over; `take` gives what became of it.
    """

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, "writer")
        self._under_way: Future[Change] | None = None

    def is_done(self) -> bool:
        """Tell whether `take` need not wait."""
        return self._under_way is not None and self._under_way.done()

    def begin(self, write: Callable[[], Change]) -> None:
        """Begin a write; the one before must have been taken."""
        self._under_way = self._pool.submit(write)
        self._under_way.add_done_callback(lambda _: self._tell())

    def take(self) -> Change:
        """Wait for the write, and return its change or raise what it raised."""
        assert self._under_way is not None
        under_way, self._under_way = self._under_way, None
        return under_way.result()

    def _tell(self) -> None:
        # On the writer's thread, so it reaches the window's as a queued signal; at the very
        # end there may be no window left to tell.
        with suppress(RuntimeError):
            self.ended.emit()
