"""What every command is given: where to work, in which language, and how to talk."""

import sys
from collections.abc import Generator, Iterable, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TypeVar

import typer

from db.engine import open_engine, sqlite_path
from db.errors import RembukError, WorkspaceError
from db.workspace import Workspace
from desktop.lock import WorkspaceLock
from desktop.paths import workspace_path
from resources.words import Words

T = TypeVar("T")


@dataclass
class Run:
    """One start of the program. Results go to standard output, everything else to stderr.

    Attributes:
        location: the workspace's path or URL, "" for the person's own.
        failed: True once something was refused; the exit code is 1 then.
    """

    words: Words
    location: str = ""
    failed: bool = False

    @property
    def language(self) -> str:
        return self.words.language

    @contextmanager
    def workspace(self, writing: bool = False) -> Generator[Workspace]:
        """Open the workspace; `writing` takes the lock that the window takes."""
        location = self.location or _own_workspace()
        with ExitStack() as stack:
            path = sqlite_path(open_engine(location))
            if writing and path is not None:
                stack.enter_context(WorkspaceLock(path))
            workspace = Workspace.open(location)
            stack.callback(workspace.close)
            yield workspace

    def say(self, text: object) -> None:
        """Print a line of the result."""
        sys.stdout.write(f"{text}\n")

    def warn(self, key: str, values: Mapping[str, object]) -> None:
        """Tell something that a person should know about the result."""
        sys.stderr.write(self.words(key, **values) + "\n")

    def refuse(self, error: RembukError, about: object = "") -> None:
        """Tell why one thing of several was refused; the others go on."""
        self.failed = True
        sentence = self.words(f"errors.{error.key}", **error.values)
        sys.stderr.write(f"{about}: {sentence}\n" if about else f"{sentence}\n")

    def progress(self, items: Iterable[T], count: int, label: str) -> Generator[T]:
        """Go through items, with a bar on a terminal and silently in a pipe."""
        if count < 2 or not sys.stderr.isatty():
            yield from items
            return
        with typer.progressbar(items, length=count, label=label, file=sys.stderr) as bar:
            yield from bar


def _own_workspace() -> str:
    path = workspace_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError("workspace_cannot_open", path=str(path)) from error
    return str(path)
