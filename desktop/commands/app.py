"""The commands with their options and help, in the language that was asked for."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop.commands import check, demo, documents, imports, schema, sessions
from desktop.commands.documents import Choice
from desktop.commands.run import Run
from desktop.commands.usage import WordedCommand, WordedGroup, explain
from resources.words import LANGUAGES, Words

PROGRAM = "python main.py"


def run_command(argv: Sequence[str], words: Words) -> int:
    """Run one command and return its exit code; RembukError for what it refuses."""
    run = Run(words)
    command = typer.main.get_command(build_app(run))
    # Help is put into the right language where it is made; see desktop.commands.usage.
    context = {"obj": words}
    try:
        code = command.main(list(argv), PROGRAM, standalone_mode=False, **context)
    except typer.TyperException as error:
        run.tell(explain(error, words))
        return 2
    return code or int(run.failed)
