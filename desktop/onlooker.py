"""Keeping a window up to date that only reads, while another program writes."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop.store import Store

_LOOK_MS = 2000


class Onlooker(QObject):
    """Has the screens read again whenever the workspace's file was written."""

    def __init__(self, store: Store, path: Path) -> None:
        super().__init__(store)
        self._store = store
        self._path = path
        self._seen = self._look()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.follow)
        self._timer.start()

    def follow(self) -> None:
        """Look whether there is anything new, and show it."""
        now = self._look()
        if now is not None and now != self._seen:
            self._seen = now
            self._store.replaced.emit()

    def _look(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            # A stick that was pulled out, or a share that is away: it may come back.
            return None
        return found.st_mtime_ns, found.st_size
