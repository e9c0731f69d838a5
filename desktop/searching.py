"""Searching while a person types: never on the window's thread, never for a text of before."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from db.errors import RembukError
from db.search.find import search
from db.search.hit import Hit
from db.workspace import Workspace
from desktop.store import Store
from desktop.workers import Workers


class Searching(QObject):
    """Searches in the background, one text at a time; of those that wait only the newest counts.

    It has a worker of its own, so that a long export does not keep anyone from finding.

    Signals:
        found(str, object): a text and the hits for it.
    """

    found = Signal(str, object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._workers = Workers(self)
        self._next: str | None = None

    def search(self, text: str) -> None:
        """Look for a text; `found` tells when it is there, unless another one was asked for."""
        self._next = text
        if not self._workers.is_busy():
            self._begin()

    def forget(self) -> None:
        """Give up what waits."""
        self._next = None

    def wait(self) -> None:
        """Wait until nothing is under way, and tell nothing more."""
        self._next = None
        self._workers.wait()

    def _begin(self) -> None:
        text, self._next = self._next, None
        if text is not None:
            work = _work(self._store.workspace, text)
            self._workers.run(work, lambda hits: self._take(text, hits), self._fail)

    def _take(self, text: str, hits: tuple[Hit, ...]) -> None:
        if self._next is None:
            self.found.emit(text, hits)
        else:
            self._begin()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, RembukError):
            raise error
        self._store.refused.emit(error)
        self._begin()


def _work(workspace: Workspace, text: str) -> Callable[[], Any]:
    def work() -> tuple[Hit, ...]:
        with workspace.read() as session:
            return search(session, text)

    return work
