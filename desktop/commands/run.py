"""What every command is given: where to work, in which language, and how to talk."""

import platform
import sys
from collections.abc import Generator, Iterable, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO, TypeVar

import typer

from db.engine import open_engine, sqlite_path
from db.errors import RembukError, WorkspaceError
from db.workspace import Author, Workspace
from desktop.paths import settings_path, workspace_path
from desktop.settings import load_settings
from resources.words import Words

T = TypeVar("T")


class UsageMistake(typer.TyperException):
    """A mistake of usage that Typer cannot see; `key` names the sentence in cli.usage."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass
class Run:
    """One start of the program. Results go to standard output, all else to standard error.

    Attributes:
        location: the workspace's path or URL, "" for the person's own.
        failed: True once something was refused; the exit code is 1 then.
    """

    words: Words
    location: str = ""
    failed: bool = False
    _held: list[tuple[TextIO, str]] | None = field(default=None, repr=False)

    @property
    def language(self) -> str:
        return self.words.language

    @property
    def author(self) -> Author:
        """Who a command's changes are put down to: who works on this computer."""
        return Author(load_settings(settings_path()).author, platform.node())

    @contextmanager
    def workspace(self, *, writing: bool = False) -> Generator[Workspace]:
        """Open the workspace; `writing` takes the lock that the window takes."""
        location = self.location or _own_workspace()
        with ExitStack() as stack:
            path = sqlite_path(open_engine(location))
            if writing and path is not None:
                stack.enter_context(_lock(path))
            workspace = Workspace.open(location)
            stack.callback(workspace.close)
            yield workspace

    def say(self, text: object) -> None:
        """Print a line of the result."""
        self._print(sys.stdout, str(text))

    def tell(self, text: str) -> None:
        """Print a sentence that is not the result."""
        self._print(sys.stderr, text)

    def warn(self, key: str, values: Mapping[str, object], about: object) -> None:
        """Tell something about a result that a person should know."""
        self.tell(f"{about}: {self.words(f'warnings.{key}', **values)}")

    def refuse(self, error: RembukError, about: object = "") -> None:
        """Tell why one thing of several was refused; the others go on."""
        self.failed = True
        sentence = self.words.error(error.key, error.values)
        self.tell(f"{about}: {sentence}" if about else sentence)

    def progress(self, items: Iterable[T], count: int, label: str) -> Generator[T]:
        """Go through items, with a bar on a terminal and silently in a pipe."""
        if count < 2 or not sys.stderr.isatty():
            yield from items
            return
        # Lines would tear the bar, so they wait for its end.
        self._held = []
        try:
            with typer.progressbar(items, length=count, label=label, file=sys.stderr) as bar:
                yield from bar
        finally:
            held, self._held = self._held, None
            for stream, line in held:
                self._print(stream, line)

    def _print(self, stream: TextIO, line: str) -> None:
        if self._held is None:
            stream.write(f"{line}\n")
        else:
            self._held.append((stream, line))


def _lock(path: Path) -> AbstractContextManager[object]:
    # Qt is slow to import for a command that only reads.
    from desktop.lock import WorkspaceLock

    return WorkspaceLock(path)


def _own_workspace() -> str:
    path = workspace_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError("workspace_cannot_open", path=str(path)) from error
    return str(path)
