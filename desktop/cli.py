"""The command line. A bare start is the window and waits for nothing else to be imported."""

import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import TextIOWrapper

from db.errors import RembukError
from desktop.display import open_window
from resources.words import LANGUAGES, Words

DEFAULT_LANGUAGE = "id"


@dataclass(frozen=True)
class Start:
    """What stands before the command: where to work and in which language; None where unsaid.

    Attributes:
        command: the command and all that follows it.
    """

    workspace: str | None = None
    language: str | None = None
    command: tuple[str, ...] = ()

    @property
    def wants_window(self) -> bool:
        """True for a bare start and for `open` with at most a file; the rest is Typer's."""
        name, *rest = self.command or ("open",)
        return name == "open" and len(rest) <= 1 and not any(r.startswith("-") for r in rest)

    @property
    def file(self) -> str | None:
        """The file that the window is to open on."""
        return self.command[1] if len(self.command) > 1 else None


def main(argv: Sequence[str]) -> int:
    """Do what the arguments say and return the exit code."""
    _set_streams()
    start = read_start(argv)
    words = Words(start.language or DEFAULT_LANGUAGE)
    try:
        if start.wants_window:
            return open_window(start.workspace, start.file, start.language)
        # What a command imports stays until its end: looking through it again and again for
        # what could go costs a sixth of its time.
        gc.set_threshold(500_000)
        from desktop.commands.app import run_command

        return run_command(argv, words)
    except RembukError as error:
        sys.stderr.write(words.error(error.key, error.values) + "\n")
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader went away (`| head`); without this Python complains again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def read_start(argv: Sequence[str]) -> Start:
    """Read the options before the command, as far as they can be understood without Typer."""
    found: dict[str, str] = {}
    rest = list(argv)
    while rest and rest[0].split("=")[0] in ("--workspace", "--lang"):
        name, given, value = rest.pop(0).partition("=")
        if not given:
            if not rest:
                return Start(command=tuple(argv))
            value = rest.pop(0)
        found[name] = value
    language = found.get("--lang")
    if language is not None and language not in LANGUAGES:
        return Start(command=tuple(argv))
    return Start(found.get("--workspace"), language, tuple(rest))


def _set_streams() -> None:
    """Print every path and letter, whatever the terminal's or the pipe's encoding is."""
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
