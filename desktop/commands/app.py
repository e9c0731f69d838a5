"""All commands in one table, with the options that stand before them."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal

import typer

from desktop.commands import check, demo, documents, imports, schema, sessions
from desktop.commands.run import Run
from desktop.commands.usage import WordedCommand, WordedGroup, explain, word_help
from desktop.display import open_window
from resources.words import Words

PROGRAM = "python main.py"
ALONE: dict[str, Callable[..., None]] = {
    "demo": demo.make_demo,
    "import": imports.import_files,
    "check": check.check_workspace,
    "schema": schema.print_schema,
}
EXPORTS: dict[str, Callable[..., None]] = {
    "minutes": documents.export_minutes,
    "attendance": documents.export_attendance,
    "follow-ups": documents.export_follow_ups,
    "responses": documents.export_responses,
    "matrix": documents.export_matrix,
    "canvas": documents.export_canvas,
    "plan": documents.export_plan,
    "session": sessions.export_session,
}


def run_command(argv: Sequence[str], words: Words) -> int:
    """Run one command and return its exit code; RembukError for what it refuses."""
    run = Run(words)
    command: Any = typer.main.get_command(build_app())
    word_help(command, words)
    try:
        code = command.main(list(argv), PROGRAM, standalone_mode=False, obj=run)
    except typer.TyperException as error:
        run.tell(explain(error, words))
        return 2
    return code or int(run.failed)


def build_app() -> typer.Typer:
    """Return all commands. Each help text is a key that `word_help` puts into words."""
    app = _group("program")
    app.callback()(_start)
    app.command("open", help="open", cls=WordedCommand)(_open)
    for name, action in ALONE.items():
        app.command(name, help=name, cls=WordedCommand)(action)
    exports = _group("export")
    for name, action in EXPORTS.items():
        exports.command(name, help=name, cls=WordedCommand)(action)
    app.add_typer(exports, name="export")
    return app


def _group(key: str) -> typer.Typer:
    return typer.Typer(
        cls=WordedGroup,
        help=key,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


def _start(
    context: typer.Context,
    workspace: Annotated[str, typer.Option(metavar="PATH_OR_URL", help="workspace")] = "",
    lang: Annotated[Literal["id", "en"] | None, typer.Option(help="language")] = None,
) -> None:
    # `lang` was read before all this, which speaks it; it stands here to be checked.
    context.obj.location = workspace


def _open(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", hidden=True)] = "",
) -> None:
    run: Run = context.obj
    raise typer.Exit(open_window(run.location or None, file or None, run.language))
