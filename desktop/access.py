"""How the window comes by its workspace: opened, refused with ways on, or only to be read."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from db.errors import RembukError
from desktop.opening import Opened, open_workspace
from desktop.window import MainWindow
from desktop.workers import Workers
from resources.words import Words
from ui.common.empty_state import EmptyState
from ui.common.read_only import ReadOnlyFields
from ui.dialogs.ask import confirm
from ui.shell import Shell

# Somebody else writes there, or nobody can: reading is possible all the same.
_READABLE = {
    "workspace_open_here",
    "workspace_open_elsewhere",
    "workspace_not_writable",
    "workspace_read_only",
    "workspace_busy",
}

Prepare = Callable[[], object]


class Access(QObject):
    """Opens the workspace in the background; where that fails, it offers what can be done.

    Signals:
        opened(Opened): it is open, for writing or, if the person chose that, for reading only;
            a later one replaces it.
    """

    opened = Signal(object)

    def __init__(
        self, location: str, own: bool, prepare: Prepare, workers: Workers, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._prepare = prepare
        self._location = location
        self._own = own
        self._workers = workers
        self._window = window
        self._words: Words
        self._refusal: RembukError | None = None
        self._open: Opened | None = None

    def open(self, take_over: bool = False, read_only: bool = False) -> None:
        """Begin to open the workspace, once what it is shown with is prepared, too."""

        def work() -> Opened:
            self._prepare()
            return open_workspace(
                self._location, take_over=take_over, own=self._own, read_only=read_only
            )

        self._workers.run(work, self._succeed, self._fail)

    def show_in(self, shell: Shell, words: Words) -> None:
        """Tell in this frame from now on what keeps the workspace from being written."""
        self._words = words
        if self._open is None:
            if self._refusal is not None:
                self._show_ways_on(shell, self._refusal)
        elif self._open.workspace.read_only:
            ReadOnlyFields(shell)
            self._pin_reason(shell)

    def close(self) -> None:
        """Let go of the workspace."""
        if self._open is not None:
            self._open.close()

    def _succeed(self, opened: Opened) -> None:
        before, self._open = self._open, opened
        self.opened.emit(opened)
        if before is not None:
            before.close()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, RembukError):
            raise error
        self._refusal = error
        shell = self._window.shell
        if self._open is None:
            self._show_ways_on(shell, error)
        else:
            self._pin_reason(shell)
            shell.show_message(self._words("shell.read_only.still"))

    def _pin_reason(self, shell: Shell) -> None:
        reason = self._words.error(self._refusal.key, self._refusal.values) if self._refusal else ""
        text = self._words("shell.read_only.text", reason=reason).strip()
        shell.pin_message(
            "read_only", text, "warning", (self._words("shell.read_only.again"), self.open)
        )

    def _show_ways_on(self, shell: Shell, error: RembukError) -> None:
        words, readable = self._words, error.key in _READABLE
        page = EmptyState(
            "triangle-alert",
            words("shell.not_opened.title_used" if readable else "shell.not_opened.title"),
            words.error(error.key, error.values),
            words(f"shell.not_opened.{'read' if readable else 'again'}"),
        )
        page.pressed.connect(lambda: self.open(read_only=readable))
        if error.key == "workspace_open_elsewhere":
            _offer(page, words("shell.not_opened.take_over"), lambda: self._take_over(error))
        if readable:
            _offer(page, words("shell.not_opened.again"), self.open)
        _offer(page, words("shell.not_opened.leave"), self._window.close)
        shell.add_screen("failure", page)
        shell.show_screen("failure")
        if page.button is not None:
            page.button.setFocus()

    def _take_over(self, error: RembukError) -> None:
        words = self._words
        title, ok = words("shell.take_over.title"), words("shell.take_over.ok")
        text = words.error(error.key, error.values)
        if confirm(self._window, words, title, text, ok, danger=True):
            self.open(take_over=True)


def _offer(page: EmptyState, label: str, run: Callable[[], object]) -> None:
    page.add_choice(label).clicked.connect(lambda _=False: run())
