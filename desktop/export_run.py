"""Writing documents behind the window, with a bar where there are many."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from desktop.exporting import Outcome, write_documents
from desktop.jobs import Job
from desktop.parts import Parts
from ui.dialogs.progress import ProgressDialog

# A few documents are written before a dialog could be read.
_MOST_WITHOUT_BAR = 3


class ExportRun(QObject):
    """One export under way, with its bar.

    Signals:
        finished(list): the outcomes; fewer than jobs when it was stopped.
    """

    finished = Signal(object)
    _progressed = Signal(int)

    def __init__(self, parts: Parts, jobs: Sequence[Job], folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._jobs = jobs
        self._folder = folder
        self._stopped = Event()
        title = parts.words("documents_screen.writing", n=len(jobs))
        self._dialog = ProgressDialog(parts.words, title, len(jobs), parts.window)
        self._dialog.rejected.connect(self._stopped.set)
        self._progressed.connect(self._dialog.show_done)

    def start(self) -> None:
        """Begin to write; the outcomes come later."""
        if len(self._jobs) > _MOST_WITHOUT_BAR:
            self._dialog.open()
        self._parts.workers.run(self._work, self._finish)

    def _work(self) -> list[Outcome]:
        outcomes: list[Outcome] = []
        for outcome in write_documents(self._jobs, self._folder):
            outcomes.append(outcome)
            self._progressed.emit(len(outcomes))
            if self._stopped.is_set():
                break
        return outcomes

    def _finish(self, outcomes: list[Outcome]) -> None:
        self._dialog.close()
        self._dialog.deleteLater()
        self.finished.emit(outcomes)
        self.deleteLater()
