"""`demo`: the sample as a new workspace, with every document made from it."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from db.backup import backup_folder
from db.engine import open_engine, sqlite_path
from db.errors import WorkspaceError
from db.queries.commitments import list_plans
from desktop.commands.documents import write_jobs
from desktop.commands.run import Run
from desktop.documents import every_job

FILE_NAME = "rembuk.db"


def make_demo(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", hidden=True)],
) -> None:
    run: Run = context.obj
    target = sqlite_path(open_engine(run.location or folder / FILE_NAME))
    if target is None:
        fill(run, folder)
        return
    if target.exists():
        raise WorkspaceError("demo_exists", path=str(target))
    # Under its own name it is complete: a demo that broke off is made again, not opened.
    unfinished = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        run.failed |= fill(replace(run, location=str(unfinished)), folder)
        unfinished.replace(target)
        # The copy that was made before the sample came in is of nothing.
        shutil.rmtree(backup_folder(unfinished), ignore_errors=True)
    except OSError as error:
        raise WorkspaceError("workspace_cannot_open", path=str(target)) from error
    run.say(target)


def fill(run: Run, folder: Path) -> bool:
    """Put the sample into an empty workspace, write all that it gives; True if some failed."""
    from desktop.sample import add_sample

    with run.workspace(writing=True) as workspace:
        with workspace.read() as session:
            if list_plans(session):
                raise WorkspaceError("demo_exists", path=workspace.location)
        add_sample(workspace)
        write_jobs(run, every_job(workspace, run.author, run.language), folder)
    return run.failed
