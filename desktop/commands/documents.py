"""`export minutes`, `attendance`, `matrix` …: the papers, a path printed for each."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer
from sqlmodel import Session

from desktop.answer_papers import responses_jobs
from desktop.commands.options import OnlyCommitments, OnlyMeetings, OnlyPlan, OutFolder
from desktop.commands.run import Run
from desktop.documents import (
    canvas_jobs,
    follow_ups_jobs,
    local_day,
    matrix_jobs,
    plan_jobs,
)
from desktop.exporting import write_documents
from desktop.jobs import Job
from desktop.meeting_papers import Printing, attendance_jobs, minutes_jobs
from desktop.selection import Choice


def export_minutes(
    context: typer.Context,
    out: OutFolder,
    meeting: OnlyMeetings = None,
    plan: OnlyPlan = "",
    ext: Annotated[Literal["pdf", "docx"], typer.Option("--format", help="format")] = "pdf",
    public: Annotated[bool, typer.Option("--public", help="public")] = False,
) -> None:
    choice, printing = Choice(plan, meetings=meeting or ()), Printing(ext, public)
    _export(
        context, out, lambda session, language, _: minutes_jobs(session, choice, language, printing)
    )


def export_attendance(
    context: typer.Context, out: OutFolder, meeting: OnlyMeetings = None, plan: OnlyPlan = ""
) -> None:
    choice = Choice(plan, meetings=meeting or ())
    _export(context, out, lambda session, language, _: attendance_jobs(session, choice, language))


def export_follow_ups(context: typer.Context, out: OutFolder, plan: OnlyPlan = "") -> None:
    choice = Choice(plan)
    _export(
        context, out, lambda session, language, day: follow_ups_jobs(session, choice, language, day)
    )


def export_responses(
    context: typer.Context,
    out: OutFolder,
    plan: OnlyPlan = "",
    ext: Annotated[Literal["pdf", "xlsx"], typer.Option("--format", help="format")] = "pdf",
    public: Annotated[bool, typer.Option("--public", help="public")] = False,
) -> None:
    choice, printing = Choice(plan), Printing(ext, public)
    _export(
        context,
        out,
        lambda session, language, day: responses_jobs(session, choice, language, day, printing),
    )


def export_matrix(
    context: typer.Context,
    out: OutFolder,
    commitment: OnlyCommitments = None,
    plan: OnlyPlan = "",
) -> None:
    choice = Choice(plan, commitments=commitment or ())
    _export(context, out, lambda session, language, _: matrix_jobs(session, choice, language))


def export_canvas(
    context: typer.Context,
    out: OutFolder,
    commitment: OnlyCommitments = None,
    plan: OnlyPlan = "",
) -> None:
    choice = Choice(plan, commitments=commitment or ())
    _export(context, out, lambda session, language, _: canvas_jobs(session, choice, language))


def export_plan(context: typer.Context, out: OutFolder, plan: OnlyPlan = "") -> None:
    choice = Choice(plan)
    _export(context, out, lambda session, language, _: plan_jobs(session, choice, language))


def _export(
    context: typer.Context, out: Path, jobs_of: Callable[[Session, str, str], Sequence[Job]]
) -> None:
    """Write what is made of the register in the person's language as it stands today."""
    run: Run = context.obj
    with run.workspace() as workspace, workspace.read() as session:
        jobs = jobs_of(session, run.language, local_day(workspace))
    write_jobs(run, jobs, out)


def write_jobs(run: Run, jobs: Sequence[Job], folder: Path) -> None:
    """Make documents one after the other; one that cannot be written does not stop the rest."""
    if not jobs:
        run.tell(run.words("cli.nothing_to_write"))
    waiting = run.progress(jobs, len(jobs), run.words("cli.progress.writing"))
    for outcome in write_documents(waiting, folder):
        name = outcome.path.name
        if outcome.error is not None:
            run.refuse(outcome.error, name)
            continue
        run.say(outcome.path)
        for notice in outcome.notices:
            run.warn(notice.key, notice.values, name)
