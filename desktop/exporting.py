"""Making documents and writing them where a person wants them, for the window and commands."""

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from pathlib import Path

from db.errors import RembukError
from desktop.jobs import Job
from exports.document import Notice
from exports.files import write_document


@dataclass(frozen=True)
class Outcome:
    """What became of one document.

    Attributes:
        path: where it is, or was meant to be.
        notices: what a person should know about it.
        error: why it could not be made or written; None when it was.
    """

    path: Path
    notices: tuple[Notice, ...] = ()
    error: RembukError | None = None


def write_documents(jobs: Iterable[Job], folder: Path) -> Generator[Outcome]:
    """Make and write document after document; one that fails does not stop the others.

    Whoever stops asking ends the run; what is written by then stays.
    """
    for job in jobs:
        path = folder / job.name
        try:
            document = job.render()
            write_document(path, document.data)
        except RembukError as error:
            yield Outcome(path, error=error)
        else:
            yield Outcome(path, document.warnings)
