"""Work that takes longer than a blink, off the window's thread."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot


class _Answer(QObject):
    """Carries a result back to the window's thread.

    Signals:
        done(object): what the work returned.
        failed(BaseException): what it raised.
    """

    done = Signal(object)
    failed = Signal(object)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], answer: _Answer) -> None:
        super().__init__()
        self._work = work
        self._answer = answer

    @Slot()
    def run(self) -> None:
        # Nothing may leave a worker's thread but a queued signal: the error is shown, or
        # raised again, where the window lives.
        try:
            result = self._work()
        except BaseException as error:  # noqa: BLE001
            self._answer.failed.emit(error)
        else:
            self._answer.done.emit(result)


class Workers(QObject):
    """Runs functions in the background, one after the other, and waits for them at the end.

    The functions must not touch widgets, nor the store; they get snapshots and return bytes.

    Signals:
        busy_changed(bool): whether anything is under way.
    """

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._ended = False
        self._taking = 0
        self._afterwards: list[Callable[[], object]] = []
        self._answers: set[_Answer] = set()
        # Who asked has gone, too: a screen in another language has workers of its own.
        answers = self._answers
        self.destroyed.connect(lambda: answers.clear())

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Start work; `done` or `failed` is called on the window's thread afterwards.

        Without `failed`, an error is raised there, so that it reaches the crash report. Nothing
        is begun after `end`.
        """
        if self._ended:
            return
        answer = _Answer()
        answer.done.connect(partial(self._finish, answer, done))
        answer.failed.connect(partial(self._finish, answer, failed or _raise))
        self._answers.add(answer)
        self.busy_changed.emit(True)
        self._pool.start(_Work(work, answer))

    def is_busy(self) -> bool:
        """Tell whether anything is under way."""
        return bool(self._answers)

    def when_idle(self, then: Callable[[], object]) -> None:
        """Do something once nothing is under way and every result was taken; at once if so.

        For what would take away who waits for a result.
        """
        self._afterwards.append(then)
        self._go_on()

    def wait(self) -> None:
        """Wait until nothing is under way; results that come now are not delivered any more."""
        self._answers.clear()
        self._pool.waitForDone()

    def end(self) -> None:
        """Wait as `wait` does, and begin nothing more: the program is about to go.

        Work that outlives the window would tell its result to objects that Qt has deleted.
        """
        self._ended = True
        self._afterwards.clear()
        self.wait()

    def _finish(self, answer: _Answer, receiver: Callable[[Any], object], value: Any) -> None:
        if answer not in self._answers:
            return
        self._answers.remove(answer)
        if not self._answers:
            self.busy_changed.emit(False)
        # Whoever takes it may ask the person something first, and go on after that.
        self._taking += 1
        try:
            receiver(value)
        finally:
            self._taking -= 1
            self._go_on()

    def _go_on(self) -> None:
        while self._afterwards and not self._answers and not self._taking:
            self._afterwards.pop(0)()


def _raise(error: BaseException) -> None:
    raise error
